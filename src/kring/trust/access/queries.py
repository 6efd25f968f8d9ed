"""Who may see whom, who can see us, and the reader behind a request.

Persons and families reach a page only through these functions; what they hand out is noted in the
ledger of the page, and journalled before the page is sent.
"""

from collections.abc import Iterable
from datetime import datetime
from operator import attrgetter
from typing import Any
from uuid import UUID

from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from kring.foundation.accounts.models import Account, AccountKind
from kring.foundation.journal import ledger
from kring.foundation.journal.actor import Actor, ActorKind
from kring.foundation.records.prepared import Prepared
from kring.registry.network.models import Desk
from kring.registry.people.models import Family, FamilyMembership, Person, Relation
from kring.registry.people.queries import families_of
from kring.trust.access.circle import family_blocked, person_blocked
from kring.trust.access.glass import count_as_glass, count_person_as_glass, opened_by_glass
from kring.trust.access.models import Involvement, ParentSafety, PersonAccess
from kring.trust.access.readers import NOBODY, Reader
from kring.trust.access.work import work_of
from kring.trust.consent.queries import PARENTAL, is_minor, parents_among

INTAKE = "region.intake"
COORDINATE = "region.coordinate"
DESK_WORK = "desk.work"


def reader_for(account: Account, at: datetime, *, deed: bool = False) -> Reader:
    """The reader an account stands for at this moment; NOBODY without a role or an own part.

    For a ``deed`` no glass is broken: an emergency access opens reading alone.
    """
    if account.kind == AccountKind.FAMILY:
        return _reader_of_person(account, at)
    work = work_of(account.pk, at)
    if not work.roles:
        return NOBODY
    main, worker = work.roles[0], work.roles[0].worker
    leading = work.regions_with(INTAKE)
    return Reader(
        actor=Actor(
            ActorKind.WORKER, worker.key, worker.name, main.organisation.key, main.organisation.name
        ),
        account_key=account.key,
        worker_id=worker.pk,
        desk_ids=frozenset(desk for desk, _ in work.desks),
        intake_region_ids=leading,
        intake_desk_ids=frozenset(desk for desk, region in work.desks_there if region in leading),
        region_ids=frozenset(region for _, region in work.desks)
        | leading
        | work.regions_with(COORDINATE),
        organisation_ids=frozenset(role.organisation_id for role in work.roles),
        grants=frozenset(grant for role in work.roles for grant in role.role.grants),
        because=main.role.code,
        circle=main.has_circle,  # type: ignore[attr-defined]
        glass=main.has_glass and not deed,  # type: ignore[attr-defined]
    )


def _reader_of_person(account: Account, at: datetime) -> Reader:
    """Somebody who reads their own part; a second parent only while the first calls it safe."""
    access = PersonAccess.objects.running(at).filter(account=account).select_related("person").first()
    if access is None or not may_have_access(access.person, at):
        return NOBODY
    person = access.person
    actor = Actor(ActorKind.PERSON, person.key, person.name)
    return Reader(actor=actor, account_key=account.key, because="own_part", person=person)


def may_have_access(person: Person, at: datetime) -> bool:
    """Whether this person may read their own part: not the second parent of a child who is not safe.

    The default is no: without a running yes, asked of the first parent alone, there is no access.
    """
    children = minors_of(person, at)
    second = [
        child for child, parents in parents_among(children, at).items() if person.pk in parents[1:]
    ]
    safe = ParentSafety.objects.running(at).filter(child__in=second, parent=person, safe=True)
    return set(second) <= set(safe.values_list("child_id", flat=True))


def minors_of(person: Person, at: datetime) -> frozenset[int]:
    """Minors of whom this person is or may be a parent."""
    maybe = _MAY_BE_CHILDREN.rows(person=person.pk, at=at)
    return frozenset(child.pk for child in maybe if is_minor(child, at))


def _may_be_children(*, person: int, at: datetime) -> QuerySet[Person]:
    members = FamilyMembership.objects.running(at)
    mine = members.filter(person=person, role=FamilyMembership.Role.PARENT)
    children = members.filter(family__in=mine.values("family"), role=FamilyMembership.Role.CHILD)
    tied = Relation.objects.running(at).filter(person=person, type__in=PARENTAL)
    return Person.objects.filter(Q(pk__in=children.values("person")) | Q(pk__in=tied.values("to")))


_MAY_BE_CHILDREN = Prepared(_may_be_children)


def _involving(at: datetime, worker: int, desks: Iterable[int]) -> QuerySet[Involvement]:
    """The running involvements that let such a reader in.

    Desks of regions stand among ``desks``: a condition over a joined table would keep the database
    from starting at the involvements of a few desks.
    """
    return Involvement.objects.running(at).filter(Q(worker_id=worker) | Q(desk_id__in=desks))


def seen_families(
    *, circle: bool, glass: bool, at: datetime, worker: int, **who: Any
) -> QuerySet[Family]:
    """The families such a reader may see: involved, or by a glass they broke; never their own."""
    involving = _involving(at, worker, **who)
    opened = Q(Exists(involving.filter(family=OuterRef("pk"))))
    if glass:
        opened |= Q(Exists(opened_by_glass(worker, at).filter(family=OuterRef("pk"))))
    found = Family.objects.filter(opened)
    return found.filter(~family_blocked(worker)) if circle else found


def seen_persons(
    *, circle: bool, glass: bool, at: datetime, worker: int, **who: Any
) -> QuerySet[Person]:
    """The persons such a reader may see, alone or as a member of a family; never their own."""
    involving = _involving(at, worker, **who)
    # who moved out is no longer seen by who helps the family
    members = FamilyMembership.objects.running(at).filter(person=OuterRef("pk"))
    helped = members.filter(Exists(involving.filter(family=OuterRef("family"))))
    opened = Q(Exists(involving.filter(person=OuterRef("pk")))) | Q(Exists(helped))
    if glass:
        behind = Exists(opened_by_glass(worker, at).filter(family=OuterRef("family")))
        opened |= Q(Exists(members.filter(behind)))
    found = Person.objects.filter(opened)
    return found.exclude(person_blocked(worker)) if circle else found


def families_visible_to(reader: Reader, at: datetime) -> QuerySet[Family]:
    """The families this reader is involved with, or opened in an emergency."""
    if reader.worker_id is None:
        return Family.objects.none()
    return seen_families(**shape_of(reader), **seeing(reader, at))


def persons_visible_to(reader: Reader, at: datetime) -> QuerySet[Person]:
    """The persons this reader is involved with, alone or as a member of a family."""
    if reader.worker_id is None:
        return Person.objects.none()
    return seen_persons(**shape_of(reader), **seeing(reader, at))


_PERSONS_BY_ID = Prepared(lambda ids, **who: seen_persons(**who).filter(pk__in=ids))
_FAMILIES_BY_ID = Prepared(lambda ids, **who: seen_families(**who).filter(pk__in=ids))
_PERSON_BY_KEY = Prepared(lambda key, **who: seen_persons(**who).filter(key=key))
_FAMILY_BY_KEY = Prepared(lambda key, **who: seen_families(**who).filter(key=key))


def _by_key(read: Prepared[Any], reader: Reader, key: UUID, at: datetime) -> Any:
    """The row with this key, if the reader may see it."""
    if reader.worker_id is None:
        return None
    return read.first(shape=shape_of(reader), key=key, **seeing(reader, at))


def shape_of(reader: Reader) -> dict[str, Any]:
    """For a prepared read over what a reader may see: what changes its SQL. Most have neither."""
    return {"circle": reader.circle, "glass": reader.glass}


def seeing(reader: Reader, at: datetime) -> dict[str, Any]:
    """For a prepared read over what a reader may see: its values."""
    return {
        "at": at,
        "worker": reader.worker_id or 0,
        "desks": tuple(reader.desk_ids | reader.intake_desk_ids),
    }


def _of[M: Model](
    read: Prepared[M], reader: Reader, ids: Iterable[int | None], at: datetime
) -> dict[int, M]:
    """Of these rows those the reader may see, by inner id and in its order.

    In the order of the database a change of what the reader may not see could show: PostgreSQL moves
    a row when it is written.
    """
    known = tuple(sorted(_known(ids)))
    if reader.worker_id is None or not known:
        return {}
    found = read.rows(shape=shape_of(reader), ids=known, **seeing(reader, at))
    return {row.pk: row for row in sorted(found, key=attrgetter("pk"))}


def family_for(reader: Reader, key: UUID, at: datetime) -> Family | None:
    """The family with this key, if the reader may see it; noted as read."""
    family: Family | None = _by_key(_FAMILY_BY_KEY, reader, key, at)
    if family is not None:
        ledger.saw("family", family.key)
        count_as_glass(reader, family, at)
    return family


def person_for(reader: Reader, key: UUID, at: datetime) -> Person | None:
    """The person with this key, if the reader may see them; noted as read."""
    person: Person | None = _by_key(_PERSON_BY_KEY, reader, key, at)
    if person is not None:
        ledger.saw("person", person.key)
        count_person_as_glass(reader, person, at)
    return person


def persons_by_id(reader: Reader, ids: Iterable[int | None], at: datetime) -> dict[int, Person]:
    """Of these persons those the reader may see, by inner id; all noted as read."""
    found = _of(_PERSONS_BY_ID, reader, ids, at)
    ledger.saw_all("person", (person.key for person in found.values()))
    return found


def families_by_id(reader: Reader, ids: Iterable[int | None], at: datetime) -> dict[int, Family]:
    """Of these families those the reader may see, by inner id; all noted as read."""
    found = _of(_FAMILIES_BY_ID, reader, ids, at)
    ledger.saw_all("family", (family.key for family in found.values()))
    return found


def _known(ids: Iterable[int | None]) -> set[int]:
    return {identity for identity in ids if identity is not None}


def who_can_see(family: Family, at: datetime) -> list[Involvement]:
    """Everyone who can see this family, and why: the question a family asks."""
    return longest_first(_WHO_CAN_SEE.rows(family=family.pk, at=at))


def seeing_rows(*, family: int, at: datetime) -> QuerySet[Involvement]:
    """The same in no order, for a read that needs them beside other rows."""
    running = Involvement.objects.running(at).filter(family=family)
    return running.select_related("worker", "desk__organisation", "organisation")


def longest_first(involvements: Iterable[Involvement]) -> list[Involvement]:
    """Involvements in the order of a page: who takes part longest stands first."""
    return sorted(involvements, key=lambda row: (row.starts_at, row.pk))


def each_hand_once(involvements: Iterable[Involvement]) -> list[Involvement]:
    """One row for each who takes part in a role, since the first time: a second question tells
    nothing new about who sees.
    """
    first: dict[tuple[int | None, int | None, int | None, str], Involvement] = {}
    for row in longest_first(involvements):
        first.setdefault((row.worker_id, row.desk_id, row.organisation_id, row.role), row)
    return list(first.values())


_WHO_CAN_SEE = Prepared(seeing_rows)


def desk_knows(desk: Desk, person: Person, at: datetime) -> bool:
    """Whether those on duty at this desk see this person, alone or in a family."""
    families = FamilyMembership.objects.running(at).filter(person=person).values("family")
    involving = Involvement.objects.running(at).filter(desk=desk)
    return involving.filter(Q(person=person) | Q(family__in=families)).exists()


def is_protected(person: Person, at: datetime) -> bool:
    """Whether this person, or anybody they share a family with, has a protected address."""
    if person.protected_address:
        return True
    return bool(_PROTECTED_WITH.rows(person=person.pk, at=at))


def _protected_with(*, person: int, at: datetime) -> QuerySet[FamilyMembership, int]:
    protected = FamilyMembership.objects.filter(person__protected_address=True)
    theirs = families_of(person, at).values("pk")
    return protected.filter(family__in=theirs).values_list("pk", flat=True)[:1]


_PROTECTED_WITH = Prepared(_protected_with)
