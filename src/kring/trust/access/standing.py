"""What a reader is to the people of a page: worked out from facts, once for all of them."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q

from kring.foundation.deadlines.calendar import local_day
from kring.foundation.deadlines.queries import number_at
from kring.foundation.records.bases import PeriodQuerySet
from kring.registry.network.models import Organisation, WorkerRole
from kring.registry.people.models import FamilyMembership, Person, Relation
from kring.registry.people.queries import age_on
from kring.trust.access.circle import blocked_people
from kring.trust.access.kinds import KIND_OF_SECTOR, KIND_OF_TIE, ReaderKind
from kring.trust.access.models import BrokenGlass, Involvement, ParentSafety
from kring.trust.access.readers import Reader
from kring.trust.access.table import Standing
from kring.trust.consent.models import Consent
from kring.trust.consent.queries import (
    MAJORITY,
    PARENTAL,
    able_among,
    answers_about,
    deciders_among,
    is_minor,
    parents_among,
)

type Kinds = dict[int, set[ReaderKind]]


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
    able = able_among([person, *people.values()], at)
    deciders = deciders_among(people.values(), at)
    kinds: Kinds = defaultdict(set)
    _as_parent(person, people, able, at, kinds)
    _by_tie(person, people, at, kinds)
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
    parent: Person, people: dict[int, Person], able: frozenset[int], at: datetime, kinds: Kinds
) -> None:
    minors = [pk for pk, person in people.items() if is_minor(person, at) and pk != parent.pk]
    safe = ParentSafety.objects.running(at).filter(parent=parent, safe=True)
    read_along = set(safe.values_list("child_id", flat=True))
    for child, parents in parents_among(minors, at).items():
        if parents[:1] == [parent.pk]:
            of_able = child in able
            kinds[child].add(ReaderKind.PARENT_ABLE if of_able else ReaderKind.PARENT_BELOW)
        elif parent.pk in parents and child in read_along:
            kinds[child].add(ReaderKind.SECOND_PARENT)


def _by_tie(person: Person, people: dict[int, Person], at: datetime, kinds: Kinds) -> None:
    ties = Relation.objects.running(at).filter(person=person, to__in=list(people))
    upper = number_at("youth_help_upper_age", at)
    for subject, tie in ties.values_list("to_id", "type"):
        age = age_on(people[subject].birth_date, local_day(at))
        of_youth = age is None or age < upper
        if tie in PARENTAL and is_minor(people[subject], at):
            continue
        found = KIND_OF_TIE.get(tie, ReaderKind.OWN_CIRCLE) if of_youth else ReaderKind.OWN_CIRCLE
        kinds[subject].add(found)


def _standing_of_worker(
    reader: Reader, people: dict[int, Person], at: datetime, supposing: Consent | None
) -> Standing:
    families = _families(people, at)
    kinds: Kinds = defaultdict(set)
    team = _kind_in_a_team(reader)
    # that an organisation takes part lets none of its workers in by itself
    personal = _involving(reader, people, families).running(at).filter(organisation=None)
    for row in personal:
        kind = _KIND_OF_ROLE.get(row.role, team)
        for subject in _meant(row, families):
            kinds[subject].add(kind)
    for family in _behind_glass(reader, families, at):
        for subject in families[family]:
            kinds[subject].add(ReaderKind.GLASS)
    deciders = deciders_among(people.values(), at)
    said = answers_about(deciders, at, organisations=reader.organisation_ids, supposing=supposing)
    for subject in said.refused:
        # a no to the organisation holds at once, whatever its workers were to the person
        kinds[subject] &= {ReaderKind.GLASS}
    return Standing(
        worker=reader.worker_id,
        organisations=reader.organisation_ids,
        kinds={subject: frozenset(found) for subject, found in kinds.items()},
        agreed=said.opened,
        worked_with=_worked_with(reader, people, families),
        blocked=blocked_people(reader.worker_id or 0, people),
    )


def _behind_glass(reader: Reader, families: dict[int, set[int]], at: datetime) -> list[int]:
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


def _kind_in_a_team(reader: Reader) -> ReaderKind:
    """What this worker is in a team; of several sectors the one that reads least."""
    sectors = Organisation.objects.filter(pk__in=reader.organisation_ids)
    found = {
        KIND_OF_SECTOR.get(sector, ReaderKind.TEAM_MEMBER)
        for sector in sectors.values_list("sector", flat=True)
    }
    least = (ReaderKind.AGENCY, ReaderKind.HELPER_OUTSIDE, ReaderKind.MANDATED_BODY, ReaderKind.CLB)
    return next((kind for kind in least if kind in found), ReaderKind.TEAM_MEMBER)


def _families(people: dict[int, Person], at: datetime) -> dict[int, set[int]]:
    """The families these people belong to, with which of them."""
    rows = FamilyMembership.objects.running(at).filter(person__in=list(people))
    found: dict[int, set[int]] = defaultdict(set)
    for family, person in rows.values_list("family_id", "person_id"):
        found[family].add(person)
    return found


def _involving(
    reader: Reader, people: dict[int, Person], families: dict[int, set[int]]
) -> PeriodQuerySet[Involvement]:
    mine = (
        Q(worker=reader.worker_id)
        | Q(desk__in=reader.desk_ids)
        | Q(desk__region__in=reader.intake_region_ids)
        | Q(organisation__in=reader.organisation_ids)
    )
    about = Q(person__in=list(people)) | Q(family__in=list(families))
    return Involvement.objects.filter(mine & about)


def _meant(row: Involvement, families: dict[int, set[int]]) -> set[int]:
    return families[row.family_id] if row.family_id is not None else {row.person_id or 0}


def _worked_with(
    reader: Reader, people: dict[int, Person], families: dict[int, set[int]]
) -> frozenset[int]:
    """Those whose help this reader took part in, ever: what their organisation wrote stays theirs.

    What a worker did for an organisation they left counts for no other.
    """
    rows = list(_involving(reader, people, families))
    there = _times_there(reader) if any(row.worker_id for row in rows) else []
    return frozenset(
        subject
        for row in rows
        if row.worker_id is None or any(_meets(row, began, ended) for began, ended in there)
        for subject in _meant(row, families)
    )


type Stay = tuple[datetime, datetime | None]


def _times_there(reader: Reader) -> list[Stay]:
    """From when until when this worker had a role for the organisations they work for now."""
    held = WorkerRole.objects.filter(worker=reader.worker_id, organisation__in=reader.organisation_ids)
    return list(held.order_by("pk").values_list("starts_at", "ends_at"))


def _meets(row: Involvement, began: datetime, ended: datetime | None) -> bool:
    """Whether an involvement ran at some moment of ``[began, ended)``."""
    starts_in_time = ended is None or row.starts_at < ended
    return starts_in_time and (row.ends_at is None or row.ends_at > began)
