"""Where a question goes, who is there for it, and when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from kring.foundation.deadlines.calendar import LOCAL, is_working_day, local_day
from kring.foundation.records.local_text import in_language
from kring.foundation.records.prepared import Prepared
from kring.foundation.records.together import Together
from kring.registry.network.models import (
    Absence,
    Desk,
    DeskArea,
    Duty,
    OpeningHours,
    Organisation,
    Partnership,
    PartnershipArea,
    PartnershipKind,
    Pause,
    RoleLabel,
    RoleType,
    Worker,
    WorkerRole,
)
from kring.registry.places.models import Municipality

PUBLIC_DOORS = frozenset({"web", "counter", "phone"})
LOOK_AHEAD_DAYS = 14
DEPUTY_STEPS = 4


class NoDesk(LookupError):
    """There is no fallback desk: the installation cannot hold a question from outside."""


@dataclass(frozen=True, slots=True)
class OnDuty:
    """A worker on duty, and for whom they stand in, if for somebody."""

    worker: Worker
    instead_of: Worker | None = None


def worker_of(number: int | None) -> Worker:
    """The worker with this inner number; raises Worker.DoesNotExist."""
    found: Worker | None = _WORKER.first(worker=number or 0)
    if found is None:
        raise Worker.DoesNotExist
    return found


def open_desks(at: datetime) -> QuerySet[Desk]:
    """The desks that are not closed at ``at``."""
    return Desk.objects.filter(Q(closed_at__isnull=True) | Q(closed_at__gt=at))


def region_of(municipality: Municipality | None, at: datetime) -> Partnership | None:
    """The 1 Gezin 1 Plan partnership whose territory holds this municipality; None outside all."""
    if municipality is None:
        return None
    areas = PartnershipArea.objects.running(at).filter(municipality=municipality)
    regions = Partnership.objects.filter(kind=PartnershipKind.ONE_FAMILY_ONE_PLAN)
    return regions.filter(Exists(areas.filter(partnership=OuterRef("pk")))).order_by("pk").first()


def desks_serving(municipality: Municipality, at: datetime) -> QuerySet[Desk]:
    """Open desks for a municipality: it is in their own territory, or they have none and it is in
    that of their region."""
    own = DeskArea.objects.running(at).filter(desk=OuterRef("pk"))
    regional = PartnershipArea.objects.running(at).filter(
        partnership=OuterRef("region"), municipality=municipality
    )
    here = Q(Exists(own.filter(municipality=municipality)))
    return open_desks(at).filter(here | (~Exists(own) & Exists(regional)), fallback=False)


def desk_for(municipality: Municipality | None, at: datetime, door: str) -> Desk:
    """The desk a new question lies on. The same facts always give the same desk.

    A desk with somebody on its list goes before an empty one. A question from the public goes to
    the counter that is first for the public, else to the intake team; one from a professional or a
    file to the intake team first. Crisis desks and services are never chosen. What lies outside
    every territory, or has no municipality, goes to the fallback desk. Raises NoDesk without one.
    """
    current = _current(municipality)
    if current is not None:
        candidates = desks_serving(current, at).filter(kind__in=[Desk.Kind.COUNTER, Desk.Kind.INTAKE])
        candidates = candidates.annotate(staffed=Exists(_duties(at).filter(desk=OuterRef("pk"))))
        chosen = min(
            candidates.select_related("organisation", "region"),
            key=lambda desk: (not desk.staffed, _rank(desk, door), desk.pk),
            default=None,
        )
        if chosen is not None:
            return chosen
    fallback = fallback_desk(at)
    if fallback is None:
        raise NoDesk
    return fallback


def fallback_desk(at: datetime) -> Desk | None:
    """The desk for questions from outside every territory."""
    return open_desks(at).filter(fallback=True).select_related("organisation", "region").first()


def on_duty(desk: Desk, at: datetime) -> list[OnDuty]:
    """Who does the work of a desk: its list, with the deputy in place of who is away."""
    return on_duty_by_desk([desk], at)[desk.pk]


def on_duty_by_desk(desks: Iterable[Desk], at: datetime) -> dict[int, list[OnDuty]]:
    """Who does the work of each of these desks, in one read; keys are inner ids."""
    found: dict[int, dict[int, OnDuty]] = {desk.pk: {} for desk in desks}
    read = _ON_DUTY.lists(desks=tuple(found), at=at)
    deputies = _deputies(_longest_away_first(read["away"]))
    for duty in sorted(read["listed"], key=lambda duty: (duty.worker.name.casefold(), duty.pk)):
        present = present_of(duty.worker, deputies)
        if present is not None:
            stands_in = None if present == duty.worker else duty.worker
            there = found[duty.desk_id]
            if stands_in is None or present.pk not in there:
                there[present.pk] = OnDuty(present, stands_in)
    return {desk: list(there.values()) for desk, there in found.items()}


def desks_of(worker: Worker, at: datetime) -> QuerySet[Desk]:
    """The open desks this worker works for, on the list or as the deputy of who is away."""
    absent = Absence.objects.running(at).filter(deputy=worker).values("worker")
    duties = _duties(at).filter(Q(worker=worker) | Q(worker__in=absent))
    return open_desks(at).filter(Exists(duties.filter(desk=OuterRef("pk")))).order_by("name", "pk")


def handover_targets(desk: Desk, at: datetime) -> QuerySet[Desk]:
    """The desks a question may be handed to: every open one but this, those of the region first."""
    others = open_desks(at).exclude(pk=desk.pk).select_related("organisation", "region")
    near = Q(region=desk.region_id)
    return others.annotate(near=near).order_by("-near", "name", "pk")


def is_open(desk: Desk, at: datetime) -> bool:
    """Whether somebody answers now: within the hours of a working day and not closed for good.

    Asks nothing of the database where the hours of the desk were fetched along.
    """
    local = at.astimezone(LOCAL)
    closed = desk.closed_at is not None and desk.closed_at <= at
    if closed or not is_working_day(local.date()):
        return False
    today = [slot for slot in desk.hours.all() if slot.weekday == local.weekday()]
    return any(slot.opens <= local.time() < slot.closes for slot in today)


def next_open(desk: Desk, at: datetime) -> datetime | None:
    """When the desk opens next (``at`` itself while it is open); None when it has no hours."""
    if is_open(desk, at):
        return at
    hours = list(OpeningHours.objects.filter(desk=desk).order_by("weekday", "opens"))
    if not hours or (desk.closed_at is not None and desk.closed_at <= at):
        return None
    today = local_day(at)
    for ahead in range(LOOK_AHEAD_DAYS + 1):
        opening = _opening(hours, today + timedelta(days=ahead), at)
        if opening is not None:
            return opening
    return None


def workers_of(organisation: Organisation, at: datetime) -> QuerySet[Worker]:
    """The workers with a running role for an organisation, by name."""
    present = Worker.objects.filter(Q(left_at__isnull=True) | Q(left_at__gt=at))
    roles = present.filter(roles__organisation=organisation, roles__starts_at__lte=at)
    running = roles.filter(Q(roles__ends_at__isnull=True) | Q(roles__ends_at__gt=at))
    return running.distinct().order_by("name", "pk")


def employers_of(worker: Worker, at: datetime) -> list[Organisation]:
    """The organisations a worker has a role for, the longest first."""
    roles = WorkerRole.objects.running(at).filter(worker=worker).select_related("organisation")
    return [role.organisation for role in roles.order_by("starts_at", "pk")]


def is_stopped(organisation: Organisation, at: datetime) -> bool:
    """Whether the accounts of an organisation open nothing: paused now, or closed."""
    closed = organisation.closed_on is not None and organisation.closed_on <= local_day(at)
    return closed or Pause.objects.running(at).filter(organisation=organisation).exists()


def role_name(role: RoleType, partnership: Partnership | None) -> str:
    """What a role is called here: the label of the partnership, else the name of the catalogue."""
    labels = RoleLabel.objects.filter(role=role, partnership=partnership)
    label = labels.first() if partnership is not None else None
    return in_language(label.name if label is not None else role.name)


def _current(municipality: Municipality | None) -> Municipality | None:
    return municipality and (municipality.successor or municipality)


def _rank(desk: Desk, door: str) -> int:
    order = ("first", "intake", "counter") if door in PUBLIC_DOORS else ("intake", "first", "counter")
    if desk.first_for_public:
        return order.index("first")
    return order.index(desk.kind)


def _duties(at: datetime) -> QuerySet[Duty]:
    gone = Q(worker__left_at__isnull=False, worker__left_at__lte=at)
    return Duty.objects.running(at).exclude(gone)


def absences_at(at: datetime) -> list[Absence]:
    """Who is away at ``at``, with the deputy, if one was named; the longest away first."""
    return _longest_away_first(_AWAY.rows(at=at))


def _longest_away_first(rows: Iterable[Absence]) -> list[Absence]:
    return sorted(rows, key=lambda absence: (absence.starts_at, absence.pk))


def _deputies(away: Iterable[Absence]) -> dict[int, Worker | None]:
    return {absence.worker_id: absence.deputy for absence in away}


def present_of(worker: Worker, deputies: dict[int, Worker | None]) -> Worker | None:
    """The worker, or who stands in for them; a deputy who is away has a deputy too."""
    present: Worker | None = worker
    for _ in range(DEPUTY_STEPS):
        if present is None or present.pk not in deputies:
            return present
        present = deputies[present.pk]
    return None


def _opening(hours: list[OpeningHours], day: date, at: datetime) -> datetime | None:
    if not is_working_day(day):
        return None
    for slot in hours:
        opens = datetime.combine(day, slot.opens, tzinfo=LOCAL)
        if slot.weekday == day.weekday() and opens >= at:
            return opens
    return None


def _on_list(*, desks: tuple[int, ...], at: datetime) -> QuerySet[Duty]:
    return _duties(at).filter(desk__in=desks).select_related("worker")


def _away(*, at: datetime) -> QuerySet[Absence]:
    return Absence.objects.running(at).select_related("worker", "deputy")


_ON_DUTY = Together(listed=_on_list, away=_away)
_AWAY = Prepared(_away)
_WORKER = Prepared(lambda worker: Worker.objects.filter(pk=worker))
