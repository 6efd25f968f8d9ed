"""Who decides about a person's data, and whether what they said opens it to somebody."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from django.db.models import Q

from kring.foundation.deadlines.calendar import local_day
from kring.foundation.deadlines.queries import number_at
from kring.registry.people.models import FamilyMembership, Person, Relation, RelationType
from kring.registry.people.queries import age_on
from kring.trust.consent.models import AbilityJudgement, Consent

MAJORITY = 18
EVERYTHING = "*"
PARENTAL = (
    RelationType.MOTHER,
    RelationType.FATHER,
    RelationType.CO_MOTHER,
    RelationType.CO_FATHER,
    RelationType.GUARDIAN,
)
"""Relations that carry parental authority unless it is recorded that they do not."""


def is_able(person: Person, presumed_from: int, day: date, *, judged: bool | None) -> bool:
    """Whether a person decides alone: of age, judged able, or presumed so from an age (years).

    Somebody whose age is unknown is taken at their word; an unborn child decides nothing. Ground:
    decree of 7 May 2004, article 4.
    """
    age = age_on(person.birth_date, day)
    if age is not None and age >= MAJORITY:
        return True
    if person.expected_birth_date is not None or (person.birth_date is not None and age is None):
        return False
    if judged is not None:
        return judged
    return age is None or age >= presumed_from


def is_minor(person: Person, at: datetime) -> bool:
    """Whether somebody is known to be under age; the unborn are."""
    age = age_on(person.birth_date, local_day(at))
    return age < MAJORITY if age is not None else person.expected_birth_date is not None


def able_among(persons: Iterable[Person], at: datetime) -> frozenset[int]:
    """The inner numbers of those who decide alone; two reads at most."""
    people = list(persons)
    rows = AbilityJudgement.objects.running(at).filter(person__in=[row.pk for row in people])
    judged = dict(rows.order_by("pk").values_list("person_id", "able"))
    presumed_from = number_at("capacity_presumption_age", at)
    day = local_day(at)
    return frozenset(
        person.pk
        for person in people
        if is_able(person, presumed_from, day, judged=judged.get(person.pk))
    )


def able_to_decide(person: Person, at: datetime) -> bool:
    """Whether this person decides alone about their own data."""
    return person.pk in able_among([person], at)


def parents_among(children: Iterable[int], at: datetime) -> dict[int, list[int]]:
    """For each child its parents with authority, the first parent first; inner numbers.

    A parent is so by a tie, or as parent in a family where the child is a child. The first parent
    is the one who belongs longest to a family with the child; a tie alone comes after.
    """
    ids = list(children)
    since: dict[tuple[int, int], datetime | None] = {}
    for child, parent, joined in _parents_in_families(ids, at):
        known = since.get((child, parent))
        since[child, parent] = joined if known is None else min(known, joined)
    without: set[tuple[int, int]] = set()
    for tie in _ties_of_parents(ids, at):
        pair = (tie.to_id, tie.person_id)
        if tie.authority is False:
            without.add(pair)
        else:
            since.setdefault(pair, None)
    found: dict[int, list[int]] = {child: [] for child in ids}
    ordered = sorted(since, key=lambda pair: (since[pair] is None, since[pair] or at, pair[1]))
    for child, parent in ordered:
        if (child, parent) not in without:
            found[child].append(parent)
    return found


def _parents_in_families(children: list[int], at: datetime) -> Iterable[tuple[int, int, datetime]]:
    running = Q(starts_at__lte=at) & (Q(ends_at__isnull=True) | Q(ends_at__gt=at))
    rows = FamilyMembership.objects.filter(running)
    of_children = rows.filter(person__in=children, role=FamilyMembership.Role.CHILD)
    families: dict[int, list[int]] = {}
    for family, child in of_children.order_by("pk").values_list("family_id", "person_id"):
        families.setdefault(family, []).append(child)
    parents = rows.filter(family__in=list(families), role=FamilyMembership.Role.PARENT)
    for family, parent, joined in parents.order_by("pk").values_list(
        "family_id", "person_id", "starts_at"
    ):
        for child in families[family]:
            yield child, parent, joined


def _ties_of_parents(children: list[int], at: datetime) -> Iterable[Relation]:
    running = Q(starts_at__lte=at) & (Q(ends_at__isnull=True) | Q(ends_at__gt=at))
    return Relation.objects.filter(running, to__in=children, type__in=PARENTAL).order_by("pk")


def deciders_among(persons: Iterable[Person], at: datetime) -> dict[int, frozenset[int]]:
    """Who decides about the data of each person: they themselves, or who has authority over them."""
    people = list(persons)
    able = able_among(people, at)
    parents = parents_among([person.pk for person in people if person.pk not in able], at)
    return {
        person.pk: frozenset((person.pk,) if person.pk in able else parents[person.pk])
        for person in people
    }


def agreed_by(
    deciders: Mapping[int, frozenset[int]],
    at: datetime,
    *,
    organisations: Iterable[int] = (),
    reader: int | None = None,
) -> dict[int, frozenset[str]]:
    """For each person the life domains that are open to a receiver; ``*`` means all of them.

    Open is only what somebody who decides said yes to and nobody who decides answered otherwise: a
    dispute narrows, never widens. What a parent said counts no more once the child decides. One
    read.
    """
    purpose = Consent.Purpose.SHARE if reader is None else Consent.Purpose.READ_ALONG
    rows = Consent.objects.running(at).filter(person__in=list(deciders), purpose=purpose)
    if reader is None:
        rows = rows.filter(organisation__in=list(organisations))
    else:
        rows = rows.filter(reader=reader)
    opened: dict[int, frozenset[str]] = {}
    closed: set[int] = set()
    for row in rows.order_by("pk"):
        if (row.decided_by_id or row.person_id) not in deciders[row.person_id]:
            continue
        if row.outcome != Consent.Outcome.YES:
            closed.add(row.person_id)
            continue
        domains = frozenset(row.domains or [EVERYTHING])
        known = opened.get(row.person_id)
        opened[row.person_id] = domains if known is None else _both(known, domains)
    return {person: domains for person, domains in opened.items() if person not in closed}


def agreed_themself(person: Person, purpose: str) -> bool:
    """Whether somebody said yes themself, in words they were shown, and did not take it back."""
    said = Consent.objects.filter(person=person, purpose=purpose, ends_at__isnull=True)
    own = said.filter(Q(decided_by__isnull=True) | Q(decided_by=person)).exclude(text_read="")
    return own.filter(outcome=Consent.Outcome.YES).exists()


def _both(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    if EVERYTHING in one:
        return other
    return one if EVERYTHING in other else one & other
