"""Of two who do the same at once one does it: starting help, planning it, and looking ahead."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from tests.cast import MONDAY, acting

from kring.foundation.journal.actor import VISITOR
from kring.foundation.outbox.models import Message
from kring.foundation.workflow.transitions import CannotMove
from kring.support.deployments.actions import look_ahead, look_ahead_daily, start_help
from kring.support.deployments.models import Continuity, Deployment
from kring.support.deployments.tests.helping import Home, at_home
from kring.support.plans.models import Plan, TeamMember
from kring.support.requests.actions import Question, ask, offer_help
from kring.support.requests.models import Answer, Clock
from kring.support.requests.tests.racing import Deed, Track

pytestmark = [pytest.mark.django_db(transaction=True)]
RUNNERS = 4


def race(deeds: list[Deed]) -> list[bool]:
    track = Track(len(deeds))
    try:
        return track.race(deeds)
    finally:
        track.close()


def late(deed: Callable[[], object]) -> Deed:
    """A deed whose refusal is that of who comes too late."""

    def done() -> object:
        try:
            return deed()
        except ValidationError as wrong:
            raise CannotMove(Deployment(), "plan") from wrong

    return done


def answered(home: Home) -> Answer:
    question = Question(
        door="web",
        asker_kind="family",
        words="Hulp",
        family=home.cast.family,
        asker=home.cast.sofia,
    )
    asked = ask(question=question, desk=home.network.counter, by=VISITOR, at=MONDAY)
    return offer_help(
        request=asked,
        starter=home.network.outside.organisation,
        what="Gezinszorg",
        starts_on=date(2026, 11, 9),
        worker=home.network.nele,
        by=acting(home.network.nele),
        at=MONDAY,
    )


def test_help_begins_once() -> None:
    home = at_home()
    answered(home)
    one, by = home.help(date(2026, 11, 9)), acting(home.network.lotte)

    def begin() -> object:
        mine = Deployment.objects.get(pk=one.pk)
        return start_help(deployment=mine, worker=home.network.bram, by=by, at=MONDAY)

    assert sorted(race([begin] * RUNNERS)) == [False] * (RUNNERS - 1) + [True]
    assert Clock.objects.filter(stopped_because="agreed_help").count() == 2
    assert TeamMember.objects.filter(worker=home.network.bram).count() == 1


def test_the_help_of_an_answer_is_planned_once() -> None:
    home = at_home()
    answer = answered(home)
    plan = late(lambda: home.help(date(2026, 11, 9), answer=answer, request=answer.request))
    assert sorted(race([plan] * RUNNERS)) == [False] * (RUNNERS - 1) + [True]
    assert Deployment.objects.filter(answer=answer).count() == 1


def test_a_gap_is_found_once_by_many_ticks() -> None:
    home = at_home()
    by, at = acting(home.network.lotte), MONDAY + timedelta(days=10)

    def look() -> object:
        return look_ahead(plan=Plan.objects.get(pk=home.plan.pk), by=by, at=at)

    race([look, look, lambda: look_ahead_daily(at=at), lambda: look_ahead_daily(at=at)])
    assert (Continuity.objects.count(), Message.objects.filter(text="gap_ahead").count()) == (1, 1)
