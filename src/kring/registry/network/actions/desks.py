"""Desks: opened, changed and closed; their hours, territory and list."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.chain import Subject
from kring.foundation.journal.recording import action, nothing_changed, record
from kring.registry.network.models import (
    Desk,
    DeskArea,
    Duty,
    OpeningHours,
    Organisation,
    Partnership,
    Worker,
)
from kring.registry.network.rules import (
    Hours,
    check_hours,
    check_may_close_desk,
    check_still_works_here,
)
from kring.registry.places.models import Municipality

CORRECTABLE = frozenset({"name", "kind", "email", "phone", "first_for_public"})


@action
def open_desk(
    *,
    by: Actor,
    at: datetime,
    name: str,
    kind: str,
    organisation: Organisation,
    region: Partnership,
    email: str = "",
    phone: str = "",
    first_for_public: bool = False,
    fallback: bool = False,
) -> Desk:
    """A desk opens; from now on questions can lie on it."""
    desk = Desk(
        name=name.strip(),
        kind=kind,
        organisation=organisation,
        region=region,
        email=email.strip(),
        phone=phone.strip(),
        first_for_public=first_for_public,
        fallback=fallback,
    )
    desk.clean_fields(exclude=["organisation", "region"])
    desk.save(force_insert=True)
    record(by=by, at=at, did="desk.opened", about=_about(desk))
    return desk


@action
def correct_desk(*, by: Actor, at: datetime, desk: Desk, version: int, **changes: Any) -> Desk:
    """Change the name, kind or how to reach a desk. Raises StaleRecord and ValidationError."""
    unknown = changes.keys() - CORRECTABLE
    if unknown:
        raise TypeError(f"not to be corrected here: {sorted(unknown)}")
    draft = Desk.objects.get(pk=desk.pk)
    for name, value in changes.items():
        setattr(draft, name, value)
    draft.clean_fields(exclude=["organisation", "region"])
    desk.save_from(version, **changes)
    record(by=by, at=at, did="desk.corrected", about=_about(desk), fields=sorted(changes))
    return desk


@action
def make_fallback(*, by: Actor, at: datetime, desk: Desk) -> Desk:
    """This desk becomes the one for what lies outside every territory; the other gives way."""
    if desk.fallback:
        nothing_changed()
        return desk
    for other in Desk.objects.filter(fallback=True, closed_at__isnull=True).order_by("pk"):
        other.save_from(other.version, fallback=False)
    desk.save_from(desk.version, fallback=True)
    record(by=by, at=at, did="desk.made_fallback", about=_about(desk))
    return desk


@action
def close_desk(*, by: Actor, at: datetime, desk: Desk) -> Desk:
    """A desk closes for good: its list and territory end with it.

    Whoever calls this has seen to it that no open question lies on it. Raises ValidationError for
    the fallback desk.
    """
    check_may_close_desk(desk, at)
    desk.save_from(desk.version, closed_at=at)
    desk.duties.running(at).update(ends_at=at)
    desk.areas.running(at).update(ends_at=at)
    record(by=by, at=at, did="desk.closed", about=_about(desk))
    return desk


@action
def set_hours(*, by: Actor, at: datetime, desk: Desk, version: int, hours: Hours) -> Desk:
    """The opening hours of a desk: (weekday, opens, closes), Monday is 0, local time."""
    check_hours(hours)
    desk.save_from(version)
    desk.hours.all().delete()
    OpeningHours.objects.bulk_create(
        OpeningHours(desk=desk, weekday=weekday, opens=opens, closes=closes)
        for weekday, opens, closes in sorted(hours)
    )
    record(by=by, at=at, did="desk.hours_set", about=_about(desk))
    return desk


@action
def serve(
    *, by: Actor, at: datetime, desk: Desk, municipalities: Iterable[Municipality]
) -> list[DeskArea]:
    """A desk serves these municipalities from now on; those it serves already stay."""
    held = set(desk.areas.filter(ends_at__isnull=True).values_list("municipality_id", flat=True))
    fresh = [place for place in municipalities if place.pk not in held]
    if not fresh:
        nothing_changed()
        return []
    areas = DeskArea.objects.bulk_create(
        DeskArea(desk=desk, municipality=place.successor or place, starts_at=at) for place in fresh
    )
    codes = [place.nis for place in fresh]
    record(by=by, at=at, did="desk.area_added", about=_about(desk), nis=codes)
    return areas


@action
def stop_serving(*, by: Actor, at: datetime, desk: Desk, municipality: Municipality) -> None:
    """A desk no longer serves a municipality."""
    if not desk.areas.filter(municipality=municipality, ends_at__isnull=True).update(ends_at=at):
        nothing_changed()
        return
    record(by=by, at=at, did="desk.area_ended", about=_about(desk), nis=[municipality.nis])


@action
def put_on_list(
    *, by: Actor, at: datetime, desk: Desk, worker: Worker, starts_at: datetime | None = None
) -> Duty:
    """A worker is on the list of a desk: they see its questions and may take them."""
    check_still_works_here(worker, at)
    already = Duty.objects.filter(desk=desk, worker=worker, ends_at__isnull=True).first()
    if already is not None:
        nothing_changed()
        return already
    duty = Duty.objects.create(desk=desk, worker=worker, starts_at=starts_at or at)
    record(by=by, at=at, did="desk.listed", about=[*_about(desk), ("worker", worker.key)])
    return duty


@action
def take_off_list(*, by: Actor, at: datetime, duty: Duty) -> Duty:
    """A worker is no longer on the list of a desk."""
    if duty.ends_at is not None:
        nothing_changed()
        return duty
    duty.ends_at = max(at, duty.starts_at)
    duty.save(update_fields=["ends_at"])
    about = [*_about(duty.desk), ("worker", duty.worker.key)]
    record(by=by, at=at, did="desk.unlisted", about=about)
    return duty


def _about(desk: Desk) -> list[Subject]:
    return [("desk", desk.key)]
