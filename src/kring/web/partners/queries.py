"""What the pages of the network show, in a fixed number of queries."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, time
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from kring.foundation.records.folding import fold
from kring.foundation.records.local_text import in_language
from kring.registry.network.models import (
    Absence,
    Desk,
    OpeningHours,
    Organisation,
    Partnership,
    PartnershipArea,
    PartnershipKind,
    PartnershipMember,
    RoleLabel,
    Worker,
    WorkerRole,
)
from kring.registry.network.queries import (
    OnDuty,
    is_open,
    on_duty_by_desk,
    open_desks,
    role_name,
)
from kring.trust.access.readers import Reader

PAGE = 25


@dataclass(frozen=True)
class PartnerPage:
    """A page of organisations, with the keys the neighbouring pages start from."""

    rows: list[Organisation]
    before: UUID | None
    after: UUID | None


@dataclass(frozen=True)
class Days:
    """Weekdays in a row (Monday is 0) with the same opening hours, as "9:00-12:00, 13:00-16:00"."""

    first: int
    last: int
    hours: str


@dataclass(frozen=True)
class DeskView:
    """A desk with its hours per day and who is on duty."""

    desk: Desk
    days: list[Days]
    on_duty: list[OnDuty]
    open_now: bool


@dataclass(frozen=True)
class WorkerView:
    """A worker with the names of the roles they hold here."""

    key: UUID
    name: str
    roles: list[str]


def regions(at: datetime) -> QuerySet[Partnership]:
    """The 1 Gezin 1 Plan regions that exist, by name."""
    rows = Partnership.objects.filter(kind=PartnershipKind.ONE_FAMILY_ONE_PLAN)
    running = Q(ends_on__isnull=True) | Q(ends_on__gt=at.date())
    return rows.filter(running).order_by("name", "pk")


def own_regions(reader: Reader, at: datetime) -> list[Partnership]:
    """The regions this reader works in, by name."""
    return list(regions(at).filter(pk__in=reader.region_ids))


def partners(
    at: datetime, *, name: str = "", sector: str = "", region: Partnership | None = None
) -> QuerySet[Organisation]:
    """The organisations that work, by name, within the filters."""
    rows = Organisation.objects.filter(Q(closed_on__isnull=True) | Q(closed_on__gt=at.date()))
    for word in fold(name).split():
        rows = rows.filter(Q(search_name__startswith=word) | Q(search_name__contains=f" {word}"))
    if sector:
        rows = rows.filter(sector=sector)
    if region is not None:
        member = PartnershipMember.objects.running(at).filter(
            partnership=region, organisation=OuterRef("pk")
        )
        desk = open_desks(at).filter(region=region, organisation=OuterRef("pk"))
        rows = rows.filter(Exists(member) | Exists(desk))
    return rows.order_by("search_name", "pk")


def partner_page(
    rows: QuerySet[Organisation], at: datetime, *, after: UUID | None, before: UUID | None
) -> PartnerPage:
    """One page by cursor: those after or before an organisation, in order of name."""
    cursor = after or before
    mark = Organisation.objects.filter(key=cursor).first() if cursor else None
    if mark is not None:
        side = "gt" if after else "lt"
        same = Q(search_name=mark.search_name, **{f"pk__{side}": mark.pk})
        rows = rows.filter(Q(**{f"search_name__{side}": mark.search_name}) | same)
    backwards = mark is not None and not after
    if backwards:
        rows = rows.order_by("-search_name", "-pk")
    members = PartnershipMember.objects.running(at).select_related("partnership")
    fetched: list[Organisation] = list(
        rows.prefetch_related(
            Prefetch("partnerships", members.order_by("role", "partnership__name"), "taking_part")
        )[: PAGE + 1]
    )
    more, found = len(fetched) > PAGE, fetched[:PAGE]
    if backwards:
        found.reverse()
    first, last = (found[0].key, found[-1].key) if found else (None, None)
    has_before, has_after = (more, True) if backwards else (mark is not None, more)
    return PartnerPage(found, first if has_before else None, last if has_after else None)


def members_of(partnership: Partnership, at: datetime) -> list[PartnershipMember]:
    """Who takes part now: the lead first."""
    rows = PartnershipMember.objects.running(at).filter(partnership=partnership)
    return list(rows.select_related("organisation").order_by("role", "organisation__search_name"))


def territory_of(partnership: Partnership, at: datetime) -> list[PartnershipArea]:
    """The municipalities of a territory, by name."""
    rows = PartnershipArea.objects.running(at).filter(partnership=partnership)
    return list(rows.select_related("municipality").order_by("municipality__name_nl", "pk"))


def desk_views(desks: QuerySet[Desk], at: datetime) -> list[DeskView]:
    """Desks as a page shows them, by name; the number of queries does not grow with them."""
    hours = Prefetch("hours", OpeningHours.objects.order_by("weekday", "opens"))
    rows = desks.select_related("organisation", "region").prefetch_related(hours)
    found = list(rows.order_by("name", "pk"))
    there = on_duty_by_desk(found, at)
    return [
        DeskView(desk, _days(list(desk.hours.all())), there[desk.pk], is_open(desk, at))
        for desk in found
    ]


def workers_with_roles(organisation: Organisation, at: datetime) -> list[WorkerView]:
    """Who works for an organisation, with what their roles are called."""
    held = WorkerRole.objects.running(at).filter(organisation=organisation)
    held = held.filter(Q(worker__left_at__isnull=True) | Q(worker__left_at__gt=at))
    rows = list(held.select_related("worker", "role").order_by("worker__name", "worker_id", "pk"))
    labels = {
        (label.partnership_id, label.role_id): in_language(label.name)
        for label in RoleLabel.objects.filter(
            partnership__in={row.partnership_id for row in rows if row.partnership_id}
        ).order_by("pk")
    }
    names: dict[tuple[UUID, str], list[str]] = defaultdict(list)
    for row in rows:
        called = labels.get((row.partnership_id or 0, row.role_id)) or in_language(row.role.name)
        roles = names[(row.worker.key, row.worker.name)]
        if called not in roles:
            roles.append(called)
    return [WorkerView(key, name, roles) for (key, name), roles in names.items()]


def role_labels(partnership: Partnership) -> list[tuple[str, str]]:
    """The roles with a name of their own here: the name of the catalogue and that of here."""
    rows = RoleLabel.objects.filter(partnership=partnership).select_related("role").order_by("role")
    return [(in_language(row.role.name), in_language(row.name)) for row in rows]


def called(held: WorkerRole) -> str:
    """What a role somebody holds is called where they hold it."""
    return role_name(held.role, held.partnership)


def absences_of(worker: Worker, at: datetime) -> QuerySet[Absence]:
    """When a worker is away, now and later."""
    rows = Absence.objects.filter(Q(ends_at__isnull=True) | Q(ends_at__gt=at), worker=worker)
    return rows.select_related("deputy").order_by("starts_at", "pk")


def _days(hours: list[OpeningHours]) -> list[Days]:
    """Hours in words, days that follow each other with the same hours taken together."""
    by_day: dict[int, list[str]] = defaultdict(list)
    for slot in hours:
        by_day[slot.weekday].append(f"{clock(slot.opens)}-{clock(slot.closes)}")
    runs: list[Days] = []
    for weekday, slots in sorted(by_day.items()):
        words = ", ".join(slots)
        if runs and runs[-1].hours == words and runs[-1].last == weekday - 1:
            runs[-1] = Days(runs[-1].first, weekday, words)
        else:
            runs.append(Days(weekday, weekday, words))
    return runs


def clock(moment: time) -> str:
    """A time of day as people write it: 9:00."""
    return f"{moment.hour}:{moment.minute:02d}"
