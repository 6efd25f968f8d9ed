"""Who decides about a person's data, and whether what they said opens it to somebody."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from kring.foundation.deadlines.calendar import local_day
from kring.foundation.deadlines.queries import number_at
from kring.foundation.records.prepared import Prepared
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
YOUNG = (FamilyMembership.Role.CHILD, FamilyMembership.Role.YOUNG_ADULT)


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
    judged = dict(rows.values_list("person_id", "able"))
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

    A parent is so by a tie, or as parent in a family where the child is a child. Somebody who is
    something else to the child (foster parent, step-parent, grandparent) is no parent by living
    there, and neither are the parents of a family in which the child's own parent is a child. The
    first parent is the one who belongs longest to a family with the child; a tie alone comes after.
    """
    ids = list(children)
    ties: dict[tuple[int, int], list[Relation]] = {}
    for tie in _ties_to(ids, at):
        ties.setdefault((tie.to_id, tie.person_id), []).append(tie)
    parental = {pair: [t for t in found if t.type in PARENTAL] for pair, found in ties.items()}
    tied = {pair for pair, found in parental.items() if found}
    without = {pair for pair in tied if any(tie.authority is False for tie in parental[pair])}
    since: dict[tuple[int, int], datetime | None] = dict.fromkeys(tied)
    for child, members in _households(ids, at):
        of_a_child = any((child, who) in tied and role in YOUNG for who, role, _joined in members)
        for who, role, joined in members:
            pair = (child, who)
            by_living = role == FamilyMembership.Role.PARENT and pair not in ties and not of_a_child
            if pair in tied or by_living:
                known = since.get(pair)
                since[pair] = joined if known is None else min(known, joined)
    found: dict[int, list[int]] = {child: [] for child in ids}
    ordered = sorted(since, key=lambda pair: (since[pair] is None, since[pair] or at, pair[1]))
    for child, parent in ordered:
        if (child, parent) not in without:
            found[child].append(parent)
    return found


type Member = tuple[int, str, datetime]


def _households(children: list[int], at: datetime) -> list[tuple[int, list[Member]]]:
    """Each child with everybody of each family it is a child of; two reads."""
    pairs: list[tuple[int, int]] = _CHILDREN.rows(people=tuple(children), at=at) if children else []
    if not pairs:
        return []
    members: dict[int, list[Member]] = {}
    homes = tuple(sorted({family for family, _child in pairs}))
    for family, who, role, joined in _WHOLE.rows(families=homes, at=at):
        members.setdefault(family, []).append((who, role, joined))
    return [(child, members[family]) for family, child in pairs]


def _children(*, people: tuple[int, ...], at: datetime) -> QuerySet[FamilyMembership, tuple[int, int]]:
    rows = FamilyMembership.objects.running(at).filter(person__in=people)
    rows = rows.filter(role=FamilyMembership.Role.CHILD)
    return rows.values_list("family_id", "person_id")


def _whole(
    *, families: tuple[int, ...], at: datetime
) -> QuerySet[FamilyMembership, tuple[int, int, str, datetime]]:
    rows = FamilyMembership.objects.running(at).filter(family__in=families)
    return rows.values_list("family_id", "person_id", "role", "starts_at")


def _ties(*, people: tuple[int, ...], at: datetime) -> QuerySet[Relation]:
    return Relation.objects.running(at).filter(to__in=people)


_CHILDREN, _WHOLE, _TIES = Prepared(_children), Prepared(_whole), Prepared(_ties)


def _ties_to(children: list[int], at: datetime) -> Iterable[Relation]:
    found: list[Relation] = _TIES.rows(people=tuple(children), at=at) if children else []
    return found


def deciders_among(persons: Iterable[Person], at: datetime) -> dict[int, frozenset[int]]:
    """Who decides about the data of each person: they themselves, or who has authority over them."""
    people = list(persons)
    able = able_among(people, at)
    parents = parents_among([person.pk for person in people if person.pk not in able], at)
    return {
        person.pk: frozenset((person.pk,) if person.pk in able else parents[person.pk])
        for person in people
    }


@dataclass(frozen=True, slots=True)
class Answers:
    """What those who decide about each person said to one receiver.

    ``opened`` holds the life domains open to it (``*`` means all); ``refused`` whom a no closes to
    it altogether. A "not now" opens nothing and closes nothing that stands on another ground.
    """

    opened: Mapping[int, frozenset[str]]
    refused: frozenset[int]


def answers_about(
    deciders: Mapping[int, frozenset[int]],
    at: datetime,
    *,
    organisations: Iterable[int] = (),
    reader: int | None = None,
    supposing: Consent | None = None,
) -> Answers:
    """The answers that run for a receiver: workers of ``organisations``, or one ``reader``. One read.

    Open is only what somebody who decides said yes to and nobody who decides answered otherwise: a
    dispute narrows, never widens. What a parent said counts no more once the child decides.
    ``supposing`` is an answer not kept yet, read as if it were.
    """
    purpose = Consent.Purpose.SHARE if reader is None else Consent.Purpose.READ_ALONG
    receivers = frozenset(organisations) if reader is None else frozenset({reader})
    field = "organisation" if reader is None else "reader"
    rows = Consent.objects.running(at).filter(person__in=list(deciders), purpose=purpose)
    found = list(rows.filter(**{f"{field}__in": list(receivers)}))
    meant = supposing is not None and supposing.purpose == purpose
    if supposing is not None and meant and getattr(supposing, f"{field}_id") in receivers:
        found = [row for row in found if not _same_question(row, supposing)] + [supposing]
    opened: dict[int, frozenset[str]] = {}
    closed: set[int] = set()
    refused: set[int] = set()
    for row in found:
        if (row.decided_by_id or row.person_id) not in deciders.get(row.person_id, ()):
            continue
        if row.outcome == Consent.Outcome.YES:
            domains = frozenset(row.domains or [EVERYTHING])
            known = opened.get(row.person_id)
            opened[row.person_id] = domains if known is None else _both(known, domains)
            continue
        closed.add(row.person_id)
        if row.outcome == Consent.Outcome.NO:
            refused.add(row.person_id)
    still = {person: domains for person, domains in opened.items() if person not in closed}
    return Answers(still, frozenset(refused))


def _same_question(one: Consent, other: Consent) -> bool:
    """Whether an answer is the earlier one of the same person to the same question."""
    return _asked(one) == _asked(other)


def _asked(answer: Consent) -> tuple[object, ...]:
    who = answer.decided_by_id or answer.person_id
    return answer.person_id, answer.purpose, answer.organisation_id, answer.reader_id, who


def agreed_by(
    deciders: Mapping[int, frozenset[int]],
    at: datetime,
    *,
    organisations: Iterable[int] = (),
    reader: int | None = None,
) -> Mapping[int, frozenset[str]]:
    """For each person the life domains that are open to a receiver; ``*`` means all of them."""
    return answers_about(deciders, at, organisations=organisations, reader=reader).opened


def must_agree_to_court(person: Person, at: datetime) -> frozenset[int]:
    """Whose yes is needed before something goes to a court, prosecutor, police or social service.

    The able minor and the parents; of an adult the adult. Empty where nobody can give it. Ground:
    decree on integral youth help, articles 75 and 75/1.
    """
    own = frozenset({person.pk}) if able_to_decide(person, at) else frozenset()
    if not is_minor(person, at):
        return own
    parents = frozenset(parents_among([person.pk], at)[person.pk])
    return own | parents if parents else frozenset()


def agreed_to_court(person: Person, at: datetime) -> bool:
    """Whether everybody whose yes is needed for that said yes, and nobody of them otherwise."""
    needed = must_agree_to_court(person, at)
    rows = Consent.objects.running(at).filter(person=person, purpose=Consent.Purpose.TO_COURT)
    said: dict[int, set[str]] = {}
    for row in rows:
        said.setdefault(row.decided_by_id or row.person_id, set()).add(row.outcome)
    return bool(needed) and all(said.get(who) == {Consent.Outcome.YES.value} for who in needed)


def agreed_themself(person: Person, purpose: str) -> bool:
    """Whether somebody said yes themself, in words they were shown, and did not take it back."""
    said = Consent.objects.filter(person=person, purpose=purpose, ends_at__isnull=True)
    own = said.filter(Q(decided_by__isnull=True) | Q(decided_by=person)).exclude(text_read="")
    return own.filter(outcome=Consent.Outcome.YES).exists()


def _both(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    if EVERYTHING in one:
        return other
    return one if EVERYTHING in other else one & other
