"""A hand-over moves only on acceptance; unanswered it is reminded and comes back."""

from datetime import datetime, timedelta

import pytest
from tests.cast import MONDAY, Network, acting, kempen, peeters_el_amrani

from kring.foundation.deadlines.calendar import LOCAL
from kring.foundation.workflow.transitions import CannotMove
from kring.registry.people.models import Person
from kring.support.requests.actions import (
    AlreadyAsked,
    accept_handover,
    ask_handover,
    recall_handover,
    refuse_handover,
    remind_and_return,
    withdraw,
)
from kring.support.requests.models import Handover, Request
from kring.support.requests.tests.a_question import asked
from kring.trust.access.queries import persons_visible_to, reader_for

pytestmark = pytest.mark.django_db
LATER = MONDAY + timedelta(hours=2)


def handed(network: Network, request: Request) -> Handover:
    return ask_handover(
        request=request,
        to_desk=network.team,
        words="Moeder alleen met twee kinderen.",
        worker=network.nele,
        by=acting(network.nele),
        at=LATER,
    )


def test_asking_does_not_move_it() -> None:
    network = kempen()
    request = asked(network)
    handed(network, request)
    request.refresh_from_db()
    assert request.desk == network.counter


def test_a_yes_moves_it_and_closes_the_old_door() -> None:
    network = kempen()
    sofia = peeters_el_amrani().sofia
    request = asked(network, asker=sofia)
    accept_handover(
        handover=handed(network, request), worker=network.lotte, by=acting(network.lotte), at=LATER
    )
    request.refresh_from_db()
    assert (request.desk, request.region) == (network.team, network.region)

    def sees(worker: object) -> bool:
        after = LATER + timedelta(minutes=1)
        reader = reader_for(worker.account, after)  # type: ignore[attr-defined]
        return persons_visible_to(reader, after).filter(pk=sofia.pk).exists()

    assert sees(network.lotte)
    assert not sees(network.nele)


def test_a_no_leaves_it_and_keeps_the_reason_and_words() -> None:
    network = kempen()
    request = asked(network)
    handover = handed(network, request)
    refuse_handover(
        handover=handover,
        reason="no_room",
        words="Tot januari vol.",
        worker=network.lotte,
        by=acting(network.lotte),
        at=LATER,
    )
    request.refresh_from_db()
    handover.refresh_from_db()
    assert request.desk == network.counter
    assert (handover.state, handover.refusal_reason) == ("refused", "no_room")


def test_one_question_is_asked_of_one_desk_at_a_time() -> None:
    network = kempen()
    request = asked(network)
    handed(network, request)
    with pytest.raises(AlreadyAsked):
        handed(network, request)


def test_after_a_recall_the_receiver_is_too_late() -> None:
    network = kempen()
    request = asked(network)
    handover = handed(network, request)
    stale = Handover.objects.get(pk=handover.pk)
    recall_handover(handover=handover, by=acting(network.nele), at=LATER)
    with pytest.raises(CannotMove):
        accept_handover(handover=stale, worker=network.lotte, by=acting(network.lotte), at=LATER)
    assert Request.objects.get(pk=request.pk).desk == network.counter


def test_a_question_that_ended_is_no_longer_asked_of_anyone() -> None:
    network = kempen()
    request = asked(network)
    handover = handed(network, request)
    withdraw(request=request, words="", by=acting(network.nele), at=LATER)
    handover.refresh_from_db()
    assert handover.state == "recalled"


@pytest.mark.parametrize(
    ("day", "reminded", "returned"),
    [(4, 0, 0), (5, 0, 0), (6, 1, 0), (9, 1, 0), (10, 0, 1)],
    ids=["two days", "last day of three", "the day after", "last day of five", "returned"],
)
def test_reminder_after_three_and_return_after_five_working_days(
    day: int, reminded: int, returned: int
) -> None:
    network = kempen()
    request = asked(network)
    handover = handed(network, request)
    at = datetime(2026, 11, day, 8, 0, tzinfo=LOCAL)
    assert remind_and_return(at=at) == (reminded, returned)
    handover.refresh_from_db()
    assert handover.state == ("returned" if returned else "asked")
    request.refresh_from_db()
    assert request.desk == network.counter


def test_the_receiver_sees_no_person_before_the_yes() -> None:
    network = kempen()
    request = asked(network, asker=peeters_el_amrani().sofia)
    handed(network, request)
    reader = reader_for(network.lotte.account, LATER)
    assert list(persons_visible_to(reader, LATER)) == list(Person.objects.none())
