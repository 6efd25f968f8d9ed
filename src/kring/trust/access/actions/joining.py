"""Asking to take part in somebody's help; asking shows nothing, to nobody."""

from datetime import datetime
from uuid import UUID

from django.urls import reverse

from kring.foundation.deadlines.queries import due_for
from kring.foundation.journal.actor import SYSTEM, Actor
from kring.foundation.journal.recording import action, nothing_changed, record
from kring.foundation.outbox.actions import post
from kring.foundation.outbox.recipients import Recipient
from kring.registry.network.models import Worker
from kring.registry.people.models import Family, Person
from kring.registry.people.queries import Identifiers, families_of, likely_same, members_of
from kring.trust.access.actions.involving import involve
from kring.trust.access.actions.known import check_enough, count_check, spoken_of
from kring.trust.access.joining import agree_to, keepers_of_person
from kring.trust.access.models import Involvement, JoinAsked, PersonAccess
from kring.trust.access.rules import check_agreed, check_join_reason
from kring.trust.access.states import JOIN_ASKED, JOINING
from kring.trust.consent.queries import deciders_among
from kring.trust.consent.rules import check_decides

TEXT = "access.join_asked"


@action
def ask_to_join(*, who: Identifiers, worker: Worker, reason: str, by: Actor, at: datetime) -> JoinAsked:
    """Ask to help along; the asker hears nothing but that it was asked.

    Counts as a look for somebody known (TooManyChecks); needs a reason of twenty signs and enough
    to recognise one person by (ValidationError). For who may not be spoken of, and for the own
    circle, it is kept without a person, and nothing comes of it.
    """
    check_join_reason(reason)
    check_enough(who)
    count_check(worker, reason, at)
    meant = spoken_of((found.person for found in likely_same(who)), worker, at)
    join = JoinAsked.objects.create(
        worker=worker,
        person=meant[0] if meant else None,
        reason=reason.strip(),
        asked_at=at,
        expires_at=due_for("join_expires", at),
    )
    record(by=by, at=at, did="join.asked", about=_about(join))
    return join


@action
def open_join(
    *,
    join: JoinAsked,
    by: Actor,
    at: datetime,
    settled_by: Worker | None = None,
    decided_by: Person | None = None,
) -> Involvement:
    """Let the asker take part: the person says so, or who keeps them with consent on record.

    ``decided_by`` answers about themself and must decide alone; ``settled_by`` needs a running
    consent of who decides, to an organisation of the asker. Else ValidationError; CannotMove when
    it was settled or expired. With everybody's consent the asker takes part for the family.
    """
    person = join.person
    if person is None or (settled_by is None) == (decided_by is None):
        raise ValueError("a join is opened by one who may, for a person")
    if decided_by is not None:
        check_decides(decided_by.pk, deciders_among([person], at)[person.pk])
    else:
        check_agreed(agreed=person.pk in agree_to(join.worker, [person], at))
    JOINING.move(join, "open", settled_at=at, settled_by=settled_by)
    record(by=by, at=at, did="join.opened", about=_about(join))
    return involve(
        at=at,
        about=_opened(join.worker, person, at),
        who=join.worker,
        role=Involvement.Role.TEAM,
        because="join",
        because_key=join.key,
    )


@action
def decline_join(*, join: JoinAsked, by: Actor, at: datetime, settled_by: Worker | None = None) -> None:
    """Say no; the asker sees nothing but that no answer came. Raises CannotMove."""
    JOINING.move(join, "decline", settled_at=at, settled_by=settled_by)
    record(by=by, at=at, did="join.declined", about=_about(join))


@action
def work_on_joins(*, at: datetime) -> None:
    """What ``kring tick`` does: tell who may say yes of what was asked, and end what is over."""
    nothing_changed()
    for join in JoinAsked.objects.filter(state=JOIN_ASKED, expires_at__lte=at).order_by("pk"):
        JOINING.move(join, "expire", settled_at=at)
        record(by=SYSTEM, at=at, did="join.expired", about=_about(join))
    fresh = JoinAsked.objects.filter(state=JOIN_ASKED, told_at__isnull=True)
    for join in fresh.select_related("person", "worker").order_by("pk"):
        _tell(join, at)
        join.told_at = at
        join.save(update_fields=["told_at"])


def _opened(worker: Worker, person: Person, at: datetime) -> Family | Person:
    """The family when everybody in it agreed, else the person alone."""
    families = list(families_of(person, at)[:2])
    if len(families) != 1:
        return person
    people = [row.person for row in members_of(families[0], at)]
    agreed = agree_to(worker, people, at)
    return families[0] if all(one.pk in agreed for one in people) else person


def _tell(join: JoinAsked, at: datetime) -> None:
    if join.person is None:
        return
    for kind, key in keepers_of_person(join.person, at):
        once = f"{TEXT}:{join.key}:{key}"
        link = "/meehelpen/"
        post(by=SYSTEM, at=at, to=Recipient(kind, key), text=TEXT, link=link, once=once)
    _tell_themself(join, join.person, at)


def _tell_themself(join: JoinAsked, person: Person, at: datetime) -> None:
    """Somebody with an own access who decides about themself hears it on their own safe channel."""
    access = PersonAccess.objects.running(at).filter(person=person).first()
    if access is None or person.pk not in deciders_among([person], at)[person.pk]:
        return
    once = f"{TEXT}:{join.key}:{access.key}"
    to = Recipient("access", access.key)
    post(by=SYSTEM, at=at, to=to, text=TEXT, link=reverse("mine:sharing"), once=once)


def _about(join: JoinAsked) -> list[tuple[str, UUID]]:
    about = [("worker", join.worker.key)]
    return [*about, ("person", join.person.key)] if join.person is not None else about
