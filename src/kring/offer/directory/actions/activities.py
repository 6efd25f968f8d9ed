"""Activities get dates; people say that they come, and take it back."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4, uuid5

from django.core.exceptions import ValidationError
from django.db.models import F, Q
from django.utils.translation import gettext as _

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.chain import Subject
from kring.foundation.journal.recording import action, nothing_changed, record
from kring.foundation.keys.sealing import derived_code, hash_code
from kring.foundation.workflow.transitions import CannotMove
from kring.offer.directory.actions.describing import touch_services
from kring.offer.directory.actions.keeping import tell_cancelled
from kring.offer.directory.models import Activity, ActivityDate, Location, Service, SignUp
from kring.offer.directory.rules import (
    check_ages,
    check_is_own,
    check_may_sign_up,
    check_named,
    check_texts,
)
from kring.offer.directory.states import COMING, SIGN_UP

type Times = tuple[datetime, datetime]
MOST_DATES = 400
LONGEST_LINE = 120


@action
def add_activity(
    *, service: Service, location: Location | None, values: Mapping[str, Any], by: Actor, at: datetime
) -> Activity:
    """Something of a service that happens on dates. Raises ValidationError."""
    check_is_own(service)
    check_activity(values)
    activity = Activity.objects.create(service=service, location=location, **values, added_at=at)
    record(by=by, at=at, did="activity.added", about=about(activity))
    _touched(activity, at)
    return activity


@action
def change_activity(
    *, activity: Activity, version: int, values: Mapping[str, Any], by: Actor, at: datetime
) -> None:
    """Say something else of an activity. Raises ValidationError, StaleRecord."""
    check_is_own(activity.service)
    stands = ("name", "minimum_months", "maximum_months")
    check_activity({name: getattr(activity, name) for name in stands} | dict(values))
    activity.save_from(version, **values)
    record(by=by, at=at, did="activity.changed", about=about(activity), fields=sorted(values))
    _touched(activity, at)


@action
def add_dates(
    *, activity: Activity, times: Iterable[Times], seats: int | None, by: Actor, at: datetime
) -> list[ActivityDate]:
    """Days on which it happens; a time that is there already stays as it is. ValidationError."""
    wanted = dict(sorted(times)[: MOST_DATES + 1])
    if len(wanted) > MOST_DATES:
        raise ValidationError({"times": _("Dit zijn te veel dagen.")})
    if any(ends <= starts for starts, ends in wanted.items()):
        raise ValidationError({"times": _("Het einde ligt voor het begin.")})
    known = set(activity.dates.filter(starts_at__in=list(wanted)).values_list("starts_at", flat=True))
    added = ActivityDate.objects.bulk_create(
        [
            ActivityDate(activity=activity, starts_at=starts, ends_at=ends, seats=seats)
            for starts, ends in wanted.items()
            if starts not in known
        ]
    )
    if not added:
        nothing_changed()
        return []
    record(by=by, at=at, did="activity.dates_added", about=about(activity), days=len(added))
    _touched(activity, at)
    return added


@action
def cancel_date(*, date: ActivityDate, by: Actor, at: datetime) -> None:
    """It does not go on this once; who signed up with a mail address gets one."""
    if not ActivityDate.objects.filter(pk=date.pk, cancelled_at=None).update(cancelled_at=at):
        nothing_changed()
        return
    date.refresh_from_db()
    tell_cancelled([date], by=by, at=at)
    record(by=by, at=at, did="activity.date_cancelled", about=about(date.activity))
    _touched(date.activity, at)


@action
def stop_activity(*, activity: Activity, by: Actor, at: datetime) -> None:
    """It happens no more; what was still to come is cancelled, and who signed up hears so."""
    if not Activity.objects.filter(pk=activity.pk, stopped_at=None).update(stopped_at=at):
        nothing_changed()
        return
    activity.refresh_from_db()
    coming = activity.dates.filter(starts_at__gt=at, cancelled_at=None).order_by("pk")
    cancelled = list(coming)
    coming.update(cancelled_at=at)
    tell_cancelled(cancelled, by=by, at=at)
    record(by=by, at=at, did="activity.stopped", about=about(activity))
    _touched(activity, at)


@action
def sign_up(
    *,
    date: ActivityDate,
    name: str,
    reach_by: str,
    people: int,
    by: Actor,
    at: datetime,
    submission: UUID | None = None,
) -> tuple[SignUp, str]:
    """Say that one comes; gives the code with which it is taken back. A form sent twice is one.

    Of two people for the last place one gets it; the other gets ValidationError.
    """
    key, code = _key_and_code(submission or uuid4())
    known = SignUp.objects.filter(key=key).first()
    if known is not None and known.state == COMING:
        nothing_changed()
        return known, code
    if known is not None:  # taken back since, and now wanted again
        key, code = _key_and_code(uuid4())
    check_may_sign_up(date, people, at)
    if not name.strip():
        raise ValidationError({"name": _("Schrijf je naam.")})
    seated = Q(seats=None) | Q(seats__gte=F("taken") + people)
    rows = ActivityDate.objects.filter(seated, pk=date.pk, cancelled_at=None)
    if not rows.update(taken=F("taken") + people):
        raise ValidationError(_("Er is niet genoeg plaats meer. Kies een andere dag."), code="full")
    date.refresh_from_db()
    made = SignUp.objects.create(
        key=key,
        date=date,
        name=name.strip()[:LONGEST_LINE],
        reach_by=reach_by.strip()[:LONGEST_LINE],
        people=people,
        code_hash=hash_code(code),
        signed_up_at=at,
    )
    record(by=by, at=at, did="sign_up.made", about=[("sign_up", made.key), *about(date.activity)])
    return made, code


@action
def cancel_sign_up(*, code: str, by: Actor, at: datetime) -> SignUp | None:
    """Take a sign-up back by its code, and free its places; None for a code there is not."""
    made = SignUp.objects.filter(code_hash=hash_code(code)).select_related("date__activity").first()
    if made is None:
        nothing_changed()
        return None
    try:
        SIGN_UP.move(made, "cancel", cancelled_at=at)
    except CannotMove:  # taken back before, or at this very moment
        nothing_changed()
        return made
    ActivityDate.objects.filter(pk=made.date.pk).update(taken=F("taken") - made.people)
    subjects = [("sign_up", made.key), *about(made.date.activity)]
    record(by=by, at=at, did="sign_up.cancelled", about=subjects)
    return made


def check_activity(values: Mapping[str, Any]) -> None:
    """An activity has a name and ages of people; raises ValidationError."""
    check_texts(Activity, values)
    check_named(values.get("name"))
    check_ages(values.get("minimum_months"), values.get("maximum_months"))


def about(activity: Activity) -> list[Subject]:
    """Whom an entry about this activity concerns."""
    return [("activity", activity.key), ("service", activity.service.key)]


def _key_and_code(submission: UUID) -> tuple[UUID, str]:
    """Of one form always the same; who knows the key alone does not know the code."""
    return uuid5(submission, "sign_up"), derived_code(uuid5(submission, "code of sign_up"))


def _touched(activity: Activity, at: datetime) -> None:
    touch_services(Service.objects.filter(pk=activity.service.pk), at)
