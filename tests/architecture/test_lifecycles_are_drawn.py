from tests.architecture.lifecycles import PAGE, page


def test_the_drawings_are_fresh():
    """Refresh with: python -m tests.architecture.lifecycles"""
    assert PAGE.read_text() == page()
