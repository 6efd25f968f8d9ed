"""Partnerships: their territory, who takes part, and what they are recognised for."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.chain import Subject
from kring.foundation.journal.recording import action, nothing_changed, record
from kring.foundation.records.folding import fold
from kring.foundation.records.local_text import LocalText
from kring.registry.network.models import (
    Organisation,
    Partnership,
    PartnershipArea,
    PartnershipMember,
    Recognition,
    RoleLabel,
    RoleType,
)
from kring.registry.network.rules import check_may_add_area
from kring.registry.places.models import Municipality


@action
def open_partnership(
    *,
    by: Actor,
    at: datetime,
    name: str,
    kind: str,
    note: str = "",
    starts_on: date | None = None,
    ends_on: date | None = None,
) -> Partnership:
    """Organisations start working together under a name."""
    partnership = Partnership(
        name=name.strip(),
        search_name=fold(name)[:200],
        kind=kind,
        note=note.strip(),
        starts_on=starts_on,
        ends_on=ends_on,
    )
    partnership.clean_fields(exclude=["search_name"])
    partnership.save(force_insert=True)
    record(by=by, at=at, did="partnership.opened", about=_about(partnership))
    return partnership


@action
def correct_partnership(
    *, by: Actor, at: datetime, partnership: Partnership, version: int, **changes: Any
) -> Partnership:
    """Change name, note or first day of a partnership. Raises StaleRecord and ValidationError."""
    unknown = changes.keys() - {"name", "note", "starts_on"}
    if unknown:
        raise TypeError(f"not to be corrected here: {sorted(unknown)}")
    draft = Partnership.objects.get(pk=partnership.pk)
    for name, value in changes.items():
        setattr(draft, name, value)
    draft.clean_fields(exclude=["search_name"])
    partnership.save_from(version, **changes, search_name=fold(draft.name)[:200])
    about = _about(partnership)
    record(by=by, at=at, did="partnership.corrected", about=about, fields=sorted(changes))
    return partnership


@action
def close_partnership(
    *, by: Actor, at: datetime, partnership: Partnership, ends_on: date
) -> Partnership:
    """A partnership ends on a day; its history stays."""
    partnership.save_from(partnership.version, ends_on=ends_on)
    record(by=by, at=at, did="partnership.closed", about=_about(partnership))
    return partnership


@action
def add_to_territory(
    *,
    by: Actor,
    at: datetime,
    partnership: Partnership,
    municipalities: Iterable[Municipality],
    approximated: bool = False,
    starts_at: datetime | None = None,
) -> list[PartnershipArea]:
    """These municipalities belong to the territory from ``starts_at`` (now when empty) on.

    ``approximated``: drawn from care zones, not from a source that names the territory. Raises
    ValidationError for a municipality merged away or held by another region.
    """
    known = PartnershipArea.objects.filter(partnership=partnership, ends_at__isnull=True)
    held = set(known.values_list("municipality_id", flat=True))
    fresh = [place for place in municipalities if place.pk not in held]
    for place in fresh:
        check_may_add_area(partnership, place, starts_at or at)
    if not fresh:
        nothing_changed()
        return []
    areas = PartnershipArea.objects.bulk_create(
        PartnershipArea(
            partnership=partnership,
            municipality=place,
            approximated=approximated,
            starts_at=starts_at or at,
        )
        for place in fresh
    )
    codes = [place.nis for place in fresh]
    record(by=by, at=at, did="partnership.area_added", about=_about(partnership), nis=codes)
    return areas


@action
def take_from_territory(
    *, by: Actor, at: datetime, partnership: Partnership, municipality: Municipality
) -> None:
    """This municipality no longer belongs to the territory."""
    areas = PartnershipArea.objects.filter(partnership=partnership, municipality=municipality)
    if not areas.filter(ends_at__isnull=True).update(ends_at=at):
        nothing_changed()
        return
    codes = [municipality.nis]
    record(by=by, at=at, did="partnership.area_ended", about=_about(partnership), nis=codes)


@action
def add_partner(
    *,
    by: Actor,
    at: datetime,
    partnership: Partnership,
    organisation: Organisation,
    role: str = PartnershipMember.Role.MEMBER,
    starts_at: datetime | None = None,
) -> PartnershipMember:
    """An organisation takes part, as partner or as the lead."""
    same = PartnershipMember.objects.filter(partnership=partnership, organisation=organisation)
    already = same.filter(role=role, ends_at__isnull=True).first()
    if already is not None:
        nothing_changed()
        return already
    member = PartnershipMember(
        partnership=partnership, organisation=organisation, role=role, starts_at=starts_at or at
    )
    member.clean_fields(exclude=["partnership", "organisation"])
    member.save(force_insert=True)
    about = [*_about(partnership), ("organisation", organisation.key)]
    record(by=by, at=at, did="partnership.joined", about=about, role=str(role))
    return member


@action
def end_partner(*, by: Actor, at: datetime, member: PartnershipMember) -> PartnershipMember:
    """An organisation no longer takes part."""
    member.ends_at = max(at, member.starts_at)
    member.save(update_fields=["ends_at"])
    about = [*_about(member.partnership), ("organisation", member.organisation.key)]
    record(by=by, at=at, did="partnership.left", about=about, role=member.role)
    return member


@action
def recognise(
    *,
    by: Actor,
    at: datetime,
    title: str,
    starts_at: datetime,
    organisation: Organisation | None = None,
    partnership: Partnership | None = None,
    ground: str = "",
    ends_at: datetime | None = None,
) -> Recognition:
    """Government recognised an organisation or a partnership (one of the two) for something."""
    recognition = Recognition(
        organisation=organisation,
        partnership=partnership,
        title=title.strip(),
        ground=ground.strip(),
        starts_at=starts_at,
        ends_at=ends_at,
    )
    recognition.clean_fields(exclude=["organisation", "partnership"])
    recognition.save(force_insert=True)
    record(by=by, at=at, did="recognition.given", about=_holder(recognition))
    return recognition


@action
def end_recognition(
    *, by: Actor, at: datetime, recognition: Recognition, ends_at: datetime
) -> Recognition:
    """A recognition ends at ``ends_at``."""
    recognition.ends_at = max(ends_at, recognition.starts_at)
    recognition.save(update_fields=["ends_at"])
    record(by=by, at=at, did="recognition.ended", about=_holder(recognition))
    return recognition


@action
def label_role(
    *, by: Actor, at: datetime, partnership: Partnership, role: RoleType, name: LocalText
) -> RoleLabel:
    """What this partnership calls a role, for example plan-trekker for a family coach."""
    label, _new = RoleLabel.objects.update_or_create(
        partnership=partnership, role=role, defaults={"name": name}
    )
    record(by=by, at=at, did="role.labelled", about=_about(partnership), role=role.code)
    return label


def _about(partnership: Partnership) -> list[Subject]:
    return [("partnership", partnership.key)]


def _holder(recognition: Recognition) -> list[Subject]:
    if recognition.organisation is not None:
        return [("organisation", recognition.organisation.key)]
    return _about(recognition.partnership) if recognition.partnership else []
