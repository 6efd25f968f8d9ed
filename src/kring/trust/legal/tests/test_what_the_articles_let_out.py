"""Who asks x on what paper x with or without consent: what may be given, every cell."""

from datetime import date

import pytest

from kring.trust.legal.articles import ARTICLES, Gives, finding, may_release
from kring.trust.legal.models import Paper, Requester

DAY = date(2026, 11, 23)
TABLE = """
                     none       written       order
                     no   yes   no     yes    no     yes
youth_court          -    -     basic  items  basic  items
prosecutor           -    -     basic  items  -      -
social_service       -    -     basic  items  -      -
investigating_judge  -    -     -      -      items  items
other_court          -    -     -      items  basic  items
police               -    -     -      -      -      -
lawyer               -    -     -      items  -      -
"""
ARTICLE = {
    "youth_court": "dijh_75",
    "prosecutor": "dijh_75",
    "social_service": "dijh_75_1",
}


def cells() -> list[tuple[str, str, bool, str]]:
    found = []
    for line in TABLE.strip().splitlines()[2:]:
        requester, *answers = line.split()
        columns = [
            (paper, consent) for paper in ("none", "written", "order") for consent in (False, True)
        ]
        for (paper, consent), answer in zip(columns, answers, strict=True):
            found.append((requester, paper, consent, "nothing" if answer == "-" else answer))
    return found


@pytest.mark.parametrize(("requester", "paper", "consent", "gives"), cells())
def test_a_cell(requester: str, paper: str, consent: bool, gives: str) -> None:  # noqa: FBT001
    found = finding(requester, paper, DAY, consent=consent)
    assert found.gives == Gives(gives)
    assert found.article == ARTICLE.get(requester, "sw_458")
    assert found.words


def test_every_cell_is_asked() -> None:
    asked = {(requester, paper) for requester, paper, _consent, _gives in cells()}
    assert asked == {(one, paper) for one in Requester.values for paper in Paper.values}
    assert len(cells()) == len(Requester.values) * len(Paper.values) * 2


def test_before_the_articles_nothing_was_let_out() -> None:
    assert finding("youth_court", "written", date(2014, 2, 28), consent=True).gives is Gives.NOTHING
    assert finding("youth_court", "written", date(2014, 3, 1), consent=True).gives is Gives.ITEMS


@pytest.mark.parametrize(
    ("data_class", "without", "with_consent"),
    [
        ("open", True, True),
        ("health", False, True),
        ("confidence", False, False),
        ("court", False, False),
        ("mediation", False, False),
        ("harm", False, False),
        ("protected_address", False, False),
        ("unknown", False, False),
    ],
)
def test_what_may_ever_leave(data_class: str, without: bool, with_consent: bool) -> None:  # noqa: FBT001
    assert may_release(data_class, DAY, consent=False) is without
    assert may_release(data_class, DAY, consent=True) is with_consent


def test_every_article_has_plain_words() -> None:
    assert set(ARTICLES) == {"dijh_75", "dijh_75_1", "sw_458"}


def test_a_row_holds_until_its_last_day(monkeypatch: pytest.MonkeyPatch) -> None:
    row = {
        "data_class": "open",
        "release": "may",
        "valid_from": "2014-03-01",
        "valid_until": "2026-11-23",
    }
    monkeypatch.setattr("kring.trust.legal.articles._rows", lambda _name: (row,))
    assert may_release("open", date(2026, 11, 22), consent=False)
    assert not may_release("open", DAY, consent=False)


def test_who_is_in_no_list_falls_under_professional_secrecy() -> None:
    found = finding("neighbour", "written", DAY, consent=True)
    assert (found.gives, found.article, found.ground) == (Gives.NOTHING, "sw_458", "")
