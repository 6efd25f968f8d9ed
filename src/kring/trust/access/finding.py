"""Finding one's own families by a name somebody types, and the ties around people."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Value

from kring.foundation.journal import ledger
from kring.foundation.records.folding import fold
from kring.foundation.records.prepared import Prepared
from kring.foundation.records.together import Together
from kring.registry.people.models import Family, FamilyMembership, Person, Relation
from kring.registry.people.queries import member_rows, parents_first
from kring.trust.access.models import Involvement
from kring.trust.access.queries import (
    families_visible_to,
    longest_first,
    seeing,
    seeing_rows,
    seen_families,
    shape_of,
)
from kring.trust.access.readers import Reader

SHORTEST = 2
MOST = 8


def families_named(reader: Reader, text: str, at: datetime, most: int = MOST) -> list[Family]:
    """The reader's own families, or those of their own people, that answer to these words.

    Never more than ``most``, nothing for less than two letters; all of them noted as read.
    """
    words = fold(text)
    if len(words) < SHORTEST or not reader.is_worker:
        return []
    shape, values = shape_of(reader) | {"most": most}, seeing(reader, at) | numbered(words)
    # Two reads: in one, the "or" makes the database look at every family there is.
    both = chain(_BY_NAME.rows(shape=shape, **values), _BY_MEMBER.rows(shape=shape, **values))
    found: dict[int, Family] = {family.pk: family for family in both}
    first = sorted(found.values(), key=lambda family: (family.search_name, family.pk))[:most]
    ledger.saw_all("family", (family.key for family in first))
    return first


def families_open_to(reader: Reader, at: datetime, most: int) -> list[Family]:
    """The reader's own families with an open file, by name; all of them noted as read."""
    seen = families_visible_to(reader, at).filter(closed_at__isnull=True)
    found = list(seen.order_by("name", "pk")[:most])
    ledger.saw_all("family", (family.key for family in found))
    return found


def helping(families: Iterable[int], at: datetime) -> list[Involvement]:
    """Who helps these families (inner numbers), who takes part longest first."""
    rows = Involvement.objects.running(at).filter(family__in=list(families))
    return longest_first(rows.select_related("worker", "desk"))


def memberships_seen(reader: Reader, person: Person, at: datetime) -> list[FamilyMembership]:
    """To which families of the reader this person belongs, and in which role; noted as read."""
    running = FamilyMembership.objects.running(at).filter(person=person)
    seen = running.filter(family__in=families_visible_to(reader, at)).select_related("family")
    found = list(seen.order_by("family__name", "pk"))
    ledger.saw_all("family", (row.family.key for row in found))
    return found


def numbered(words: str) -> dict[str, str]:
    """Folded words as values of a prepared read, each under a name of its own."""
    return {f"word{number}": word for number, word in enumerate(words.split())}


def all_of(words: Iterable[str], where: str = "") -> Q:
    """For a query: each of these folded words stands somewhere in the name."""
    wanted = Q()
    for word in words:
        # A value of its own in the SQL, so that a read with it can be prepared.
        wanted &= Q(**{f"{where}search_name__contains": Value(word)})
    return wanted


def _by_name(
    *, most: int, circle: bool, glass: bool, at: datetime, worker: int, desks: Any, **words: str
) -> QuerySet[Family]:
    mine = seen_families(circle=circle, glass=glass, at=at, worker=worker, desks=desks)
    return mine.filter(all_of(words.values())).order_by("search_name", "pk")[:most]


def _by_member(
    *, most: int, circle: bool, glass: bool, at: datetime, worker: int, desks: Any, **words: str
) -> QuerySet[Family]:
    mine = seen_families(circle=circle, glass=glass, at=at, worker=worker, desks=desks)
    # Whoever belongs to a family the reader sees is seen too: no second look at the person.
    named = FamilyMembership.objects.filter(all_of(words.values(), "person__"), family=OuterRef("pk"))
    return mine.filter(Exists(named)).order_by("search_name", "pk")[:most]


_BY_NAME = Prepared(_by_name)
_BY_MEMBER = Prepared(_by_member)


def _ties(*, ids: tuple[int, ...], at: datetime) -> QuerySet[Relation]:
    running = Relation.objects.filter(Q(person__in=ids) | Q(to__in=ids), starts_at__lte=at)
    return running.filter(Q(ends_at__isnull=True) | Q(ends_at__gt=at)).order_by("pk")


_TIES = Prepared(_ties)


def ties_around(people: Iterable[int], at: datetime) -> list[Relation]:
    """The ties that run at ``at`` from and to these people (inner numbers), the oldest first.

    A tie names nobody by itself: whom a page names, it asks of ``persons_by_id``.
    """
    found: list[Relation] = _TIES.rows(ids=tuple(people), at=at)
    return found


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Who belongs to a family, the ties from and to them, and who takes part in its help.

    It names whom it finds, whatever the reader may see: a page asks ``persons_by_id`` whom it names.
    """

    members: list[FamilyMembership]
    ties: list[Relation]
    involvements: list[Involvement]


def surroundings_of(family: Family, at: datetime) -> Surroundings:
    """What ``members_of``, ``ties_around`` and ``who_can_see`` tell of a family, in one read."""
    found = _SURROUNDINGS.lists(family=family.pk, at=at)
    ties = {tie.pk: tie for name in ("ties_from", "ties_to") for tie in found[name]}
    return Surroundings(
        parents_first(found["members"]),
        [ties[number] for number in sorted(ties)],
        longest_first(found["involvements"]),
    )


def _members(family: int, at: datetime) -> QuerySet[FamilyMembership, Any]:
    return FamilyMembership.objects.running(at).filter(family=family).values("person")


# Two reads of ties: in one, the "or" makes the database look at every tie there is.
def _ties_from(*, family: int, at: datetime) -> QuerySet[Relation]:
    return Relation.objects.running(at).filter(person__in=_members(family, at))


def _ties_to(*, family: int, at: datetime) -> QuerySet[Relation]:
    return Relation.objects.running(at).filter(to__in=_members(family, at))


_SURROUNDINGS = Together(
    members=member_rows, ties_from=_ties_from, ties_to=_ties_to, involvements=seeing_rows
)
