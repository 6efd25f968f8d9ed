"""Families as people name themselves, who belongs to them, and the ties between persons."""

from datetime import datetime

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.chain import Subject
from kring.foundation.journal.recording import action, nothing_changed, record
from kring.registry.people.models import (
    Family,
    FamilyMembership,
    Person,
    Relation,
    RelationType,
)
from kring.registry.people.names import search_name
from kring.registry.people.rules import check_ends_after_start, check_may_relate


@action
def register_family(*, by: Actor, at: datetime, name: str) -> Family:
    """Write a family down under the name its people use."""
    family = Family(name=name.strip(), search_name=search_name(name)[:120], created_at=at)
    family.clean_fields(exclude=["search_name"])
    family.save(force_insert=True)
    record(by=by, at=at, did="family.registered", about=[("family", family.key)])
    return family


@action
def rename_family(*, by: Actor, at: datetime, family: Family, version: int, name: str) -> Family:
    """Call a family as its people now do. Raises StaleRecord when another save came first."""
    Family(name=name.strip(), created_at=at).clean_fields(exclude=["search_name"])
    family.save_from(version, name=name.strip(), search_name=search_name(name)[:120])
    record(by=by, at=at, did="family.renamed", about=[("family", family.key)])
    return family


@action
def close_family(*, by: Actor, at: datetime, family: Family) -> Family:
    """The file of a family is closed; what stands in it is kept for its term."""
    family.save_from(family.version, closed_at=at)
    record(by=by, at=at, did="family.closed", about=[("family", family.key)])
    return family


@action
def add_member(
    *,
    by: Actor,
    at: datetime,
    family: Family,
    person: Person,
    role: str,
    starts_at: datetime | None = None,
) -> FamilyMembership:
    """Somebody belongs to a family in a role; who already does keeps that membership.

    A person may belong to more than one family at a time.
    """
    running = FamilyMembership.objects.filter(family=family, person=person, ends_at__isnull=True)
    already = running.first()
    if already is not None and already.role == role:
        nothing_changed()
        return already
    begins = starts_at or at
    if already is not None:
        already.ends_at = max(begins, already.starts_at)
        already.save(update_fields=["ends_at"])
    member = FamilyMembership(family=family, person=person, role=role, starts_at=begins)
    member.clean_fields(exclude=["family", "person"])
    member.save(force_insert=True)
    record(by=by, at=at, did="family.joined", about=_both(member), role=role)
    return member


@action
def end_membership(
    *, by: Actor, at: datetime, membership: FamilyMembership, ends_at: datetime | None = None
) -> FamilyMembership:
    """Somebody no longer belongs to a family, from ``ends_at`` (now when empty) on."""
    ends = ends_at or at
    check_ends_after_start(membership.starts_at, ends)
    membership.ends_at = ends
    membership.save(update_fields=["ends_at"])
    record(by=by, at=at, did="family.left", about=_both(membership))
    return membership


@action
def relate(
    *,
    by: Actor,
    at: datetime,
    person: Person,
    to: Person,
    type: str,  # noqa: A002 - the word of the field
    authority: bool | None = None,
    legal_ground: str = "",
    starts_at: datetime | None = None,
) -> Relation:
    """``person`` is the ``type`` of ``to``, for example mother; said once while it runs.

    ``authority``: has a say over the person (gezag); None when that is not known.
    """
    check_may_relate(person, to)
    running = Relation.objects.filter(person=person, to=to, type=type, ends_at__isnull=True)
    already = running.first()
    if already is not None:
        nothing_changed()
        return already
    relation = Relation(
        person=person,
        to=to,
        type=RelationType(type),
        authority=authority,
        legal_ground=legal_ground.strip(),
        starts_at=starts_at or at,
    )
    relation.clean_fields(exclude=["person", "to"])
    relation.save(force_insert=True)
    about = [("person", person.key), ("person", to.key)]
    record(by=by, at=at, did="person.related", about=about, type=str(relation.type))
    return relation


@action
def end_relation(
    *, by: Actor, at: datetime, relation: Relation, ends_at: datetime | None = None
) -> Relation:
    """A relation no longer holds, from ``ends_at`` (now when empty) on."""
    ends = ends_at or at
    check_ends_after_start(relation.starts_at, ends)
    relation.ends_at = ends
    relation.save(update_fields=["ends_at"])
    about = [("person", relation.person.key), ("person", relation.to.key)]
    record(by=by, at=at, did="person.unrelated", about=about, type=relation.type)
    return relation


def _both(membership: FamilyMembership) -> list[Subject]:
    return [("family", membership.family.key), ("person", membership.person.key)]
