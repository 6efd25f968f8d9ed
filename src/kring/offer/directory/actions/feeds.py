"""What a feed of somebody else says is taken over as it stands there; nothing of it changes here.

These deeds lie within one deed that reads the whole feed and writes down how many came
(``finish_reading``): a feed of fifty thousand services is one entry in the journal.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID, uuid5

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, nothing_changed, record
from kring.offer.directory.actions.describing import (
    Description,
    check_description,
    check_parts,
    check_values,
    touch_services,
    write_description,
    write_parts,
)
from kring.offer.directory.actions.listing import check_location
from kring.offer.directory.models import Entry, Location, Organization, Part, Service, Source
from kring.offer.directory.rules import check_named
from kring.offer.directory.states import DEFUNCT
from kring.offer.directory.upkeep import changed


class Came(StrEnum):
    """What a record of a feed did here."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Said:
    """One record as its feed says it; ``values`` names every field the feed can say, empty where it
    does not, so that what it says no more goes. ``digest`` tells whether it is as it was; ``key`` is
    its id there where that is a UUID; ``also`` what it says beyond our fields.
    """

    foreign_id: str
    digest: str
    values: Mapping[str, Any]
    key: UUID | None = None
    parts: Sequence[Part] = ()
    also: Mapping[str, Any] = field(default_factory=dict)


@action
def add_source(
    *, name: str, address: str, licence: str, language: str, by: Actor, at: datetime
) -> Source:
    """A feed whose entries are shown here; the same address is the same source."""
    known = Source.objects.filter(address=address).first()
    if known is not None:
        nothing_changed()
        return known
    source = Source.objects.create(
        name=name.strip()[:200] or address[:200],
        address=address,
        licence=licence,
        language=language,
        added_at=at,
    )
    record(by=by, at=at, did="source.added", about=[("source", source.key)])
    return source


@action
def take_organization(*, source: Source, said: Said, at: datetime) -> tuple[Organization, Came]:
    """Take an organisation over. Raises ValidationError when it cannot be stored."""
    check_values(Organization, said.values)
    check_named(said.values.get("name"))
    check_parts(Organization, said.parts)
    listed, came = _take(Organization, source, said, at)
    if came is not Came.SAME:
        write_parts(listed, said.parts, fresh=came is Came.NEW)
        touch_services(listed.services.all(), at)
    return listed, came


@action
def set_parent(*, organization: Organization, parent: Organization | None) -> None:
    """Say of which organisation this one is a part, both of one feed."""
    if organization.parent_id != (parent.pk if parent else None):
        Organization.objects.filter(pk=organization.pk).update(parent=parent)
        organization.parent = parent


@action
def take_location(*, source: Source, said: Said, at: datetime) -> tuple[Location, Came]:
    """Take a place over. Raises ValidationError when it cannot be stored."""
    known = ("organization", "municipality")
    check_location({name: value for name, value in said.values.items() if name not in known}, said.parts)
    location, came = _take(Location, source, said, at)
    if came is not Came.SAME:
        write_parts(location, said.parts, fresh=came is Came.NEW)
        given_there = location.service_at_locations.values("service")
        touch_services(Service.objects.filter(pk__in=given_there), at)
    return location, came


@action
def take_service(
    *,
    source: Source,
    said: Said,
    described: Description,
    organization: Organization,
    state: str,
    confirmed_at: datetime | None,
    at: datetime,
) -> tuple[Service, Came]:
    """Take a service over, with all that is said of it. Raises ValidationError."""
    check_description(described)
    settled = {
        "organization": organization,
        "state": state,
        "confirmed_at": confirmed_at,
        "withdrawn_at": at if state == DEFUNCT else None,
    }
    whole = Said(said.foreign_id, said.digest, {**described.values, **settled}, said.key, also=said.also)
    service, came = _take(Service, source, whole, at)
    if came is not Came.SAME:
        write_description(service, described, fresh=came is Came.NEW)
    return service, came


@action
def finish_reading(
    *,
    source: Source,
    began_at: datetime,
    whole: bool,
    counts: Mapping[str, int],
    by: Actor,
    at: datetime,
) -> int:
    """Write down that a feed was read; how many services it no longer has.

    ``whole``: all of it came, so what it did not say any more has stopped.
    """
    gone = 0
    if whole:
        missing = Service.objects.filter(source=source, source_seen_at__lt=began_at)
        missing = missing.exclude(state=DEFUNCT)
        changed(missing.order_by("pk").values_list("pk", flat=True))
        gone = missing.update(state=DEFUNCT, withdrawn_at=at, changed_at=at, source_digest="")
    Source.objects.filter(pk=source.pk).update(read_at=at)
    numbers = dict(counts)
    record(by=by, at=at, did="source.read", about=[("source", source.key)], counts=numbers, gone=gone)
    return gone


def _take[E: Entry](model: type[E], source: Source, said: Said, at: datetime) -> tuple[E, Came]:
    """The entry of this record, as the feed says it now."""
    rows = model._default_manager
    known = rows.filter(source=source, foreign_id=said.foreign_id).first()
    if known is not None and known.source_digest == said.digest:
        rows.filter(pk=known.pk).update(source_seen_at=at)
        return known, Came.SAME
    seen = {
        "source_digest": said.digest,
        "source_seen_at": at,
        "changed_at": at,
        "also": dict(said.also),
    }
    if known is not None:
        known.save_from(known.version, **said.values, **seen)
        return known, Came.CHANGED
    made = rows.create(
        key=_key_for(model, source, said),
        source=source,
        foreign_id=said.foreign_id,
        added_at=at,
        **said.values,
        **seen,
    )
    return made, Came.NEW


def _key_for(model: type[Entry], source: Source, said: Said) -> UUID:
    """Its id there, unless that is no UUID or somebody here has it already."""
    if said.key is not None and not model._default_manager.filter(key=said.key).exists():
        return said.key
    return uuid5(source.key, f"{model.__name__}:{said.foreign_id}")
