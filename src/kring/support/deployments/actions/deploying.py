"""Help that is planned, starts and ends; starting it stops clocks and lets its helper in."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from kring.foundation.classes.facts import DataClass
from kring.foundation.journal.actor import Actor
from kring.foundation.journal.chain import Subject
from kring.foundation.journal.recording import action, nothing_changed, record
from kring.registry.network.models import Organisation, Worker
from kring.registry.people.models import Family, Person
from kring.support.deployments.actions.watching import look_ahead
from kring.support.deployments.models import Deployment
from kring.support.deployments.rules import (
    check_began,
    check_period,
    check_persons,
    check_what,
    check_why,
    check_works_there,
)
from kring.support.deployments.states import DEPLOYMENT, RUNNING
from kring.support.plans.actions import join_team, leave_team
from kring.support.plans.makers import Maker
from kring.support.plans.models import Goal, LeftBecause, Plan, TeamMember
from kring.support.plans.states import ACTIVE
from kring.support.requests.actions import help_began
from kring.support.requests.models import Answer, Request
from kring.trust.access.items import class_item

ITEM_KIND = "deployment"


@dataclass(frozen=True, slots=True)
class NewHelp:
    """Help as it is planned. ``key`` identifies one sending: sent twice, it is one."""

    what: str
    persons: tuple[Person, ...]
    organisation: Organisation
    planned_from: date
    planned_until: date | None = None
    intensity: str = ""
    bridging: bool = False
    worker: Worker | None = None
    plan: Plan | None = None
    goal: Goal | None = None
    request: Request | None = None
    answer: Answer | None = None
    key: UUID | None = None


@action
def plan_help(*, family: Family, new: NewHelp, maker: Maker, by: Actor, at: datetime) -> Deployment:
    """Plan help for people of a family; the same key twice is one. Raises ValidationError."""
    known = Deployment.objects.filter(key=new.key, family=family).first() if new.key else None
    if known is not None:
        nothing_changed()
        return known
    check_what(new.what)
    check_persons(new.persons, at)
    check_period(new.planned_from, new.planned_until)
    check_works_there(new.worker, new.organisation, at)
    try:
        with transaction.atomic():
            made = _make(family, new, maker, at)
    except IntegrityError as error:
        raise ValidationError(_("De hulp van dit antwoord is al gepland.")) from error
    record(by=by, at=at, did="deployment.planned", about=subjects_of(made))
    _look_ahead(made, by=by, at=at)
    return made


def _make(family: Family, new: NewHelp, maker: Maker, at: datetime) -> Deployment:
    """The row and its item: those it is for take part in it, and the organisation gives it."""
    item = class_item(
        kind=ITEM_KIND,
        about=new.persons,
        data_class=DataClass.OPEN,
        told_by=maker.told_by,
        owner=maker.organisation,
        author=maker.worker,
        named=[*new.persons, new.organisation],
        at=at,
    )
    return Deployment.objects.create(
        key=new.key or uuid4(),
        family=family,
        plan=new.plan,
        goal=new.goal,
        request=new.request,
        answer=new.answer,
        organisation=new.organisation,
        worker=new.worker,
        item=item,
        what=new.what.strip(),
        intensity=new.intensity.strip(),
        bridging=new.bridging,
        planned_from=new.planned_from,
        planned_until=new.planned_until,
        planned_at=at,
    )


@action
def replan_help(
    *,
    deployment: Deployment,
    version: int,
    planned_from: date,
    planned_until: date | None,
    intensity: str,
    by: Actor,
    at: datetime,
) -> None:
    """Plan help otherwise, or longer. Raises StaleRecord when another save came first."""
    check_period(planned_from, planned_until)
    deployment.save_from(
        version,
        planned_from=planned_from,
        planned_until=planned_until,
        intensity=intensity.strip(),
    )
    record(by=by, at=at, did="deployment.replanned", about=subjects_of(deployment))
    _look_ahead(deployment, by=by, at=at)


@action
def start_help(
    *,
    deployment: Deployment,
    by: Actor,
    at: datetime,
    began_at: datetime | None = None,
    worker: Worker | None = None,
) -> None:
    """The help has begun: clocks stop by the rulebook, and who gives it comes into the team.

    Raises CannotMove for the second who says it, ValidationError for a day to come.
    """
    began, helper = began_at or at, worker or deployment.worker
    check_began(began, at)
    check_works_there(helper, deployment.organisation, at)
    DEPLOYMENT.move(deployment, "start", starts_at=began, worker=helper)
    record(by=by, at=at, did="deployment.started", about=subjects_of(deployment))
    help_began(
        family=deployment.family,
        request=deployment.request,
        bridging=deployment.bridging,
        began_at=began,
        by=by,
        at=at,
    )
    plan = deployment.plan
    if plan is not None and plan.state == ACTIVE and helper is not None:
        join_team(
            plan=plan,
            worker=helper,
            does=deployment.what[:120],
            because="deployment.started",
            by=by,
            at=at,
        )
    _look_ahead(deployment, by=by, at=at)


@action
def end_help(
    *,
    deployment: Deployment,
    because: str,
    words: str,
    by: Actor,
    at: datetime,
    ended_at: datetime | None = None,
) -> None:
    """The help has ended; whoever was in the team by it alone leaves. Raises CannotMove."""
    check_why(because)
    ended = max(ended_at or at, deployment.starts_at or at)
    check_began(ended, at)
    DEPLOYMENT.move(deployment, "end", ends_at=ended, ended_because=because, ended_words=words.strip())
    record(by=by, at=at, did="deployment.ended", about=subjects_of(deployment), because=because)
    _leave(deployment, by=by, at=at)
    _look_ahead(deployment, by=by, at=at)


def _leave(deployment: Deployment, *, by: Actor, at: datetime) -> None:
    """Out of the team, unless they are its anchor or still help in it in another way."""
    if deployment.plan is None or deployment.worker is None:
        return
    member = TeamMember.objects.filter(
        plan=deployment.plan,
        worker=deployment.worker,
        anchor=False,
        because="deployment.started",
        ends_at__isnull=True,
    ).first()
    still = Deployment.objects.filter(
        plan=deployment.plan, worker=deployment.worker, state=RUNNING
    ).exists()
    if member is not None and not still:
        leave_team(member=member, because=LeftBecause.READY, words="", by=by, at=at)


@action
def cancel_help(*, deployment: Deployment, because: str, words: str, by: Actor, at: datetime) -> None:
    """Planned help does not come; the reason is kept. Raises CannotMove once it began."""
    check_why(because)
    DEPLOYMENT.move(deployment, "cancel", ended_because=because, ended_words=words.strip())
    record(by=by, at=at, did="deployment.cancelled", about=subjects_of(deployment), because=because)
    _look_ahead(deployment, by=by, at=at)


def _look_ahead(deployment: Deployment, *, by: Actor, at: datetime) -> None:
    if deployment.plan is not None:
        look_ahead(plan=deployment.plan, by=by, at=at)


def subjects_of(deployment: Deployment) -> list[Subject]:
    """Whom an entry about this help concerns."""
    about = deployment.item.subjects.select_related("person").order_by("pk")
    people = [("person", row.person.key) for row in about]
    return [("deployment", deployment.key), ("family", deployment.family.key), *people]
