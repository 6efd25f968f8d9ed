"""A refusal of the officer's form stands at the field it is about, and the edges of each rule."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from kring.foundation.journal.actor import SYSTEM
from kring.foundation.journal.models import JournalEntry, JournalPayload
from kring.trust.legal.actions import assess
from kring.trust.legal.articles import Gives
from kring.trust.legal.models import LegalRequest
from kring.trust.legal.rules import (
    REASON_AT_LEAST,
    check_may_give,
    check_pieces,
    check_reason,
    check_silence,
)
from kring.trust.legal.tests.a_legal_request import AT, DAY, WHY, scene

DAY_LATER = DAY + timedelta(days=1)


@pytest.mark.parametrize(
    ("check", "given", "field"),
    [
        (check_pieces, ({"a"}, {"b"}, Gives.ITEMS), "pieces"),
        (check_pieces, ({"a"}, {"a"}, Gives.BASIC), "pieces"),
        (check_reason, ("x" * (REASON_AT_LEAST - 1),), "because"),
        (check_silence, ("Het onderzoek loopt.", None, DAY), "not_told_until"),
        (check_silence, ("Het onderzoek loopt.", DAY, DAY), "not_told_until"),
        (check_silence, (" ", DAY_LATER, DAY), "not_told_because"),
    ],
)
def test_a_refusal_stands_at_its_field(check: object, given: tuple[object, ...], field: str) -> None:
    with pytest.raises(ValidationError) as refused:
        check(*given)  # type: ignore[operator]
    assert set(refused.value.message_dict) == {field}


def test_what_is_enough() -> None:
    check_pieces({"a"}, {"a"}, Gives.ITEMS)
    check_pieces(set(), set(), Gives.NOTHING)
    check_reason("x" * REASON_AT_LEAST)
    check_silence("Het onderzoek loopt.", DAY_LATER, DAY)
    check_silence("", None, DAY)


def test_what_the_law_forbids_stands_at_what_is_given() -> None:
    request = LegalRequest(requester="police", paper="order", received_on=date(2026, 11, 23))
    with pytest.raises(ValidationError) as refused:
        check_may_give(request, Gives.BASIC, consent=True)
    assert set(refused.value.message_dict) == {"gives"}


def body(verb: str) -> dict[str, object]:
    """The words of the one entry with this verb."""
    return dict(JournalPayload.objects.get(pk=JournalEntry.objects.get(verb=verb).pk).body)


@pytest.mark.django_db
def test_what_was_proposed_is_kept_and_written_down() -> None:
    around = scene()
    request = around.asks()
    assess(
        request=request,
        gives=Gives.BASIC,
        because=f"  {WHY} ",
        worker=around.first,
        by=SYSTEM,
        at=AT,
        not_told_because=" Het onderzoek loopt. ",
        not_told_until=DAY_LATER,
    )
    request.refresh_from_db()
    assert (request.gives, request.article, request.because) == ("basic", "dijh_75", WHY)
    assert (request.assessed_by, request.assessed_at) == (around.first, AT)
    silence = (request.not_told_because, request.not_told_until)
    assert silence == ("Het onderzoek loopt.", DAY_LATER)
    assert body("legal.received")["details"] == {"requester": "youth_court"}
    assert body("legal.assessed")["details"] == {"gives": "basic", "pieces": 0}
