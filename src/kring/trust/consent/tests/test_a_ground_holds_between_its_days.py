"""A ground of law holds from its first day until the day another took its place, in three languages."""

from datetime import date, timedelta

import pytest
from django.utils.translation import override

from kring.trust.consent.legal import (
    LegalBasis,
    legal_bases,
    legal_bases_on,
    legal_basis,
    receiver_of_kind,
    receivers,
)

DAY = timedelta(days=1)
TURN = date(2026, 4, 8)


@pytest.mark.parametrize(
    ("day", "holds"),
    [(date(2019, 12, 31), False), (date(2020, 1, 1), True), (TURN - DAY, True), (TURN, False)],
)
def test_until_the_day_it_ends(day: date, holds: object) -> None:
    ended = LegalBasis("x", "art. 1", (), date(2020, 1, 1), TURN)
    assert ended.holds_on(day) is holds
    assert LegalBasis("x", "art. 1", (), date(2020, 1, 1), None).holds_on(day) is (day.year > 2019)


def test_one_code_reads_as_it_did_on_that_day() -> None:
    old, new = legal_basis("right_to_speak", TURN - DAY), legal_basis("right_to_speak", TURN)
    assert old is not None
    assert new is not None
    assert (old.article, old.valid_from) == ("Strafwetboek art. 458bis", date(2011, 12, 30))
    assert (old.valid_until, new.valid_from) == (TURN, TURN)
    assert legal_basis("none", TURN) is None
    assert legal_basis("right_to_speak", date(2001, 1, 1)) is None


def test_on_a_day_each_code_stands_once() -> None:
    for day in (TURN - DAY, TURN):
        codes = [basis.code for basis in legal_bases_on(day)]
        assert len(set(codes)) == len(codes)
        assert set(codes) <= {basis.code for basis in legal_bases()}
    assert legal_bases_on(date(2001, 1, 1)) == []


@pytest.mark.parametrize(
    ("language", "ground", "receiver"),
    [
        ("nl", "de persoon zelf vond het goed", "de school"),
        ("fr", "la personne elle-même était d'accord", "l'école"),
        ("en", "the person agreed", "the school"),
    ],
)
def test_in_the_language_of_the_screen(language: str, ground: str, receiver: str) -> None:
    basis, school = legal_basis("consent", TURN), receiver_of_kind("school")
    assert basis is not None
    assert school is not None
    with override(language):
        assert basis.label == f"{ground} ({basis.article})"
        assert school.label == receiver


def test_a_kind_of_receiver_is_one_of_the_list() -> None:
    assert receiver_of_kind("nobody") is None
    for receiver in receivers():
        assert receiver_of_kind(receiver.code) == receiver
