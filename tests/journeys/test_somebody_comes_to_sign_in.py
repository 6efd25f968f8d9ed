import pytest


@pytest.mark.parametrize("width", [360, 1280])
def test_the_page_to_sign_in_can_be_read_by_everybody(somebody, width):
    visitor = somebody(width=width)
    visitor.open("/")
    visitor.reads("Kring")
    assert visitor.page.evaluate("document.documentElement.scrollWidth") <= width
