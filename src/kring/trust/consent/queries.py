"""Who decides about a person's data, and whether what they said opens it to somebody."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from kring.foundation.deadlines.calendar import local_day
from kring.foundation.deadlines.queries import term_among
from kring.foundation.records.prepared import Prepared
from kring.registry.people.models import FamilyMembership, Person, RelationType
from kring.registry.people.queries import age_on
from kring.trust.consent.bonds import PRESUMED, Bonds, Member, Tie, bonds_of
from kring.trust.consent.models import Consent

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


def _known(people: Iterable[int], at: datetime, bonds: Bonds | None) -> Bonds:
    """The bonds at hand if they are of these people, else read anew."""
    ids = frozenset(people)
    return bonds if bonds is not None and ids <= bonds.people else bonds_of(ids, at)


def able_among(persons: Iterable[Person], at: datetime, bonds: Bonds | None = None) -> frozenset[int]:
    """The inner numbers of those who decide alone; one read, none where the bonds are at hand."""
    people = list(persons)
    if not people:
        return frozenset()
    known = _known((row.pk for row in people), at, bonds)
    presumed_from = int(term_among(list(known.presumed), PRESUMED))
    day = local_day(at)
    return frozenset(
        person.pk
        for person in people
        if is_able(person, presumed_from, day, judged=known.judged.get(person.pk))
    )


def able_to_decide(person: Person, at: datetime) -> bool:
    """Whether this person decides alone about their own data."""
    return person.pk in able_among([person], at)


def parents_among(
    children: Iterable[int], at: datetime, bonds: Bonds | None = None
) -> dict[int, list[int]]:
    """For each child its parents with authority, the first parent first; inner numbers.

    A parent is so by a tie, or as parent in a family where the child is a child. Somebody who is
    something else to the child (foster parent, step-parent, grandparent) is no parent by living
    there, and neither are the parents of a family in which the child's own parent is a child. The
    first parent is the one who belongs longest to a family with the child; a tie alone comes after.
    """
    ids = list(children)
    known = _known(ids, at, bonds)
    ties: dict[tuple[int, int], list[Tie]] = {}
    for tie in known.ties:
        ties.setdefault(tie[:2], []).append(tie)
    parental = {pair: [t for t in found if t[2] in PARENTAL] for pair, found in ties.items()}
    tied = {pair for pair, found in parental.items() if found and pair[0] in ids}
    without = {pair for pair in tied if any(authority is False for *_, authority in parental[pair])}
    since: dict[tuple[int, int], datetime | None] = dict.fromkeys(tied)
    for child, members in _households(ids, known):
        of_a_child = any((child, who) in tied and role in YOUNG for who, role, _joined in members)
        for who, role, joined in members:
            pair = (child, who)
            by_living = role == FamilyMembership.Role.PARENT and pair not in ties and not of_a_child
            if pair in tied or by_living:
                earlier = since.get(pair)
                since[pair] = joined if earlier is None else min(earlier, joined)
    found: dict[int, list[int]] = {child: [] for child in ids}
    ordered = sorted(since, key=lambda pair: (since[pair] is None, since[pair] or at, pair[1]))
    for child, parent in ordered:
        if (child, parent) not in without:
            found[child].append(parent)
    return found


def _households(children: list[int], bonds: Bonds) -> list[tuple[int, list[Member]]]:
    """Each child with everybody of each family it is a child of."""
    as_child = FamilyMembership.Role.CHILD
    return [
        (who, members)
        for members in bonds.homes.values()
        for who, role, _since in members
        if who in children and role == as_child
    ]


def deciders_among(
    persons: Iterable[Person], at: datetime, bonds: Bonds | None = None
) -> dict[int, frozenset[int]]:
    """Who decides about the data of each person: they themselves, or who has authority over them."""
    people = list(persons)
    known = _known((person.pk for person in people), at, bonds)
    able = able_among(people, at, known)
    parents = parents_among([person.pk for person in people if person.pk not in able], at, known)
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
    at_hand: list[Consent] | None = None,
) -> Answers:
    """The answers that run for a receiver: workers of ``organisations``, or one ``reader``.

    One read, none where the rows are ``at_hand`` (from ``answers_to_share`` of the same people and
    organisations).

    Open is only what somebody who decides said yes to and nobody who decides answered otherwise: a
    dispute narrows, never widens. What a parent said counts no more once the child decides.
    ``supposing`` is an answer not kept yet, read as if it were.
    """
    purpose = Consent.Purpose.SHARE if reader is None else Consent.Purpose.READ_ALONG
    receivers = frozenset(organisations) if reader is None else frozenset({reader})
    receiver = "organisation" if reader is None else "reader"
    found = at_hand
    if found is None:
        who = {"people": tuple(deciders), "receivers": tuple(receivers)}
        found = _ANSWERS.rows(shape={"receiver": receiver}, purpose=purpose.value, at=at, **who)
    meant = supposing is not None and supposing.purpose == purpose
    if supposing is not None and meant and getattr(supposing, f"{receiver}_id") in receivers:
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


def _answers(
    *, receiver: str, people: tuple[int, ...], receivers: tuple[int, ...], purpose: str, at: datetime
) -> QuerySet[Consent]:
    rows = Consent.objects.running(at).filter(person__in=people, purpose=purpose)
    return rows.filter(**{f"{receiver}__in": receivers})


def answers_to_share(
    *, persons: tuple[int, ...], organisations: tuple[int, ...], at: datetime
) -> QuerySet[Consent]:
    """The same rows for workers of organisations, for a read that needs them beside other facts."""
    purpose = Consent.Purpose.SHARE.value
    return _answers(
        receiver="organisation", people=persons, receivers=organisations, purpose=purpose, at=at
    )


_ANSWERS = Prepared(_answers)


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
