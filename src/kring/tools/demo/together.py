"""What invented families and their helpers do together, week after week: help, and meetings.

Every week plans that began get help and a meeting, help whose time is up ends or goes on, and
meetings that were are written down. Calibrated on nothing but plausibility.
"""

from datetime import datetime, timedelta
from random import Random

from django.db.models import Q

from kring.foundation.deadlines.calendar import add_working_days, local_day, start_of_day
from kring.foundation.journal.actor import Actor, ActorKind
from kring.registry.network.models import Worker
from kring.registry.people.models import FamilyMembership, Person
from kring.support.deployments import actions as helping
from kring.support.deployments.actions import NewHelp
from kring.support.deployments.models import Deployment
from kring.support.meetings import actions as meeting
from kring.support.meetings.actions import NewMeeting
from kring.support.meetings.models import Meeting
from kring.support.plans.makers import Maker
from kring.support.plans.models import Goal, Plan, TeamMember
from kring.tools.demo.cast_together import RANIA, SOFIA
from kring.tools.demo.unrolling import Story

WEEK = timedelta(days=7)
HELPED, GOES_ON, WRITTEN = 0.75, 0.4, 0.5
KINDS = (
    ("Contextbegeleiding aan huis", "2 uur per week"),
    ("Gezinszorg", "6 uur per week"),
    ("Opvoedingsondersteuning", "om de twee weken"),
    ("Groep voor kinderen", "elke woensdag"),
)
MINUTES = "We keken samen wat goed gaat en wat moeilijk is. Over zes weken zien we elkaar opnieuw."


def weeks_together(since: datetime, until: datetime, chance: Random) -> Story:
    """The work of one week after another, for the plans of all invented families."""
    at = start_of_day(local_day(since)) + timedelta(hours=10)
    while at <= until:
        yield at
        for plan in _new_plans(at):
            _begin(plan, at, chance)
        for one in _time_is_up(at):
            _end(one, at, chance)
        for sitting in _were(at):
            _write_down(sitting, at, chance)
        at += WEEK


def _new_plans(at: datetime) -> list[Plan]:
    """Plans that began this week, but for those of the cast."""
    rows = Plan.objects.filter(state="active", starts_at__gt=at - WEEK, starts_at__lte=at)
    return list(rows.exclude(family__name__in=(SOFIA, RANIA)).select_related("family").order_by("pk"))


def _begin(plan: Plan, at: datetime, chance: Random) -> None:
    """Help, and a round table in the next weeks."""
    anchor, people = _anchor(plan), _people(plan)
    if anchor is None or not people:
        return
    if chance.random() < HELPED:
        _help(plan, anchor, people, at, chance)
    day = add_working_days(local_day(at) + timedelta(days=5 + chance.randrange(20)), 0)
    starts = start_of_day(day) + timedelta(hours=9 + chance.randrange(8))
    new = NewMeeting(
        kind=chance.choice(["round_table", "conversation"]),
        starts_at=starts,
        ends_at=starts + timedelta(hours=1),
        about=tuple(people),
        place="Huis van het Kind",
        persons=(people[0],),
        workers=(anchor,),
        goals=tuple(Goal.objects.filter(plan=plan, ends_at__isnull=True).order_by("pk")[:2]),
    )
    by = _by(plan, anchor)
    meeting.plan_meeting(plan=plan, new=new, maker=_maker(plan, anchor), by=by, at=at)


def _help(plan: Plan, anchor: Worker, people: list[Person], at: datetime, chance: Random) -> None:
    what, intensity = chance.choice(KINDS)
    today = local_day(at)
    new = NewHelp(
        what=what,
        persons=tuple(people),
        organisation=plan.owner,
        planned_from=today,
        planned_until=today + timedelta(days=60 + chance.randrange(200)),
        intensity=intensity,
        plan=plan,
    )
    by = _by(plan, anchor)
    one = helping.plan_help(family=plan.family, new=new, maker=_maker(plan, anchor), by=by, at=at)
    helping.start_help(deployment=one, by=by, at=at)


def _time_is_up(at: datetime) -> list[Deployment]:
    rows = Deployment.objects.filter(state="running", planned_until__lte=local_day(at))
    return list(rows.filter(plan__state="active").select_related("plan__family").order_by("pk"))


def _end(one: Deployment, at: datetime, chance: Random) -> None:
    """Its time is up; sometimes the next help begins at once, else there is a gap to see."""
    plan = one.plan
    anchor = _anchor(plan) if plan is not None else None
    if plan is None or anchor is None or plan.family.name == SOFIA:
        return
    by = _by(plan, anchor)
    helping.end_help(deployment=one, because="time_is_up", words="", by=by, at=at)
    if chance.random() < GOES_ON:
        _help(plan, anchor, _people(plan), at, chance)


def _were(at: datetime) -> list[Meeting]:
    rows = Meeting.objects.filter(Q(ends_at__lte=at), state="planned")
    return list(rows.select_related("plan__family", "item").order_by("pk"))


def _write_down(one: Meeting, at: datetime, chance: Random) -> None:
    anchor = _anchor(one.plan)
    if anchor is None:
        return
    by = _by(one.plan, anchor)
    everybody = set(one.invitees.values_list("pk", flat=True))
    meeting.note_presence(meeting=one, present=everybody, by=by, at=at)
    if chance.random() < WRITTEN:
        maker = _maker(one.plan, anchor)
        meeting.write_minutes(meeting=one, version=None, words=MINUTES, maker=maker, by=by, at=at)
    meeting.hold_meeting(meeting=one, by=by, at=at)


def _anchor(plan: Plan) -> Worker | None:
    rows = TeamMember.objects.filter(plan=plan, anchor=True, ends_at__isnull=True)
    row = rows.select_related("worker").order_by("pk").first()
    return row.worker if row is not None else None


def _people(plan: Plan) -> list[Person]:
    """The family, its parent first."""
    rows = FamilyMembership.objects.filter(family=plan.family, ends_at__isnull=True)
    ordered = sorted(rows.select_related("person").order_by("pk"), key=lambda row: row.role != "parent")
    return [row.person for row in ordered]


def _maker(plan: Plan, anchor: Worker) -> Maker:
    return Maker(worker=anchor, organisation=plan.owner)


def _by(plan: Plan, anchor: Worker) -> Actor:
    owner = plan.owner
    return Actor(ActorKind.WORKER, anchor.key, anchor.name, owner.key, owner.name)
