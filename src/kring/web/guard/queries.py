"""What the pages of the guard show, within reach of the reader."""

from dataclasses import dataclass
from datetime import date, datetime

from kring.foundation.deadlines.calendar import last_day_of
from kring.foundation.journal import ledger
from kring.registry.people.models import Person
from kring.trust.access.glass import keepers_of, reviews_waiting
from kring.trust.access.joining import (
    agree_to,
    heard,
    joins_of,
    joins_waiting_for,
    organisation_names,
)
from kring.trust.access.looking import pages_read
from kring.trust.access.models import BrokenGlass, JoinAsked, UnusualLook
from kring.trust.access.queries import persons_by_id
from kring.trust.access.readers import Reader
from kring.web.guard.words import unusual_words

MOST_ASKED = 30


@dataclass(frozen=True, slots=True)
class Glass:
    """An emergency access as the officer judges it: no name of the family, but whom to call."""

    glass: BrokenGlass
    organisations: str
    keepers: str
    pages: int
    last_day: date
    """The last day on which a verdict is in time."""
    late: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody asks to help along with a person the reader keeps."""

    join: JoinAsked
    person: Person
    organisations: str
    agreed: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """What the reader asked, and what they hear of it."""

    join: JoinAsked
    heard: str
    person: Person | None


def waiting_glass(at: datetime) -> list[Glass]:
    """What waits for a verdict, the first due first; noted as read."""
    return [shown_glass(glass, at) for glass in reviews_waiting()]


def shown_glass(glass: BrokenGlass, at: datetime) -> Glass:
    """One emergency access; its reason speaks of the family, so that is noted as read."""
    ledger.saw("family", glass.family.key)
    keepers = [row.worker or row.desk for row in keepers_of(glass.family, at)]
    until = glass.ends_at or at
    return Glass(
        glass=glass,
        organisations=organisation_names(glass.worker, at),
        keepers=", ".join(sorted({keeper.name for keeper in keepers if keeper is not None})),
        pages=pages_read(glass.worker.key, glass.family.key, glass.starts_at, until),
        last_day=last_day_of(glass.review_by),
        late=glass.reviewed_at is None and glass.review_by < at,
    )


def waiting_joins(reader: Reader, at: datetime) -> list[Waiting]:
    """Who asks to help along with people this reader keeps; the people noted as read."""
    joins = list(joins_waiting_for(reader, at))
    people = persons_by_id(reader, (join.person_id for join in joins), at)
    return [
        Waiting(
            join=join,
            person=people[join.person_id],
            organisations=organisation_names(join.worker, at),
            agreed=join.person_id in agree_to(join.worker, [people[join.person_id]], at),
        )
        for join in joins
        if join.person_id in people
    ]


def asked_by(reader: Reader, at: datetime) -> list[Asked]:
    """What this reader asked; a person only where they were let in."""
    rows = list(joins_of(reader.worker_id or 0)[:MOST_ASKED])
    said = [(join, heard(join, at)) for join in rows]
    let_in = persons_by_id(reader, (join.person_id for join, word in said if word == "opened"), at)
    return [Asked(join, word, let_in.get(join.person_id or 0)) for join, word in said]


@dataclass(frozen=True, slots=True)
class Look:
    """One unusual week of one worker, with the sentence why."""

    look: UnusualLook
    why: str
    may: bool


@dataclass(frozen=True, slots=True)
class Week:
    """The unusual looks of one week in one region."""

    monday: date
    region: str
    looks: list[Look]


def unusual_weeks(since: date, reader: Reader) -> list[Week]:
    """What stood out since a day, by week and region, the newest first; own rows cannot be marked."""
    rows = UnusualLook.objects.filter(week__gte=since).select_related("worker", "region", "seen_by")
    ordered = rows.order_by("-week", "region__name", "worker__name", "kind", "pk")
    grouped: dict[tuple[date, str], list[Look]] = {}
    for row in ordered:
        region = row.region.name if row.region else ""
        may = row.seen_at is None and row.worker_id != reader.worker_id
        one = Look(row, unusual_words(row.kind, row.times), may)
        grouped.setdefault((row.week, region), []).append(one)
    return [Week(monday, region, looks) for (monday, region), looks in grouped.items()]
