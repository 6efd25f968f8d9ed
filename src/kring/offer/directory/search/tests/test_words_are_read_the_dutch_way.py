import pytest

from kring.offer.directory.search import compounds
from kring.offer.directory.search.compounds import Splitter


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("kinderopfang", "care"),
        ("speelgroep", "play"),
        ("speelgroepje", "play"),
        ("opvang", "care"),
        ("opvang voor kinderen", "after"),
        ("kraamzorg", "birth"),
        ("schuldhulp", "debt"),
        ("budgetbegeleiding", "debt"),
        ("SCHULDHULPVERLENING", "debt"),
        ("opvoeden", "line"),
        ("zwemles", "swim"),
        ("voorlezen", "books"),
        ("creche etoile", "fr"),
        ("garderie", "fr"),
        ("childcare", "care"),
        ("vorleesurtje", "books"),
        ("kidneropvang", "care"),
    ],
)
def test_a_word_finds_its_service(search, asked, found):
    assert found in search(asked)[:3]


def test_a_word_that_is_nowhere_finds_nothing(search):
    assert search("ruimtevaartmuseum") == []


def test_the_word_itself_comes_before_its_relatives(search):
    assert search("kraamhulp")[0] == "birth"


def test_of_two_words_one_may_be_missing_when_nothing_has_both(engine, search):
    assert search("zwemles olifanten") == ["swim"]


def test_what_people_type_is_not_remembered_without_end(monkeypatch):
    monkeypatch.setattr(compounds, "MOST_KEPT", 100)
    splitter = Splitter({"speel", "groep"}.__contains__)
    for number in range(50):
        splitter.splits(f"ruimtevaartmuseum{number}")
    assert len(splitter._splits) <= compounds.MOST_KEPT
    assert ("speel", "groep") in splitter.splits("speelgroep")
