"""Each step of a legal request is written down about the person and the request, with its moment."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from kring.foundation.journal.actor import SYSTEM
from kring.foundation.journal.models import JournalEntry, JournalPayload, JournalSubject
from kring.foundation.outbox.models import Message
from kring.trust.legal.actions import (
    Given,
    answer,
    assess,
    close,
    note_fetched,
    refuse,
    send_back,
    tell_who_may_know,
)
from kring.trust.legal.articles import Gives
from kring.trust.legal.models import LegalRequest
from kring.trust.legal.tests.a_legal_request import AT, DAY, WHY, Scene, scene

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(hours=1)


@pytest.fixture
def around() -> Scene:
    return scene()


def written(verb: str, request: LegalRequest) -> object:
    """The details of the one entry with this verb, about exactly the person and the request."""
    entry = JournalEntry.objects.get(verb=verb)
    about = JournalSubject.objects.filter(entry=entry).values_list("kind", "subject_key")
    assert set(about) == {("person", request.person.key), ("legal_request", request.key)}
    return JournalPayload.objects.get(pk=entry.pk).body.get("details")


def proposed(around: Scene, gives: Gives, **more: object) -> LegalRequest:
    given = {"because": WHY, "worker": around.first, "by": SYSTEM, "at": AT} | more
    return assess(request=around.asks(), gives=gives, **given)  # type: ignore[arg-type]


def answered(around: Scene, request: LegalRequest) -> Given:
    return answer(request=request, text="Lore", worker=around.second, by=SYSTEM, at=LATER)


def test_an_answer_and_what_becomes_of_it(around: Scene) -> None:
    request = proposed(around, Gives.BASIC)
    given = answered(around, request)
    mark = given.bundle.sha256
    assert written("legal.received", request) == {"requester": "youth_court"}
    assert written("legal.assessed", request) == {"gives": "basic", "pieces": 0}
    assert written("legal.answered", request) == {"sha256": mark, "gives": "basic"}
    note_fetched(bundle=given.bundle, by=SYSTEM, at=LATER)
    assert written("legal.fetched", request) == {"sha256": mark}
    assert close(request=request, by=SYSTEM, at=LATER) == request
    assert written("legal.closed", request) is None
    request.refresh_from_db()
    assert (request.checked_by, request.checked_at, request.closed_at) == (around.second, LATER, LATER)


def test_a_refusal_is_told_with_its_article(around: Scene) -> None:
    other = around.asks("lawyer")
    request = proposed(around, Gives.NOTHING)
    assert refuse(request=request, worker=around.second, by=SYSTEM, at=LATER) == request
    entry = JournalEntry.objects.get(verb="legal.refused")
    assert JournalPayload.objects.get(pk=entry.pk).body["details"] == {"article": "dijh_75"}
    request.refresh_from_db()
    assert (request.checked_at, request.told_at) == (LATER, LATER)
    other.refresh_from_db()
    assert other.told_at is None
    (message,) = Message.objects.all()
    to = (message.recipient_kind, message.recipient_key, message.once)
    assert to == ("person", around.child.key, f"legal.told:{request.key}")


def test_sent_back_is_written_down(around: Scene) -> None:
    request = proposed(around, Gives.BASIC)
    assert send_back(request=request, worker=around.second, by=SYSTEM, at=LATER) == request
    assert written("legal.sent_back", request) is None


def test_the_wrong_answer_is_a_fault(around: Scene) -> None:
    something, nothing = proposed(around, Gives.BASIC), proposed(around, Gives.NOTHING)
    with pytest.raises(ValueError, match="something was proposed"):
        refuse(request=something, worker=around.second, by=SYSTEM, at=LATER)
    with pytest.raises(ValueError, match="nothing was proposed"):
        answered(around, nothing)


def test_a_piece_that_may_go_no_more_is_not_given(around: Scene) -> None:
    around.everybody_agrees()
    piece = around.items["open"]
    request = proposed(around, Gives.ITEMS, pieces=[str(piece.key)])
    piece.data_class = "confidence"
    piece.save()
    with pytest.raises(ValidationError) as refused:
        answered(around, request)
    assert set(refused.value.message_dict) == {"pieces"}


def test_who_may_know_hears_on_the_day_itself(around: Scene) -> None:
    silence = {"not_told_because": "Het onderzoek loopt.", "not_told_until": DAY + timedelta(days=1)}
    answered(around, proposed(around, Gives.BASIC, **silence))
    assert not Message.objects.exists()
    assert tell_who_may_know(at=LATER) == 0
    assert tell_who_may_know(at=LATER + timedelta(days=1)) == 1
    assert tell_who_may_know(at=LATER + timedelta(days=1)) == 0
    assert Message.objects.count() == 1


def test_a_silence_until_today_is_over(around: Scene) -> None:
    silence = {"not_told_because": "Het onderzoek loopt.", "not_told_until": DAY + timedelta(days=1)}
    request = proposed(around, Gives.BASIC, **silence)
    LegalRequest.objects.filter(pk=request.pk).update(not_told_until=DAY)
    request.refresh_from_db()
    answered(around, request)
    assert Message.objects.count() == 1
