from kring.foundation.classes.facts import About, DataClass
from tests.architecture.reader_page import CLASSES, COLUMNS, PAGE, page


def test_the_table_in_the_docs_is_fresh():
    """Refresh with: python -m tests.architecture.reader_table"""
    assert PAGE.read_text() == page()


def test_it_leaves_out_no_class_and_no_column():
    assert set(CLASSES) == set(DataClass)
    assert set(COLUMNS) == set(About)
    assert "Jurist, name and date: ____" in page()
