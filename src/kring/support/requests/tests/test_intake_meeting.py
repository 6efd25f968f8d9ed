"""The weekly meeting: one question at a time, one decision each, minutes made by it."""

from datetime import timedelta

import pytest
from tests.cast import MONDAY, Network, acting, kempen

from kring.support.requests.actions import (
    AlreadyDecided,
    MayNotBeDiscussed,
    close_meeting,
    decide,
    let_go,
    open_meeting,
    take,
)
from kring.support.requests.models import Holding, IntakeDecision, IntakeMeeting, Request
from kring.support.requests.queries import caseloads, minutes_of, next_to_discuss
from kring.support.requests.tests.a_question import asked

pytestmark = pytest.mark.django_db
LATER = MONDAY + timedelta(days=1)


def opened(network: Network) -> IntakeMeeting:
    return open_meeting(region=network.region, worker=network.lotte, by=acting(network.lotte), at=LATER)


def decided(network: Network, meeting: IntakeMeeting, request: Request, what: str) -> IntakeDecision:
    return decide(
        meeting=meeting,
        request=request,
        decision=what,
        coach=network.lotte,
        words="Lotte belt morgen.",
        by=acting(network.lotte),
        at=LATER,
    )


def test_the_first_due_comes_first_and_none_comes_twice() -> None:
    network = kempen()
    later = asked(network, at=LATER)
    first = asked(network)
    meeting = opened(network)
    assert next_to_discuss(meeting) == first
    decided(network, meeting, first, "later")
    assert next_to_discuss(meeting) == later


def test_what_may_not_be_discussed_yet_is_left_out() -> None:
    network = kempen()
    request = asked(network, discuss="not_yet")
    meeting = opened(network)
    assert next_to_discuss(meeting) is None
    with pytest.raises(MayNotBeDiscussed):
        decided(network, meeting, request, "later")


def test_a_coach_is_put_on_it_through_a_handover_that_stays_in_the_story() -> None:
    network = kempen()
    request = asked(network)
    take(request=request, worker=network.nele, by=acting(network.nele), at=MONDAY)
    decided(network, opened(network), request, "coach")
    request.refresh_from_db()
    assert (request.state, request.worker, request.desk) == ("taken", network.lotte, network.team)
    assert request.handovers.get().state == "accepted"
    assert Holding.objects.filter(request=request, ends_at=None).count() == 1


def test_a_special_route_ends_the_question_here() -> None:
    network = kempen()
    request = asked(network)
    decided(network, opened(network), request, "special_route")
    request.refresh_from_db()
    assert request.state == "special_route"


def test_one_decision_a_question_a_meeting() -> None:
    network = kempen()
    request = asked(network)
    meeting = opened(network)
    decided(network, meeting, request, "psychologist")
    with pytest.raises(AlreadyDecided) as refused:
        decided(network, meeting, request, "later")
    assert refused.value.decision.decision == "psychologist"
    assert [row.decision for row in minutes_of(meeting)] == ["psychologist"]


def test_opening_twice_is_one_meeting_and_a_closed_one_decides_nothing() -> None:
    network = kempen()
    request = asked(network)
    meeting = opened(network)
    assert opened(network) == meeting
    close_meeting(meeting=meeting, by=acting(network.lotte), at=LATER)
    with pytest.raises(MayNotBeDiscussed):
        decided(network, meeting, request, "later")


def test_the_load_of_a_coach_is_what_they_hold() -> None:
    network = kempen()
    take(request=asked(network), worker=network.nele, by=acting(network.nele), at=MONDAY)
    lotte, nele = caseloads([network.lotte, network.nele], LATER)
    assert (lotte.questions, nele.questions) == (0, 1)
    assert nele.free == lotte.free - 1


def test_what_a_coach_works_on_does_not_come_back_and_what_was_let_go_does() -> None:
    network = kempen()
    request = asked(network)
    meeting = opened(network)
    decided(network, meeting, request, "coach")
    close_meeting(meeting=meeting, by=acting(network.lotte), at=LATER)
    again = opened(network)
    assert next_to_discuss(again) is None
    request.refresh_from_db()
    let_go(request=request, by=acting(network.lotte), at=LATER)
    assert next_to_discuss(again) == request
