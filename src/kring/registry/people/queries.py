"""Finding persons and families, who may be the same, and how old they are on a day.

These reads know no reader. A page asks ``trust.access``, which decides who may see the outcome.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from django.db.models import Q, QuerySet

from kring.foundation.keys.sealing import blind_index, unseal
from kring.foundation.records.prepared import Prepared
from kring.registry.people.models import ContactChannel, Family, FamilyMembership, Person
from kring.registry.people.names import Wanted, search_name, typed_name
from kring.registry.people.rules import check_national_number

__all__ = ["search_name", "typed_name"]

ALIKE_ENOUGH = 0.82
TURNED_SHARE = 0.9
_NAMES = ("given_name", "family_name", "nickname")
NUMBER_COLUMN = "person.national_number"


@dataclass(frozen=True, slots=True)
class Identifiers:
    """What is known of somebody when the question is whether we know them already."""

    given_name: str = ""
    family_name: str = ""
    birth_date: date | None = None
    national_number: str = ""


class Ground(StrEnum):
    """Why two persons may be one."""

    NUMBER = "national_number"
    BIRTH_AND_NAME = "birth_date_and_name"


@dataclass(frozen=True, slots=True)
class Likely:
    """A person who may be the same, with a score up to 1 and its ground."""

    person: Person
    score: float
    ground: Ground


class AgeBand(StrEnum):
    """Age in years, as far as one need tell it."""

    UNBORN = "expected"
    BABY = "0-2"
    TODDLER = "3-5"
    CHILD = "6-11"
    TEENAGER = "12-17"
    YOUNG_ADULT = "18-25"
    ADULT = "26+"


_UPPER = (
    (3, AgeBand.BABY),
    (6, AgeBand.TODDLER),
    (12, AgeBand.CHILD),
    (18, AgeBand.TEENAGER),
    (26, AgeBand.YOUNG_ADULT),
)


def number_index(digits: str) -> str:
    """The blind index by which a national number is found."""
    return blind_index(digits, column=NUMBER_COLUMN)


def named_like[M: (Person, Family)](rows: QuerySet[M], text: str) -> QuerySet[M]:
    """Of these persons or families those in whose name every typed word begins a word."""
    words = typed_name(text)
    if not words:
        return rows.none()
    for word in words:
        rows = rows.filter(Q(search_name__startswith=word) | Q(search_name__contains=f" {word}"))
    return rows


def likely_same(known: Identifiers, limit: int = 5) -> list[Likely]:
    """Persons who may be the one meant, the likeliest first.

    The same national number is certain. Otherwise the birth date is the same (day and month may be
    turned round) and the names are alike. A wrong national number raises ValidationError.
    """
    if known.national_number:
        index = number_index(check_national_number(known.national_number))
        same = Person.objects.filter(national_number_index=index).first()
        if same is not None:
            return [Likely(same, 1.0, Ground.NUMBER)]
    if known.birth_date is None:
        return []
    wanted = Wanted(f"{known.given_name} {known.family_name}")
    # Many are born on one day: names alone are compared, and only who is likely is read in full.
    born = _BORN.rows(day=known.birth_date, turned=_turned(known.birth_date))
    scores: dict[int, float] = {}
    for key, day, *names in born:
        score = _likeness(wanted, names, turned=day != known.birth_date)
        if score >= ALIKE_ENOUGH:
            scores[key] = round(score, 2)
    best = sorted(scores, key=lambda key: (-scores[key], key))[:limit]
    persons = Person.objects.in_bulk(best) if best else {}
    return [Likely(persons[key], scores[key], Ground.BIRTH_AND_NAME) for key in best]


def age_on(birth_date: date | None, day: date) -> int | None:
    """Whole years on a day; None when the birth date is unknown or later."""
    if birth_date is None or birth_date > day:
        return None
    before_birthday = (day.month, day.day) < (birth_date.month, birth_date.day)
    return day.year - birth_date.year - before_birthday


def months_on(birth_date: date | None, day: date) -> int | None:
    """Whole months on a day; None when the birth date is unknown or later."""
    if birth_date is None or birth_date > day:
        return None
    return (day.year - birth_date.year) * 12 + day.month - birth_date.month - (day.day < birth_date.day)


def age_band(person: Person, day: date) -> AgeBand | None:
    """The band of a person on a day; None when nothing is known."""
    age = age_on(person.birth_date, day)
    if age is None:
        unborn = person.expected_birth_date is not None or person.birth_date is not None
        return AgeBand.UNBORN if unborn else None
    return next((band for upper, band in _UPPER if age < upper), AgeBand.ADULT)


def first_day_of_age(birth_date: date, years: int) -> date:
    """The day somebody reaches an age; who was born on 29 February does so on 1 March."""
    try:
        return birth_date.replace(year=birth_date.year + years)
    except ValueError:
        return birth_date.replace(year=birth_date.year + years, day=28) + timedelta(days=1)


def members_of(family: Family, at: datetime) -> list[FamilyMembership]:
    """Who belongs to a family at ``at``, with the person: parents first, then by age."""
    return parents_first(_MEMBERS.rows(family=family.pk, at=at))


def member_rows(*, family: int, at: datetime) -> QuerySet[FamilyMembership]:
    """The same in no order, for a read that needs them beside other rows."""
    rows = FamilyMembership.objects.filter(family=family, starts_at__lte=at)
    return rows.filter(Q(ends_at__isnull=True) | Q(ends_at__gt=at)).select_related("person")


def parents_first(members: Iterable[FamilyMembership]) -> list[FamilyMembership]:
    """Members in the order of a page: parents, then children by age, the unborn last."""
    by_age = sorted(members, key=lambda row: (row.person.birth_date or date.max, row.pk))
    return sorted(by_age, key=lambda row: row.role, reverse=True)


_MEMBERS = Prepared(member_rows)


def families_of(person: Person | int, at: datetime) -> QuerySet[Family]:
    """The families a person (or their inner number) belongs to at ``at``; a child may be in two."""
    rows = FamilyMembership.objects.filter(person=person, starts_at__lte=at)
    rows = rows.filter(Q(ends_at__isnull=True) | Q(ends_at__gt=at))
    return Family.objects.filter(pk__in=rows.values("family")).order_by("name", "pk")


def safe_channel(person: Person, at: datetime) -> ContactChannel | None:
    """The way this person called safe: the preferred one, else the oldest; None when there is none."""
    found: ContactChannel | None = _SAFE_CHANNEL.first(person=person.pk, at=at)
    return found


def shares_channel(channel: ContactChannel, at: datetime) -> bool:
    """Whether somebody else is reached by this same number or address."""
    running = Q(ends_at__isnull=True) | Q(ends_at__gt=at)
    rows = ContactChannel.objects.filter(running, value=channel.value).exclude(value="")
    return rows.exclude(person=channel.person_id).exists()


def channels_of(person: Person, at: datetime) -> list[ContactChannel]:
    """Every way to reach this person that still stands, also what is not safe; the first one first."""
    running = Q(ends_at__isnull=True) | Q(ends_at__gt=at)
    rows = ContactChannel.objects.filter(running, person=person)
    return list(rows.order_by("-preferred", "pk"))


def safe_phone(person: Person, at: datetime) -> ContactChannel | None:
    """The number on which this person may be called, of those they called safe."""
    running = Q(ends_at__isnull=True) | Q(ends_at__gt=at)
    kinds = (ContactChannel.Kind.PHONE, ContactChannel.Kind.SMS)
    rows = ContactChannel.objects.filter(running, person=person, safe=True, kind__in=kinds)
    return rows.order_by("-preferred", "-pk").first()


def safe_channels(persons: Iterable[int], at: datetime) -> dict[int, ContactChannel]:
    """The safe way to each of these people (inner numbers) who has one, in one read."""
    found: dict[int, ContactChannel] = {}
    for channel in _SAFE_CHANNELS.rows(persons=tuple(persons), at=at):
        found.setdefault(channel.person_id, channel)
    return found


def _safe_channel(*, person: int, at: datetime) -> QuerySet[ContactChannel]:
    return _safe_channels(persons=(person,), at=at)[:1]


def _safe_channels(*, persons: tuple[int, ...], at: datetime) -> QuerySet[ContactChannel]:
    rows = ContactChannel.objects.filter(person__in=persons, safe=True)
    rows = rows.filter(Q(ends_at__isnull=True) | Q(ends_at__gt=at))
    return rows.order_by("-preferred", "pk")


_SAFE_CHANNELS = Prepared(_safe_channels)
_SAFE_CHANNEL = Prepared(_safe_channel)


def address_of(person: Person) -> str:
    """The unsealed street address; the caller has decided that it may be shown."""
    return unseal(person.sealed_address, row=address_row(person)) if person.sealed_address else ""


def national_number_of(person: Person) -> str:
    """The unsealed national number, never for a list or an address bar; empty when unknown."""
    sealed = person.sealed_national_number
    return unseal(sealed, row=number_row(person)) if sealed else ""


def address_row(person: Person) -> str:
    """The row a sealed address belongs to."""
    return f"person.address:{person.key}"


def number_row(person: Person) -> str:
    """The row a sealed national number belongs to."""
    return f"person.national_number:{person.key}"


def _turned(day: date) -> date:
    """The date with day and month turned round; the same where there is no such day."""
    try:
        return day.replace(month=day.day, day=day.month)
    except ValueError:
        return day


def _born(*, day: date, turned: date) -> QuerySet[Person, Any]:
    born = Person.objects.filter(birth_date__in=[day, turned]).order_by("pk")
    return born.values_list("pk", "birth_date", *_NAMES)


_BORN = Prepared(_born)


def _likeness(wanted: Wanted, names: Sequence[str], *, turned: bool) -> float:
    """How alike a name is; a little less where day and month were turned round."""
    given, family, nickname = names
    share = TURNED_SHARE if turned else 1.0
    called = [given, nickname] if nickname else [given]
    return share * max(
        wanted.likeness(f"{name} {family}", at_least=ALIKE_ENOUGH / share) for name in called
    )
