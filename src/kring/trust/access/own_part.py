"""Reads about a person's own way in: for that person and the door, for no other page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from kring.foundation.accounts.models import Account, AccountKind
from kring.foundation.journal import ledger
from kring.registry.network.models import Duty, WorkerRole
from kring.registry.people.models import ContactChannel, FamilyMembership, Person, Relation, RelationType
from kring.trust.access.kinds import ReaderKind
from kring.trust.access.looking import OwnFamily
from kring.trust.access.models import Involvement, PersonAccess
from kring.trust.access.queries import minors_of
from kring.trust.access.readers import Reader
from kring.trust.access.standing import standing_of
from kring.trust.consent.queries import is_minor, parents_among


def is_safe_address(account: Account, at: datetime) -> bool:
    """Whether letters may go to the address of an account.

    That of somebody with an own part has to be a way they call safe, now.
    """
    access = PersonAccess.objects.filter(account=account)
    if account.kind != AccountKind.FAMILY or not access.exists():
        return True
    running = Q(ends_at__isnull=True) | Q(ends_at__gt=at)
    channels = ContactChannel.objects.filter(running, safe=True, value__iexact=account.email)
    return channels.filter(person__in=access.values("person")).exists()


def own_access_of(person: Person, at: datetime) -> PersonAccess | None:
    """The own way in of somebody: for their own pages, and for nobody else's."""
    running = PersonAccess.objects.running(at).filter(person=person)
    return running.select_related("account", "opened_by").first()


def read_own_part(reader: Reader) -> Person | None:
    """The person behind a reader of their own part; noted as read."""
    if reader.person is not None:
        ledger.saw("person", reader.person.key)
    return reader.person


def children_read_along(reader: Reader, at: datetime) -> list[Person]:
    """The children whose part this parent reads: who do not decide themselves; noted as read."""
    if reader.person is None:
        return []
    minors = Person.objects.filter(pk__in=minors_of(reader.person, at)).order_by("birth_date", "pk")
    children = list(minors)
    kinds = standing_of(reader, children, at).kinds
    found = [one for one in children if ReaderKind.PARENT_BELOW in kinds.get(one.pk, ())]
    ledger.saw_all("person", (child.key for child in found))
    return found


def people_stood_beside(reader: Reader, at: datetime) -> list[Person]:
    """Those in whose part something may be for this person to read: minors they are a parent of,
    and whom they stand beside by a tie. What, the reader table says for each thing.
    """
    if reader.person is None:
        return []
    running = Q(starts_at__lte=at) & (Q(ends_at__isnull=True) | Q(ends_at__gt=at))
    tied = Relation.objects.filter(running, person=reader.person).values("to")
    minors = minors_of(reader.person, at)
    return list(Person.objects.filter(Q(pk__in=tied) | Q(pk__in=minors)).order_by("pk"))


def who_sees(person: Person, at: datetime) -> list[Involvement]:
    """Everyone who takes part in the help to this person, as that person may know it."""
    families = [family.pk for family in present_families(person, at)]
    rows = Involvement.objects.running(at).filter(Q(person=person) | Q(family__in=families))
    related = rows.select_related("worker", "desk__organisation", "organisation")
    return list(related.order_by("starts_at", "pk"))


def see_family_through(questions: Iterable[UUID], at: datetime) -> list[Involvement]:
    """Who sees a family because one of these questions of somebody's own lies with it."""
    rows = Involvement.objects.running(at).filter(because_key__in=list(questions))
    related = rows.filter(family__isnull=False).select_related("worker", "desk", "organisation")
    return list(related.order_by("pk"))


@dataclass(frozen=True, slots=True)
class OwnHelpers:
    """Workers and organisations (inner numbers) that take or took part in the help to somebody."""

    workers: frozenset[int]
    organisations: frozenset[int]

    def wrote(self, author: int | None, owner: int | None) -> bool:
        """Whether this was written by a helper of this person, and not by one of somebody else."""
        return author in self.workers if author is not None else owner in self.organisations


def own_helpers(person: Person, at: datetime) -> OwnHelpers:
    """Whom this person may hear named: who helped them, alone or while they belonged to a family.

    Who is or was on duty at a desk that took part is one of them. Helpers of others are not,
    whatever they wrote that this person may read.
    """
    meant = Q(person=person)
    for family in own_families(person, at):
        began = Q() if family.until is None else Q(starts_at__lt=family.until)
        ended = Q(ends_at__isnull=True) | Q(ends_at__gt=family.since)
        meant |= Q(family=family.pk) & began & ended
    rows = Involvement.objects.filter(meant, starts_at__lte=at).order_by("pk")
    found = list(rows.values_list("worker_id", "desk_id", "organisation_id", "desk__organisation_id"))
    at_desks = Duty.objects.filter(desk__in={desk for _w, desk, _o, _d in found if desk})
    on_duty = set(at_desks.values_list("worker_id", flat=True))
    alone = {worker for worker, _desk, _o, _d in found if worker}
    homes = WorkerRole.objects.filter(worker__in=alone).values_list("organisation_id", flat=True)
    named = {whole for _w, _desk, *both in found for whole in both if whole}
    return OwnHelpers(frozenset(alone | on_duty), frozenset(named | set(homes)))


def own_channels(person: Person, at: datetime) -> list[ContactChannel]:
    """The ways this person called safe, the preferred one first: for their own page."""
    running = Q(ends_at__isnull=True) | Q(ends_at__gt=at)
    rows = ContactChannel.objects.filter(running, person=person, safe=True)
    return list(rows.order_by("-preferred", "pk"))


def ties_to(person: Person, at: datetime) -> list[Relation]:
    """Who is something to this person now, by name; those who are are noted as read."""
    running = Q(starts_at__lte=at) & (Q(ends_at__isnull=True) | Q(ends_at__gt=at))
    rows = Relation.objects.filter(running, to=person).select_related("person")
    found = list(rows.order_by("person__search_name", "pk"))
    ledger.saw_all("person", (row.person.key for row in found))
    return found


def who_may_read_along(minor: Person, at: datetime) -> list[Person]:
    """The parents and the trusted persons of a minor, of whom each may be let in; noted as read."""
    running = Q(starts_at__lte=at) & (Q(ends_at__isnull=True) | Q(ends_at__gt=at))
    trusted = Relation.objects.filter(running, to=minor, type=RelationType.TRUSTED_PERSON)
    who = {*parents_among([minor.pk], at)[minor.pk], *trusted.values_list("person_id", flat=True)}
    people = list(Person.objects.filter(pk__in=who).order_by("search_name", "pk"))
    ledger.saw_all("person", (one.key for one in people))
    return people


def may_open_access(reader: Reader, person: Person, at: datetime) -> bool:
    """Whether this worker may invite somebody: who holds their question, or is their anchor."""
    standing = standing_of(reader, [person], at)
    if person.pk in standing.blocked:
        return False
    return bool(standing.kinds.get(person.pk, frozenset()) & {ReaderKind.HOLDER, ReaderKind.ANCHOR})


def own_families(person: Person, at: datetime) -> list[OwnFamily]:
    """The families whose helpers are this person's helpers too, with the time of belonging.

    For a second parent not those with the first parent: whom she speaks with is hers to tell.
    """
    rows = FamilyMembership.objects.filter(person=person).select_related("family")
    shared = _shared_with_first_parent(person, at)
    mine = rows.exclude(family__in=shared).order_by("starts_at", "pk")
    return [OwnFamily(row.family_id, row.family.key, row.starts_at, row.ends_at) for row in mine]


def present_families(person: Person, at: datetime) -> list[OwnFamily]:
    """Of ``own_families`` those this person belongs to now: who left hears of no later helper."""
    return [
        family
        for family in own_families(person, at)
        if family.since <= at and (family.until is None or family.until > at)
    ]


def _shared_with_first_parent(person: Person, at: datetime) -> set[int]:
    """Families in which this person is a parent beside the first parent of a minor."""
    mine = FamilyMembership.objects.filter(person=person, role=FamilyMembership.Role.PARENT)
    children = FamilyMembership.objects.filter(
        family__in=mine.values("family"), role=FamilyMembership.Role.CHILD
    ).select_related("person")
    by_child = {row.person_id: row for row in children.order_by("pk") if is_minor(row.person, at)}
    first = {found[0] for found in parents_among(by_child, at).values() if person.pk in found[1:]}
    shared = FamilyMembership.objects.filter(person__in=first, family__in=mine.values("family"))
    return set(shared.values_list("family_id", flat=True))
