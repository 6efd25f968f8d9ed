"""Taking sharing back holds at once, moves what is open, and never ends or delays help."""

from datetime import timedelta

import pytest
from tests.cast import LONG_AGO, MONDAY, Network, acting, kempen, peeters_el_amrani, worker

from kring.foundation.journal.actor import VISITOR
from kring.foundation.journal.models import JournalEntry
from kring.foundation.outbox.models import Message
from kring.registry.network.models import Desk
from kring.registry.people.models import Person
from kring.support.requests.actions import (
    Question,
    accept_handover,
    ask,
    ask_handover,
    give_answer,
    take,
)
from kring.support.requests.models import Clock, Handover, Request
from kring.support.requests.rules import may_read
from kring.trust.access.models import Involvement
from kring.trust.access.queries import family_for, reader_for
from kring.trust.consent.actions import HowAsked
from kring.trust.consent.models import Consent

pytestmark = pytest.mark.django_db
LATER = MONDAY + timedelta(days=3)


def a_question(home, desk: Desk, asker: Person | None) -> Request:
    question = Question(
        door="web",
        asker_kind="family",
        words="De ochtenden lopen uit op ruzie.",
        family=home.family,
        asker=asker,
    )
    return ask(question=question, desk=desk, by=VISITOR, at=MONDAY)


def says(network: Network, who: Person, outcome: str, by: Person | None = None, at=LATER) -> None:
    give_answer(
        answer=Consent(
            person=who,
            purpose="share",
            outcome=outcome,
            organisation=network.outside.organisation,
            decided_by=by,
        ),
        how=HowAsked(asked_alone=True, recorded_by=network.nele),
        by=acting(network.nele),
        at=at,
    )


def helping(home, who, role: str = "team") -> None:
    Involvement.objects.create(
        family=home.family, worker=who, role=role, because="request", starts_at=LONG_AGO
    )


def clocks(request: Request) -> list[tuple]:
    rows = Clock.objects.filter(request=request).order_by("kind")
    return list(rows.values_list("kind", "starts_at", "due_at", "stopped_at"))


def test_a_question_held_there_moves_to_the_intake_desk_and_its_promise_goes_on() -> None:
    network, home = kempen(), peeters_el_amrani()
    request = a_question(home, network.outside, home.sofia)
    take(request=request, worker=network.bram, by=acting(network.bram), at=MONDAY)
    before = clocks(request)
    reader = reader_for(network.bram.account, LATER)
    assert family_for(reader, home.family.key, LATER) is not None
    says(network, home.sofia, "no")
    request.refresh_from_db()
    assert (request.desk, request.worker, request.state) == (network.team, None, "asked")
    assert clocks(request) == before
    assert request.answer_due_at == before[0][2] or request.answer_due_at
    assert family_for(reader, home.family.key, LATER) is None
    assert not may_read(reader, request)
    assert family_for(reader_for(network.lotte.account, LATER), home.family.key, LATER)
    assert JournalEntry.objects.filter(verb="request.moved").count() == 1
    texts = set(Message.objects.values_list("text", flat=True))
    assert {"question_came", "question_left"} <= texts


@pytest.mark.parametrize("outcome", ["yes", "not_now"])
def test_yes_and_not_now_leave_every_question_as_it_was(outcome) -> None:
    network, home = kempen(), peeters_el_amrani()
    request = a_question(home, network.outside, home.sofia)
    take(request=request, worker=network.bram, by=acting(network.bram), at=MONDAY)
    row, before = Request.objects.filter(pk=request.pk).values().get(), clocks(request)
    says(network, home.sofia, outcome)
    assert Request.objects.filter(pk=request.pk).values().get() == row
    assert clocks(request) == before
    assert family_for(reader_for(network.bram.account, LATER), home.family.key, LATER)


def test_it_moves_to_the_desk_of_the_anchor_person() -> None:
    network, home = kempen(), peeters_el_amrani()
    cig = Desk.objects.create(
        name="CIG Nestel",
        kind="service",
        organisation=network.counter.organisation,
        region=network.region,
    )
    helping(home, worker("Noa Pels", cig), "anchor")
    request = a_question(home, network.outside, home.sofia)
    says(network, home.sofia, "no")
    request.refresh_from_db()
    assert request.desk == cig


def test_an_open_hand_over_to_it_is_recalled() -> None:
    network, home = kempen(), peeters_el_amrani()
    request = a_question(home, network.counter, home.sofia)
    handover = ask_handover(
        request=request,
        to_desk=network.outside,
        words="Kunnen jullie?",
        worker=network.nele,
        by=acting(network.nele),
        at=MONDAY,
    )
    says(network, home.sofia, "no")
    handover.refresh_from_db()
    request.refresh_from_db()
    assert (handover.state, request.desk) == ("recalled", network.counter)


def test_what_it_asked_of_others_is_recalled_with_the_question_that_leaves() -> None:
    network, home = kempen(), peeters_el_amrani()
    request = a_question(home, network.outside, home.sofia)
    ask_handover(
        request=request,
        to_desk=network.counter,
        words="Kunnen jullie?",
        worker=network.bram,
        by=acting(network.bram),
        at=MONDAY,
    )
    says(network, home.sofia, "no")
    assert Handover.objects.get().state == "recalled"


def test_help_for_another_who_still_agrees_goes_on() -> None:
    network, home = kempen(), peeters_el_amrani()
    helping(home, network.bram)
    says(network, home.younes, "yes", at=MONDAY)
    hers = a_question(home, network.outside, home.sofia)
    his = a_question(home, network.outside, home.younes)
    says(network, home.sofia, "no")
    for request, desk in ((hers, network.team), (his, network.outside)):
        request.refresh_from_db()
        assert request.desk == desk
    running = Involvement.objects.running(LATER)
    assert running.filter(worker=network.bram, family=home.family).exists()


def test_without_anybody_who_agrees_the_whole_family_is_left() -> None:
    network, home = kempen(), peeters_el_amrani()
    helping(home, network.bram)
    says(network, home.noor, "no", by=home.sofia)
    running = Involvement.objects.running(LATER)
    assert not running.filter(worker=network.bram).exists()


def test_a_question_that_was_answered_there_is_seen_there_no_more() -> None:
    network, home = kempen(), peeters_el_amrani()
    request = a_question(home, network.counter, home.sofia)
    handover = ask_handover(
        request=request,
        to_desk=network.outside,
        words="Kunnen jullie?",
        worker=network.nele,
        by=acting(network.nele),
        at=MONDAY,
    )
    accept_handover(handover=handover, worker=network.bram, by=acting(network.bram), at=MONDAY)
    Request.objects.filter(pk=request.pk).update(state="answered", closed_at=MONDAY)
    reader = reader_for(network.bram.account, LATER)
    assert family_for(reader, home.family.key, LATER) is not None
    says(network, home.sofia, "no")
    assert family_for(reader, home.family.key, LATER) is None


def test_where_no_other_desk_can_take_it_the_question_stays() -> None:
    network, home = kempen(), peeters_el_amrani()
    Desk.objects.filter(pk=network.team.pk).update(closed_at=LONG_AGO)
    request = a_question(home, network.outside, home.sofia)
    says(network, home.sofia, "no")
    request.refresh_from_db()
    assert (request.desk, request.state) == (network.outside, "asked")
