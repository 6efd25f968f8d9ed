"""One officer proposes within the law, another says yes; the person hears of it."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from kring.foundation.deadlines.calendar import local_day
from kring.foundation.journal.actor import SYSTEM
from kring.foundation.journal.models import JournalEntry, JournalPayload
from kring.foundation.outbox.models import Message
from kring.foundation.workflow.transitions import CannotMove
from kring.trust.legal.actions import (
    answer,
    assess,
    close,
    refuse,
    send_back,
    tell_who_may_know,
)
from kring.trust.legal.articles import Gives
from kring.trust.legal.models import LegalBundle, LegalRequest
from kring.trust.legal.queries import releasable_items
from kring.trust.legal.tests.a_legal_request import AT, WHY, Scene, scene

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Scene:
    return scene()


def propose(cast: Scene, request: LegalRequest, gives: Gives, **more: object) -> LegalRequest:
    return assess(request=request, gives=gives, because=WHY, worker=cast.first, by=SYSTEM, at=AT, **more)


def test_basic_data_go_out_sealed_and_the_person_hears_of_it(cast: Scene) -> None:
    request = propose(cast, cast.asks(), Gives.BASIC)
    given = answer(request=request, text="Lore, 1 maart 2011", worker=cast.second, by=SYSTEM, at=AT)
    assert request.state == "answered"
    assert request.told_at == AT
    assert list(Message.objects.values_list("text", "recipient_key")) == [("legal.told", cast.child.key)]
    words = str(list(JournalPayload.objects.order_by("pk").values_list("body", flat=True)))
    assert given.bundle.sha256 in words
    assert given.passphrase not in words
    assert "Rechter Proef" not in words
    close(request=request, by=SYSTEM, at=AT)
    assert request.state == "closed"


@pytest.mark.parametrize(("requester", "paper"), [("police", "order"), ("youth_court", "none")])
def test_what_the_law_forbids_is_refused_with_the_article(
    cast: Scene, requester: str, paper: str
) -> None:
    cast.everybody_agrees()
    request = cast.asks(requester, paper)
    for gives in (Gives.BASIC, Gives.ITEMS):
        with pytest.raises(ValidationError, match="Artikel"):
            propose(cast, request, gives)
    propose(cast, request, Gives.NOTHING)
    refuse(request=request, worker=cast.second, by=SYSTEM, at=AT)
    assert request.state == "refused"
    assert not LegalBundle.objects.exists()


def test_pieces_need_the_yes_of_the_able_minor_and_both_parents(cast: Scene) -> None:
    request = cast.asks()
    for who in (cast.child, cast.mother):
        cast.say(who)
        with pytest.raises(ValidationError, match="Artikel 75"):
            propose(cast, request, Gives.ITEMS)
    cast.say(cast.father)
    piece = str(cast.items["open"].key)
    propose(cast, request, Gives.ITEMS, pieces=[piece])
    assert request.pieces == [piece]


def test_consent_taken_back_meanwhile_stops_it(cast: Scene) -> None:
    cast.everybody_agrees()
    request = propose(cast, cast.asks(), Gives.ITEMS)
    cast.say(cast.child, "no")
    with pytest.raises(ValidationError):
        answer(request=request, text="x", worker=cast.second, by=SYSTEM, at=AT)
    assert not LegalBundle.objects.exists()
    request.refresh_from_db()
    assert request.state == "assessed"


def test_only_pieces_that_may_leave_can_be_chosen(cast: Scene) -> None:
    assert {item.data_class for item in releasable_items(cast.child, AT)} == {"open"}
    cast.everybody_agrees()
    found = releasable_items(cast.child, AT)
    assert sorted(item.data_class for item in found) == ["health", "open"]
    assert cast.items["shared"] not in found
    request = cast.asks()
    for kind in ("confidence", "court", "mediation", "harm", "protected_address", "shared"):
        with pytest.raises(ValidationError):
            propose(cast, request, Gives.ITEMS, pieces=[str(cast.items[kind].key)])
    with pytest.raises(ValidationError):
        propose(cast, request, Gives.BASIC, pieces=[str(cast.items["open"].key)])


def test_nobody_checks_their_own_proposal(cast: Scene) -> None:
    request = propose(cast, cast.asks(), Gives.BASIC)
    for deed in (refuse, send_back):
        with pytest.raises(PermissionDenied):
            deed(request=request, worker=cast.first, by=SYSTEM, at=AT)
    with pytest.raises(PermissionDenied):
        answer(request=request, text="x", worker=cast.first, by=SYSTEM, at=AT)
    with pytest.raises(IntegrityError), transaction.atomic():
        LegalRequest.objects.update(checked_by=cast.first)


def test_steps_are_not_skipped(cast: Scene) -> None:
    request = cast.asks()
    with pytest.raises(CannotMove):
        close(request=request, by=SYSTEM, at=AT)
    propose(cast, request, Gives.NOTHING)
    with pytest.raises(ValueError, match="nothing was proposed"):
        answer(request=request, text="x", worker=cast.second, by=SYSTEM, at=AT)
    send_back(request=request, worker=cast.second, by=SYSTEM, at=AT)
    assert request.state == "received"


def test_a_reason_is_asked(cast: Scene) -> None:
    with pytest.raises(ValidationError):
        assess(
            request=cast.asks(), gives=Gives.NOTHING, because="nee", worker=cast.first, by=SYSTEM, at=AT
        )


def test_silence_has_a_reason_and_an_end_and_then_they_hear(cast: Scene) -> None:
    request = cast.asks()
    today = local_day(AT)
    for because, until in (("geheim", None), ("geheim", today), ("", today + timedelta(days=9))):
        with pytest.raises(ValidationError):
            propose(cast, request, Gives.BASIC, not_told_because=because, not_told_until=until)
    until = today + timedelta(days=9)
    propose(cast, request, Gives.BASIC, not_told_because="Onderzoek loopt.", not_told_until=until)
    answer(request=request, text="x", worker=cast.second, by=SYSTEM, at=AT)
    assert not Message.objects.exists()
    assert tell_who_may_know(at=AT + timedelta(days=8)) == 0
    assert tell_who_may_know(at=AT + timedelta(days=9)) == 1
    assert tell_who_may_know(at=AT + timedelta(days=10)) == 0
    assert Message.objects.get().recipient_key == cast.child.key
    assert JournalEntry.objects.filter(verb="legal.told").count() == 1
