"""Help that begins stops the clocks of first support and agreed help, once, by the rulebook."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from tests.cast import MONDAY, acting

from kring.foundation.journal.actor import VISITOR
from kring.foundation.workflow.transitions import CannotMove
from kring.support.deployments.actions import NewHelp, end_help, plan_help, start_help
from kring.support.deployments.models import Deployment
from kring.support.deployments.tests.helping import Home, at_home
from kring.support.plans.models import TeamMember
from kring.support.requests.actions import Question, ask, record_support
from kring.support.requests.models import Clock, Request
from kring.support.requests.rulebook import VERSION
from kring.trust.access.models import Item

pytestmark = pytest.mark.django_db

LATER = MONDAY + timedelta(days=20)
RULES = Path(__file__).parents[5] / "docs/reference/rulebook.md"


@pytest.fixture
def home() -> Home:
    return at_home()


def asked(home: Home, at: datetime = MONDAY) -> Request:
    question = Question(
        door="web",
        asker_kind="family",
        words="De ochtenden lopen uit op ruzie.",
        family=home.cast.family,
        asker=home.cast.sofia,
    )
    return ask(question=question, desk=home.network.counter, by=VISITOR, at=at)


def stopped(request: Request, kind: str) -> datetime | None:
    return Clock.objects.get(request=request, kind=kind).stopped_at


def begin(home: Home, at: datetime = LATER, **more: object) -> Deployment:
    one = home.help(date(2026, 11, 20), at=at, **more)
    start_help(deployment=one, by=acting(home.network.lotte), at=at)
    return one


def test_the_written_rulebook_is_the_version_that_counts() -> None:
    assert RULES.read_text().splitlines()[2].startswith(f"Version {VERSION}, ")


def test_help_that_is_only_planned_stops_nothing(home: Home) -> None:
    question = asked(home)
    home.help(date(2026, 11, 20))
    assert (stopped(question, "first_support"), stopped(question, "agreed_help")) == (None, None)


def test_help_that_begins_stops_both_on_every_question_of_the_family(home: Home) -> None:
    first, second = asked(home), asked(home, MONDAY + timedelta(days=1))
    begin(home)
    for question in (first, second):
        assert [stopped(question, kind) for kind in ("first_support", "agreed_help")] == [LATER] * 2


def test_bridging_is_first_support_and_never_the_agreed_help(home: Home) -> None:
    question = asked(home)
    begin(home, bridging=True)
    assert (stopped(question, "first_support"), stopped(question, "agreed_help")) == (LATER, None)
    begin(home, LATER + timedelta(days=3))
    assert stopped(question, "first_support") == LATER
    assert stopped(question, "agreed_help") == LATER + timedelta(days=3)


def test_help_from_one_question_leaves_the_others(home: Home) -> None:
    meant, other = asked(home), asked(home)
    begin(home, request=meant)
    assert (stopped(meant, "agreed_help"), stopped(other, "agreed_help")) == (LATER, None)


def test_a_question_asked_after_it_began_keeps_its_clocks(home: Home) -> None:
    one = home.help(date(2026, 11, 3))
    question = asked(home, MONDAY + timedelta(days=5))
    by = acting(home.network.lotte)
    start_help(deployment=one, by=by, at=LATER, began_at=MONDAY + timedelta(days=1))
    assert stopped(question, "first_support") is None


def test_what_a_young_person_asked_alone_is_left_alone(home: Home) -> None:
    question = asked(home)
    Item.objects.filter(question=question).update(alone=True)
    begin(home)
    assert stopped(question, "agreed_help") is None


def test_the_moment_it_began_counts_and_not_when_it_was_written_down(home: Home) -> None:
    question, began = asked(home), MONDAY + timedelta(days=4)
    one = home.help(date(2026, 11, 6))
    start_help(deployment=one, by=acting(home.network.lotte), at=LATER, began_at=began)
    assert stopped(question, "agreed_help") == began


def test_who_wrote_it_down_first_counts(home: Home) -> None:
    question, by = asked(home), acting(home.network.lotte)
    told = MONDAY + timedelta(days=2)
    record_support(request=question, kind="agreed_help", by=by, at=told)
    begin(home)
    assert stopped(question, "agreed_help") == told


def test_it_begins_once_and_not_tomorrow(home: Home) -> None:
    one, by = home.help(date(2026, 11, 20)), acting(home.network.lotte)
    with pytest.raises(ValidationError, match="moet nog komen"):
        start_help(deployment=one, by=by, at=MONDAY, began_at=LATER)
    again = Deployment.objects.get(pk=one.pk)
    start_help(deployment=one, by=by, at=LATER)
    with pytest.raises(CannotMove):
        start_help(deployment=again, by=by, at=LATER)


def test_who_helps_comes_into_the_team_and_leaves_with_the_help(home: Home) -> None:
    bram, by = home.network.bram, acting(home.network.lotte)
    one = begin(home, worker=bram)
    member = TeamMember.objects.get(plan=home.plan, worker=bram)
    assert (member.does, member.ends_at) == ("Contextbegeleiding aan huis", None)
    end_help(deployment=one, because="reached", words="", by=by, at=LATER + timedelta(days=30))
    member.refresh_from_db()
    assert member.left_because == "ready"


def test_who_still_helps_otherwise_stays(home: Home) -> None:
    bram, by = home.network.bram, acting(home.network.lotte)
    one = begin(home, worker=bram)
    begin(home, worker=bram)
    end_help(deployment=one, because="reached", words="", by=by, at=LATER + timedelta(days=30))
    assert TeamMember.objects.get(plan=home.plan, worker=bram).ends_at is None


def test_who_works_elsewhere_does_not_give_it(home: Home) -> None:
    with pytest.raises(ValidationError, match="werkt niet bij"):
        begin(home, worker=home.network.nele)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"what": "  "}, "Schrijf welke hulp"),
        ({"what": "x" * 301}, "te lang"),
        ({"persons": ()}, "Kies voor wie"),
        ({"planned_until": date(2026, 11, 1)}, "stopt voor ze begint"),
    ],
)
def test_half_said_help_is_refused(home: Home, wrong: dict[str, object], says: str) -> None:
    right = {
        "what": "Gezinszorg",
        "persons": (home.cast.sofia,),
        "organisation": home.network.outside.organisation,
        "planned_from": date(2026, 11, 20),
    }
    by = acting(home.network.lotte)
    with pytest.raises(ValidationError, match=says):
        plan_help(
            family=home.cast.family,
            new=NewHelp(**right | wrong),  # type: ignore[arg-type]
            maker=home.maker,
            by=by,
            at=MONDAY,
        )
    assert Deployment.objects.count() == 0
