"""What an answer changes, told beforehand: who loses what they read now, and who gains what.

Worked out by the rules that will hold afterwards: the standing of each reader of the receiver is
taken twice, as it is and supposing the answer, and both are held against the one table.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.db.models import Q

from kring.foundation.classes.facts import DataClass
from kring.registry.network.models import Desk, Organisation, Worker, WorkerRole
from kring.registry.network.queries import on_duty_by_desk
from kring.registry.people.models import FamilyMembership, Person
from kring.trust.access.items import facts_of
from kring.trust.access.models import Involvement, Item
from kring.trust.access.readers import Reader
from kring.trust.access.standing import standing_of
from kring.trust.access.table import EVERYTHING, ItemFacts, Standing, may_read
from kring.trust.consent.models import Consent

MOST = 40
"""Readers of one receiver that are worked out; a list longer than this helps nobody."""


class Turn(StrEnum):
    """What becomes of one reader."""

    LOSES = "loses"
    NARROWS = "narrows"
    WIDENS = "widens"
    GAINS = "gains"


@dataclass(frozen=True, slots=True)
class Change:
    """One reader and the life domains they read of the person before and after (``*``: all)."""

    who: str
    key: UUID
    before: frozenset[str]
    after: frozenset[str]

    @property
    def turn(self) -> Turn:
        if not self.after:
            return Turn.LOSES
        if not self.before:
            return Turn.GAINS
        fewer = EVERYTHING not in self.after and (EVERYTHING in self.before or self.before > self.after)
        return Turn.NARROWS if fewer else Turn.WIDENS


@dataclass(frozen=True, slots=True)
class Effect:
    """What an answer changes for whom.

    ``present`` says whether anybody of the receiver takes part: where nobody does, a yes opens the
    named domains to who comes to help later. ``reads`` says whether somebody reads along afterwards.
    """

    changes: tuple[Change, ...]
    present: bool
    reads: bool

    def who(self, turn: Turn) -> list[Change]:
        """Those of whom this becomes so, by name."""
        return [change for change in self.changes if change.turn == turn]


def effect_of(
    person: Person,
    receiver: Person | Organisation,
    outcome: str,
    domains: Iterable[str],
    at: datetime,
    *,
    decided_by: Person | None = None,
    families: Iterable[int] | None = None,
) -> Effect:
    """What changes when this is answered about ``person`` for ``receiver``; writes nothing.

    ``receiver`` is an organisation (its workers who take part) or one reader. ``outcome`` is a
    ``Consent.Outcome``; ``domains`` are life domains, none means all. ``decided_by`` answers for a
    child. ``families`` are those (inner numbers) whose helpers the one who is shown this may know;
    by default those that the one who answers shares with the person, so that the helpers of another
    adult's family never turn up.
    """
    known = _families(person, decided_by or person, at) if families is None else frozenset(families)
    answer = _supposed(person, receiver, outcome, domains, decided_by)
    readers = _readers(person, receiver, known, at)
    changes = [
        Change(
            *who,
            _reads(standing_of(reader, [person], at), person),
            _reads(standing_of(reader, [person], at, supposing=answer), person),
        )
        for who, reader in readers
    ]
    changed = [change for change in changes if change.before != change.after]
    return Effect(
        changes=tuple(sorted(changed, key=lambda change: (change.who, change.key))),
        present=bool(readers),
        reads=any(change.after for change in changes),
    )


def _supposed(
    person: Person,
    receiver: Person | Organisation,
    outcome: str,
    domains: Iterable[str],
    decided_by: Person | None,
) -> Consent:
    to_a_person = isinstance(receiver, Person)
    return Consent(
        person=person,
        purpose=Consent.Purpose.READ_ALONG if to_a_person else Consent.Purpose.SHARE,
        outcome=outcome,
        domains=sorted(domains),
        decided_by=None if decided_by == person else decided_by,
        organisation=receiver if isinstance(receiver, Organisation) else None,
        reader=receiver if isinstance(receiver, Person) else None,
    )


def _reads(standing: Standing, person: Person) -> frozenset[str]:
    """The life domains of ordinary things about the person that somebody so placed reads."""

    def reads(domain: str) -> bool:
        return may_read(standing, ItemFacts(DataClass.OPEN, frozenset({person.pk}), domain=domain))

    if reads(""):
        return frozenset({EVERYTHING})
    agreed = standing.agreed.get(person.pk, frozenset())
    return frozenset(domain for domain in agreed if reads(domain))


type Named = tuple[tuple[str, UUID], Reader]


def _readers(
    person: Person, receiver: Person | Organisation, families: frozenset[int], at: datetime
) -> list[Named]:
    if isinstance(receiver, Person):
        return [((receiver.name, receiver.key), Reader(person=receiver))]
    running = Involvement.objects.running(at).filter(Q(person=person) | Q(family__in=families))
    desks = Desk.objects.filter(organisation=receiver, pk__in=running.values("desk"))
    at_desks: dict[int, set[int]] = defaultdict(set)
    for desk, there in on_duty_by_desk(set(desks), at).items():
        for one in there:
            at_desks[one.worker.pk].add(desk)
    roles = WorkerRole.objects.running(at)
    staff = roles.filter(organisation=receiver).values("worker")
    own = Q(pk__in=running.values("worker")) & Q(pk__in=staff)
    workers = Worker.objects.filter(own | Q(pk__in=list(at_desks)))
    found = list(workers.order_by("name", "pk")[:MOST])
    works_for: dict[int, set[int]] = defaultdict(set)
    held = roles.filter(worker__in=found)
    for worker, organisation in held.values_list("worker_id", "organisation_id"):
        works_for[worker].add(organisation)
    return [
        (
            (worker.name, worker.key),
            Reader(
                worker_id=worker.pk,
                desk_ids=frozenset(at_desks[worker.pk]),
                organisation_ids=frozenset(works_for[worker.pk]),
            ),
        )
        for worker in found
    ]


def who_loses_alone(item: Item, readers: Iterable[Person], at: datetime) -> list[Person]:
    """Of these people those who read this question now, and no more once it stands on its own.

    Then it shows on the own pages of who asked it, and on nobody else's.
    """
    facts = facts_of(item)
    if facts.alone:
        return []
    people = [row.person for row in item.subjects.select_related("person")]
    lost = []
    for one in readers:
        standing = standing_of(Reader(person=one), people, at)
        if one.pk not in facts.subjects and may_read(standing, facts):
            lost.append(one)
    return lost


def _families(person: Person, answers: Person, at: datetime) -> frozenset[int]:
    """The families to which both the person and who answers belong."""
    rows = FamilyMembership.objects.running(at)
    theirs = rows.filter(person=answers).values("family")
    return frozenset(rows.filter(person=person, family__in=theirs).values_list("family_id", flat=True))
