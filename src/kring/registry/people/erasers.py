"""When persons and families have been kept long enough, and how they go.

A youth-help file is kept until the youth is 35, for each child apart (order of 21 February 2014,
articles 20, 61 and 85). What a family shares, its grown-ups among it, stays until its youngest is
35. Where no birth date is known the day of writing down takes its place, so that nothing goes too
early.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from kring.foundation.deadlines.calendar import before_term, local_day
from kring.foundation.deadlines.queries import number_at
from kring.foundation.journal.actor import Actor
from kring.foundation.retention.erasing import Due, Eraser, register_eraser
from kring.registry.people.models import ContactChannel, Family, FamilyMembership, Person, Relation

CHILD_ROLES = (FamilyMembership.Role.CHILD, FamilyMembership.Role.YOUNG_ADULT)


@dataclass(frozen=True, slots=True)
class Limit:
    """Born on this day or earlier, or written down before this instant: kept long enough."""

    day: date
    instant: datetime

    @classmethod
    def at(cls, at: datetime) -> "Limit":
        instant = before_term(at, f"P{number_at('retention_youth_file', at)}Y")
        return cls(local_day(instant), instant)

    def still_young(self, person: str = "") -> Q:
        """Not yet of age for erasure; ``person`` is the path to the person (``person__``)."""
        born, expected = f"{person}birth_date", f"{person}expected_birth_date"
        unknown = Q(**{f"{born}__isnull": True, f"{expected}__isnull": True})
        return (
            Q(**{f"{born}__gt": self.day})
            | Q(**{f"{expected}__gt": self.day})
            | (unknown & Q(**{f"{person}created_at__gt": self.instant}))
        )


def families_past(limit: Limit) -> QuerySet[Family]:
    """Families whose youngest child had its term; without children the family's own age counts."""
    children = FamilyMembership.objects.filter(family=OuterRef("pk"), role__in=CHILD_ROLES)
    no_young_child = ~Exists(children.filter(limit.still_young("person__")))
    return Family.objects.filter(no_young_child).filter(
        Exists(children) | Q(created_at__lte=limit.instant)
    )


def persons_past(limit: Limit) -> QuerySet[Person]:
    """Children who had their own term, and grown-ups all of whose families had theirs."""
    own = FamilyMembership.objects.filter(person=OuterRef("pk"))
    as_child = Exists(own.filter(role__in=CHILD_ROLES))
    in_younger_family = Exists(own.exclude(family__in=families_past(limit)))
    on_their_own = ~Exists(own) & Q(created_at__lte=limit.instant)
    return Person.objects.filter(
        (as_child & ~limit.still_young()) | (~as_child & Exists(own) & ~in_younger_family) | on_their_own
    )


def persons_due(at: datetime) -> Iterable[Due]:
    """Persons to erase; a hold on one of their families or its members keeps them."""
    past = persons_past(Limit.at(at))
    circle = _circles(Family.objects.filter(memberships__person__in=past))
    around: dict[UUID, set[UUID]] = defaultdict(set)
    for members in circle.values():
        for key in members:
            around[key] |= members
    keys = past.order_by("pk").values_list("key", flat=True)
    return [Due(key, frozenset(around[key])) for key in keys]


def families_due(at: datetime) -> Iterable[Due]:
    """Families to erase; a hold on one of their members keeps them."""
    past = families_past(Limit.at(at))
    circle = _circles(past)
    keys = past.order_by("pk").values_list("key", flat=True)
    return [Due(key, frozenset(circle[key])) for key in keys]


def erase_persons(*, by: Actor, at: datetime, keys: list[UUID]) -> Counter[str]:  # noqa: ARG001
    """Delete persons with their channels, memberships and ties; the engine writes it down."""
    persons = Person.objects.filter(key__in=keys)
    ties = Relation.objects.filter(Q(person__in=persons) | Q(to__in=persons))
    return Counter(
        relation=ties.delete()[0],
        contact_channel=ContactChannel.objects.filter(person__in=persons).delete()[0],
        membership=FamilyMembership.objects.filter(person__in=persons).delete()[0],
        person=persons.delete()[0],
    )


def erase_families(*, by: Actor, at: datetime, keys: list[UUID]) -> Counter[str]:  # noqa: ARG001
    """Delete families and who belonged to them; the engine writes it down."""
    families = Family.objects.filter(key__in=keys)
    return Counter(
        membership=FamilyMembership.objects.filter(family__in=families).delete()[0],
        family=families.delete()[0],
    )


def every_person() -> Iterable[UUID]:
    """The keys of all persons."""
    return Person.objects.order_by("pk").values_list("key", flat=True).iterator()


def every_family() -> Iterable[UUID]:
    """The keys of all families."""
    return Family.objects.order_by("pk").values_list("key", flat=True).iterator()


def _circles(families: QuerySet[Family]) -> dict[UUID, set[UUID]]:
    """Each family's own key and those of its members, now and before."""
    circle: dict[UUID, set[UUID]] = defaultdict(set)
    rows = FamilyMembership.objects.filter(family__in=families).order_by("pk")
    for family, person in rows.values_list("family__key", "person__key"):
        circle[family] |= {family, person}
    return circle


register_eraser(
    Eraser("youth_file", "person", persons_due, erase_persons, every_person, in_journal=True)
)
register_eraser(
    Eraser("youth_file", "family", families_due, erase_families, every_family, in_journal=True)
)
