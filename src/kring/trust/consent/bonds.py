"""What ties people to each other at one moment, as far as it says who decides: read at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from kring.foundation.deadlines.calendar import local_day
from kring.foundation.deadlines.queries import term_rows
from kring.foundation.records.together import Together
from kring.registry.people.models import FamilyMembership, Relation
from kring.trust.consent.models import AbilityJudgement

PRESUMED = "capacity_presumption_age"

type Member = tuple[int, str, datetime]
"""Somebody of a family: who, in which role, since when."""
type Tie = tuple[int, int, str, bool | None]
"""To whom, from whom, of which type, and whether it carries authority where that was recorded."""


@dataclass(frozen=True, slots=True)
class Bonds:
    """What says who decides about some people at one moment; ``bonds_of`` reads it at once.

    ``homes`` has everybody of each family that one of them belongs to, ``ties`` what others are to
    them, ``judged`` who was judged able or not, ``presumed`` the age from which somebody is presumed
    to decide.
    """

    people: frozenset[int] = frozenset()
    homes: Mapping[int, list[Member]] = field(default_factory=dict)
    ties: tuple[Tie, ...] = ()
    judged: Mapping[int, bool] = field(default_factory=dict)
    presumed: tuple[str, ...] = ()

    def families(self) -> dict[int, frozenset[int]]:
        """The families, each with which of these people belong to it."""
        return {
            family: self.people & {who for who, _role, _since in members}
            for family, members in self.homes.items()
        }


def bonds_of(people: Iterable[int], at: datetime) -> Bonds:
    """The bonds of these people (inner numbers); one read."""
    ids = tuple(people)
    if not ids:
        return Bonds()
    found = _BONDS.lists(people=ids, at=at, code=PRESUMED, day=local_day(at))
    homes: dict[int, list[Member]] = {}
    for family, *member in sorted(found["homes"]):
        homes.setdefault(family, []).append(tuple(member))
    return Bonds(
        frozenset(ids), homes, tuple(found["ties"]), dict(found["judged"]), tuple(found["presumed"])
    )


def _homes(*, people: tuple[int, ...], at: datetime) -> QuerySet[FamilyMembership, Any]:
    theirs = FamilyMembership.objects.running(at).filter(person__in=people)
    rows = FamilyMembership.objects.running(at).filter(family__in=theirs.values("family"))
    return rows.values_list("family_id", "person_id", "role", "starts_at")


def _ties(*, people: tuple[int, ...], at: datetime) -> QuerySet[Relation, Any]:
    rows = Relation.objects.running(at).filter(to__in=people)
    return rows.values_list("to_id", "person_id", "type", "authority")


def _judged(*, people: tuple[int, ...], at: datetime) -> QuerySet[AbilityJudgement, Any]:
    rows = AbilityJudgement.objects.running(at).filter(person__in=people)
    return rows.values_list("person_id", "able")


_BONDS = Together(homes=_homes, ties=_ties, judged=_judged, presumed=term_rows)
