"""What a reader is to the people of a page: worked out from facts, once for all of them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from kring.foundation.deadlines.calendar import local_day
from kring.foundation.deadlines.queries import number_at
from kring.foundation.records.together import Together
from kring.registry.network.models import Organisation, WorkerRole
from kring.registry.people.models import Person
from kring.registry.people.queries import age_on
from kring.trust.access.circle import own_among, sharing_among
from kring.trust.access.kinds import KIND_OF_SECTOR, KIND_OF_TIE, ReaderKind
from kring.trust.access.models import BrokenGlass, Involvement, ParentSafety
from kring.trust.access.readers import Reader
from kring.trust.access.table import Standing
from kring.trust.consent.bonds import Bonds, bonds_of
from kring.trust.consent.models import Consent
from kring.trust.consent.queries import (
    MAJORITY,
    PARENTAL,
    able_among,
    answers_about,
    answers_to_share,
    deciders_among,
    is_minor,
    parents_among,
)

type Kinds = dict[int, set[ReaderKind]]
type Ids = tuple[int, ...]


def standing_of(
    reader: Reader, persons: Iterable[Person], at: datetime, supposing: Consent | None = None
) -> Standing:
    """What this reader is to these persons at this moment; a fixed number of reads.

    ``supposing`` is an answer not kept yet, read as if it were: so the effect of an answer is told
    beforehand by the rules that will hold afterwards.
    """
    people = {person.pk: person for person in persons}
    if reader.worker_id is not None:
        return _standing_of_worker(reader, people, at, supposing)
    if reader.person is not None:
        return _standing_of_person(reader.person, people, at, supposing)
    return Standing()


def _standing_of_person(
    person: Person, people: dict[int, Person], at: datetime, supposing: Consent | None
) -> Standing:
    bonds = bonds_of({person.pk, *people}, at)
    able = able_among([person], at, bonds)
    deciders = deciders_among(people.values(), at, bonds)
    kinds: Kinds = defaultdict(set)
    _as_parent(person, people, bonds, at, kinds)
    _by_tie(person, people, bonds, at, kinds)
    others = {child: who - {person.pk} for child, who in deciders.items()}
    return Standing(
        person=person.pk,
        own=own_kind(person, at, able=person.pk in able),
        kinds={subject: frozenset(found) for subject, found in kinds.items()},
        agreed=answers_about(others, at, reader=person.pk, supposing=supposing).opened,
    )


def own_kind(person: Person, at: datetime, *, able: bool) -> ReaderKind:
    """What somebody is to themself: a child, a young adult or an adult; the unknown are adults.

    Who is not born yet is a child that does not decide.
    """
    age = age_on(person.birth_date, local_day(at))
    if age is None and not able:
        return ReaderKind.CHILD_BELOW
    if age is None or age >= number_at("youth_help_upper_age", at):
        return ReaderKind.ADULT
    if age >= MAJORITY:
        return ReaderKind.YOUNG_ADULT
    return ReaderKind.CHILD_ABLE if able else ReaderKind.CHILD_BELOW


def _as_parent(
    parent: Person, people: dict[int, Person], bonds: Bonds, at: datetime, kinds: Kinds
) -> None:
    able = able_among(people.values(), at, bonds)
    minors = [pk for pk, person in people.items() if is_minor(person, at) and pk != parent.pk]
    safe = ParentSafety.objects.running(at).filter(parent=parent, safe=True)
    read_along = set(safe.values_list("child_id", flat=True))
    for child, parents in parents_among(minors, at, bonds).items():
        if parents[:1] == [parent.pk]:
            of_able = child in able
            kinds[child].add(ReaderKind.PARENT_ABLE if of_able else ReaderKind.PARENT_BELOW)
        elif parent.pk in parents and child in read_along:
            kinds[child].add(ReaderKind.SECOND_PARENT)


def _by_tie(person: Person, people: dict[int, Person], bonds: Bonds, at: datetime, kinds: Kinds) -> None:
    upper = number_at("youth_help_upper_age", at)
    for subject, by, tie, _authority in bonds.ties:
        if by != person.pk or subject not in people:
            continue
        age = age_on(people[subject].birth_date, local_day(at))
        of_youth = age is None or age < upper
        if tie in PARENTAL and is_minor(people[subject], at):
            continue
        found = KIND_OF_TIE.get(tie, ReaderKind.OWN_CIRCLE) if of_youth else ReaderKind.OWN_CIRCLE
        kinds[subject].add(found)


type Stay = tuple[datetime, datetime | None]


@dataclass(frozen=True, slots=True)
class Past:
    """What a worker had and has to do with some people.

    ``involved`` are the involvements ever of the worker, their desks, the regions whose intake they
    lead and their organisations; ``there`` from when until when the worker had a role for the
    organisations they work for now; ``blocked`` who belongs to their own circle; ``said`` what was
    answered to those organisations.
    """

    involved: list[Involvement] = field(default_factory=list)
    there: list[Stay] = field(default_factory=list)
    kind_in_a_team: ReaderKind = ReaderKind.TEAM_MEMBER
    blocked: frozenset[int] = frozenset()
    said: list[Consent] = field(default_factory=list)


def _standing_of_worker(
    reader: Reader, people: dict[int, Person], at: datetime, supposing: Consent | None
) -> Standing:
    bonds = bonds_of(people, at)
    families = bonds.families()
    past = _past_of(reader, people, families, at)
    kinds, keeps = _by_involvement(past, families, at)
    for family in _behind_glass(reader, families, at):
        for subject in families[family]:
            kinds[subject].add(ReaderKind.GLASS)
    deciders = deciders_among(people.values(), at, bonds)
    ours = reader.organisation_ids
    said = answers_about(deciders, at, organisations=ours, supposing=supposing, at_hand=past.said)
    for subject in said.refused:
        # a no to the organisation holds at once, whatever its workers were to the person
        kinds[subject] &= {ReaderKind.GLASS}
    return Standing(
        worker=reader.worker_id,
        organisations=ours,
        kinds={subject: frozenset(found) for subject, found in kinds.items()},
        agreed=said.opened,
        keeps=frozenset(keeps - said.refused),
        worked_with=_worked_with(past, families),
        blocked=past.blocked,
    )


def _by_involvement(
    past: Past, families: Mapping[int, Iterable[int]], at: datetime
) -> tuple[Kinds, set[int]]:
    """What the worker is to whom by the involvements that run, and whom they keep themself."""
    kinds: Kinds = defaultdict(set)
    keeps: set[int] = set()
    for row in past.involved:
        # that an organisation takes part lets none of its workers in by itself
        if row.organisation_id is not None or not row.runs_at(at):
            continue
        kind = _KIND_OF_ROLE.get(row.role, past.kind_in_a_team)
        for subject in _meant(row, families):
            kinds[subject].add(kind)
            if row.worker_id is not None and kind in _KEEPING:
                keeps.add(subject)
    return kinds, keeps


def _behind_glass(reader: Reader, families: Mapping[int, Iterable[int]], at: datetime) -> list[int]:
    """The families this reader opened in an emergency: for reading, so never in a deed."""
    if not reader.glass:
        return []
    broken = BrokenGlass.objects.running(at).filter(worker=reader.worker_id, family__in=list(families))
    return list(broken.order_by("pk").values_list("family_id", flat=True))


_KIND_OF_ROLE = {
    Involvement.Role.ANCHOR.value: ReaderKind.ANCHOR,
    Involvement.Role.HOLDER.value: ReaderKind.HOLDER,
    Involvement.Role.MEDIATOR.value: ReaderKind.MEDIATOR,
}
_KEEPING = frozenset({ReaderKind.ANCHOR, ReaderKind.HOLDER})


def _past_of(reader: Reader, people: Iterable[int], families: Iterable[int], at: datetime) -> Past:
    """What lies between this worker and these people; one read."""
    ids = tuple(people)
    if not ids:
        return Past()
    found = _PAST.lists(
        worker=reader.worker_id or 0,
        desks=tuple(reader.desk_ids),
        regions=tuple(reader.intake_region_ids),
        organisations=tuple(reader.organisation_ids),
        persons=ids,
        families=tuple(families),
        at=at,
    )
    blocked = frozenset(found["own"]) | frozenset(found["shared"])
    return Past(
        found["involved"], found["there"], _kind_in_a_team(found["sectors"]), blocked, found["said"]
    )


def _kind_in_a_team(sectors: Iterable[str]) -> ReaderKind:
    """What a worker of these sectors is in a team; of several the one that reads least."""
    found = {KIND_OF_SECTOR.get(sector, ReaderKind.TEAM_MEMBER) for sector in sectors}
    least = (ReaderKind.AGENCY, ReaderKind.HELPER_OUTSIDE, ReaderKind.MANDATED_BODY, ReaderKind.CLB)
    return next((kind for kind in least if kind in found), ReaderKind.TEAM_MEMBER)


def _involved(
    *, worker: int, desks: Ids, regions: Ids, organisations: Ids, persons: Ids, families: Ids
) -> QuerySet[Involvement]:
    mine = (
        Q(worker_id=worker)
        | Q(desk__in=desks)
        | Q(desk__region__in=regions)
        | Q(organisation__in=organisations)
    )
    return Involvement.objects.filter(mine & (Q(person__in=persons) | Q(family__in=families)))


def _there(*, worker: int, organisations: Ids) -> QuerySet[WorkerRole, Any]:
    held = WorkerRole.objects.filter(worker_id=worker, organisation__in=organisations)
    return held.values_list("starts_at", "ends_at")


def _sectors(*, organisations: Ids) -> QuerySet[Organisation, Any]:
    return Organisation.objects.filter(pk__in=organisations).values_list("sector", flat=True)


_PAST = Together(
    involved=_involved,
    there=_there,
    sectors=_sectors,
    own=own_among,
    shared=sharing_among,
    said=answers_to_share,
)


def _meant(row: Involvement, families: Mapping[int, Iterable[int]]) -> Iterable[int]:
    return families[row.family_id] if row.family_id is not None else {row.person_id or 0}


def _worked_with(past: Past, families: Mapping[int, Iterable[int]]) -> frozenset[int]:
    """Those whose help this reader took part in, ever: what their organisation wrote stays theirs.

    What a worker did for an organisation they left counts for no other.
    """
    return frozenset(
        subject
        for row in past.involved
        if row.worker_id is None or any(_meets(row, began, ended) for began, ended in past.there)
        for subject in _meant(row, families)
    )


def _meets(row: Involvement, began: datetime, ended: datetime | None) -> bool:
    """Whether an involvement ran at some moment of ``[began, ended)``."""
    starts_in_time = ended is None or row.starts_at < ended
    return starts_in_time and (row.ends_at is None or row.ends_at > began)
