"""Looks that stand out, found once a week in the journal: counted, and nobody looked at is named."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import batched
from uuid import UUID

from django.core.cache import cache
from django.db.models import Count, Q, QuerySet
from django.db.models.functions import ExtractHour

from kring.foundation.deadlines.calendar import LOCAL, local_day, start_of_day
from kring.foundation.deadlines.queries import number_at
from kring.foundation.journal.actor import ActorKind
from kring.foundation.journal.models import JournalEntry, JournalSubject
from kring.foundation.records.folding import fold
from kring.registry.network.models import (
    Duty,
    PartnershipArea,
    PartnershipKind,
    Worker,
    WorkerRole,
)
from kring.registry.people.models import Person
from kring.registry.people.queries import address_of
from kring.trust.access.models import OwnCircle, UnusualLook

A_WEEK = timedelta(days=7)
BATCH = 500
MARKED_FOR = 30 * 86400
HOUSE_NUMBER = re.compile(r"\s*\d.*$")
CRISIS = "crisis"
Kind = UnusualLook.Kind
type Looks = dict[UUID, int]
"""Per person how many pages of a week showed them to one worker."""


@dataclass
class Standing:
    """What is known of a worker to hold their looks against."""

    worker: Worker
    surname: str
    regions: set[int] = field(default_factory=set)
    region: int | None = None
    streets: set[tuple[int | None, str]] = field(default_factory=set)
    crisis: bool = False


def find_unusual(*, at: datetime) -> int:
    """Look at the last whole week, once; how many rows were found. Run by the clock."""
    monday = local_day(at) - timedelta(days=local_day(at).weekday()) - A_WEEK
    mark = f"unusual-looks:{monday.isoformat()}"
    if not cache.add(mark, 1, MARKED_FOR):
        return 0
    try:
        return len(unusual_of(monday, at))
    except Exception:
        cache.delete(mark)
        raise


def unusual_of(monday: date, at: datetime) -> list[UnusualLook]:
    """Keep what stands out in the week of a Monday; what was kept before stays as it is."""
    by_worker = _looks_of(monday)
    nights = _nights_of(monday, at)
    found = []
    for standing in _standings({*by_worker, *nights}, monday, at):
        key = standing.worker.key
        counts = _counted(standing, by_worker.get(key, {}), nights[key], at)
        for kind, times in counts.items():
            found.append(
                UnusualLook(
                    worker=standing.worker,
                    region_id=standing.region,
                    week=monday,
                    kind=kind,
                    times=times,
                    found_at=at,
                )
            )
    return UnusualLook.objects.bulk_create(found, ignore_conflicts=True)


def _counted(standing: Standing, looks: Looks, nights: int, at: datetime) -> Counter[str]:
    """Per kind how often it happened, without the kinds that did not."""
    counts: Counter[str] = Counter()
    where = _region_by_municipality(at)
    for person in _people(looks):
        times = looks[person.key]
        if standing.surname and fold(person.family_name) == standing.surname:
            counts[Kind.SURNAME] += times
        if person.protected_address:
            continue
        region = where.get(person.municipality_id or 0)
        if region is not None and standing.regions and region not in standing.regions:
            counts[Kind.OUT_OF_REGION] += times
        if standing.streets and _street(person) in standing.streets:
            counts[Kind.STREET] += times
    if nights and not standing.crisis:
        counts[Kind.NIGHT] = nights
    if len(looks) > number_at("unusual_many_per_week", at):
        counts[Kind.MANY] = len(looks)
    return +counts


def _reads(monday: date) -> QuerySet[JournalEntry]:
    """The pages workers read in the week of a Monday."""
    reads = JournalEntry.objects.filter(verb="read", actor_kind=ActorKind.WORKER)
    return reads.filter(at__gte=start_of_day(monday), at__lt=start_of_day(monday + A_WEEK))


def _looks_of(monday: date) -> dict[UUID, Looks]:
    """Who saw whom how often, by key of the worker."""
    rows = JournalSubject.objects.filter(kind="person", entry__in=_reads(monday))
    counted = rows.values_list("entry__actor_key", "subject_key").annotate(times=Count("pk"))
    found: dict[UUID, Looks] = defaultdict(dict)
    for worker, person, times in counted.order_by("entry__actor_key", "subject_key").iterator():
        found[worker][person] = times
    return found


def _nights_of(monday: date, at: datetime) -> Counter[UUID]:
    """How many pages with people each worker read at night, by local hour."""
    late = Q(hour__gte=number_at("unusual_night_from", at))
    early = Q(hour__lt=number_at("unusual_night_until", at))
    hours = _reads(monday).annotate(hour=ExtractHour("at", tzinfo=LOCAL))
    counted = hours.filter(late | early).values_list("actor_key").annotate(times=Count("pk"))
    return Counter(dict(counted.order_by("actor_key")))


def _standings(keys: Iterable[UUID], monday: date, at: datetime) -> Iterator[Standing]:
    workers = Worker.objects.filter(key__in=list(keys)).order_by("pk")
    known = {one.pk: Standing(one, fold(" ".join(one.name.split()[1:]))) for one in workers}
    begin, end = start_of_day(monday), start_of_day(monday + A_WEEK)
    then = Q(starts_at__lt=end) & (Q(ends_at__isnull=True) | Q(ends_at__gt=begin))
    roles = WorkerRole.objects.filter(then, worker__in=known).order_by("starts_at", "pk")
    for role in roles.select_related("role"):
        _add_region(known[role.worker_id], role.partnership_id)
        known[role.worker_id].crisis |= role.role.code == CRISIS
    duties = Duty.objects.filter(then, worker__in=known).order_by("starts_at", "pk")
    for worker, region in duties.values_list("worker_id", "desk__region_id"):
        _add_region(known[worker], region)
    circle = OwnCircle.objects.running(at).filter(worker__in=known, person__protected_address=False)
    for own in circle.exclude(person__sealed_address="").select_related("person").order_by("pk"):
        if own.person is not None:
            known[own.worker_id].streets.add(_street(own.person))
    yield from known.values()


def _add_region(standing: Standing, region: int | None) -> None:
    if region is not None:
        standing.regions.add(region)
        standing.region = standing.region or region


def _people(looks: Looks) -> Iterator[Person]:
    for keys in batched(looks, BATCH, strict=False):
        yield from Person.objects.filter(key__in=keys).order_by("pk")


def _region_by_municipality(at: datetime) -> dict[int, int]:
    areas = PartnershipArea.objects.running(at).filter(
        partnership__kind=PartnershipKind.ONE_FAMILY_ONE_PLAN
    )
    return dict(areas.order_by("pk").values_list("municipality_id", "partnership_id"))


def _street(person: Person) -> tuple[int | None, str]:
    """Where somebody lives, without the number; no street matches none."""
    street = HOUSE_NUMBER.sub("", fold(address_of(person))) if person.sealed_address else ""
    return (person.municipality_id, street) if street else (None, str(person.key))


def looks_unseen() -> int:
    """How many unusual looks no officer saw."""
    return UnusualLook.objects.filter(seen_at__isnull=True).count()
