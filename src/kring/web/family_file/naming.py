"""Whom a note can be handed over to, and to whom it was."""

from datetime import datetime
from typing import Any
from uuid import UUID

from kring.registry.network.models import Organisation, Worker
from kring.registry.network.queries import workers_of
from kring.support.notes.models import Note
from kring.trust.access.readers import Reader
from kring.web.family_file.people_around import Around

type Readers = dict[UUID, tuple[Any, str]]
"""Persons, workers and organisations by their key, each with the name they go by."""


def nameable(around: Around, note: Note) -> Readers:
    """Who takes part in the help and who stands around the family, but for who is named already."""
    found: Readers = {}
    for row in around.involvements:
        who = row.worker or row.organisation
        if who is not None:
            found[who.key] = (who, who.name)
    for person in around.persons.values():
        if person.name:
            found[person.key] = (person, person.name)
    named = named_on(note)
    return {key: one for key, one in found.items() if key not in named}


def named_on(note: Note) -> Readers:
    """Who is named on a note."""
    found: Readers = {}
    rows = note.item.named.select_related("person", "worker", "organisation").order_by("pk")
    for row in rows:
        who = row.person or row.worker or row.organisation
        if who is not None:
            found[who.key] = (who, who.name)
    return found


def colleagues_of(reader: Reader, at: datetime) -> list[Worker]:
    """Who works for one of the reader's organisations, but not the reader."""
    organisations = Organisation.objects.filter(pk__in=reader.organisation_ids).order_by("pk")
    found = [one for organisation in organisations for one in workers_of(organisation, at)]
    return list({one.pk: one for one in found if one.pk != reader.worker_id}.values())
