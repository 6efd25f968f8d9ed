"""Erasing people from the journal while its chain still verifies.

What is erased leaves a veil: the hash by which the header knew it. The erasure is an entry of its
own that names the places (chain and sequence) and says nothing else.
"""

from collections.abc import Iterable
from datetime import datetime
from itertools import batched
from uuid import UUID

from django.db.models import QuerySet

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.chain import subject_leaf, words_leaf
from kring.foundation.journal.models import (
    JournalEntry,
    JournalPayload,
    JournalSubject,
    JournalVeil,
)
from kring.foundation.journal.recording import action, nothing_changed, record

ERASED = "journal.erased"
PLACES_AN_ENTRY = 2000
ROWS_AT_A_TIME = 500


@action
def erase_payloads(*, by: Actor, at: datetime, entries: Iterable[int]) -> int:
    """Erase words and subjects of the entries with these ids; returns how many had any.

    What an erasure itself wrote down stays: it proves the others.
    """
    erased: list[tuple[int, int]] = []
    for ids in batched(sorted(set(entries)), ROWS_AT_A_TIME, strict=False):
        payloads = JournalPayload.objects.filter(entry__in=ids).exclude(entry__verb=ERASED)
        erased += _veil(payloads, JournalSubject.objects.filter(entry__in=payloads.values("entry")))
    _write_down(by, at, erased)
    return len(erased)


@action
def erase_subject(*, by: Actor, at: datetime, key: UUID) -> int:
    """Erase one person, family or other subject; returns how many entries were touched.

    The deeds about them lose their words and all subjects. A page that also showed others only
    loses this subject, so that those others still see who looked at them.
    """
    about = JournalSubject.objects.filter(subject_key=key)
    ids = sorted(set(about.exclude(entry__verb=ERASED).values_list("entry", flat=True)))
    erased: list[tuple[int, int]] = []
    for some in batched(ids, ROWS_AT_A_TIME, strict=False):
        others = JournalSubject.objects.filter(entry__in=some).exclude(subject_key=key)
        shared = set(others.filter(entry__verb="read").values_list("entry", flat=True))
        alone = [entry for entry in some if entry not in shared]
        erased += _veil(
            JournalPayload.objects.filter(entry__in=alone),
            JournalSubject.objects.filter(entry__in=alone),
        )
        erased += _veil(JournalPayload.objects.none(), about.filter(entry__in=shared))
    _write_down(by, at, erased)
    return len(erased)


@action
def erase_actor(*, by: Actor, at: datetime, key: UUID) -> int:
    """Erase the words of everything somebody did: their name stands in them.

    The header keeps when, which verb and the key, which is nobody's any more. Returns how many
    entries were touched.
    """
    done = JournalPayload.objects.filter(entry__actor_key=key).exclude(entry__verb=ERASED)
    entries = list(done.order_by("entry").values_list("entry", flat=True))
    return erase_payloads(by=by, at=at, entries=entries)


def _veil(
    payloads: QuerySet[JournalPayload], subjects: QuerySet[JournalSubject]
) -> list[tuple[int, int]]:
    """Lay veils over these rows, delete them, and return the places of their entries."""
    words = list(payloads.order_by("entry"))
    named = list(subjects.order_by("pk"))
    ids = {row.entry_id for row in words} | {row.entry_id for row in named}
    salts = dict(JournalPayload.objects.filter(entry__in=ids).values_list("entry", "salt"))
    veils = [JournalVeil(entry_id=row.pk, leaf=words_leaf(row.salt, row.body)) for row in words]
    veils += [
        JournalVeil(
            entry_id=row.entry_id,
            leaf=subject_leaf(salts[row.entry_id], row.kind, row.subject_key),
        )
        for row in named
    ]
    JournalVeil.objects.bulk_create(veils)
    JournalSubject.objects.filter(pk__in=[row.pk for row in named]).delete()
    JournalPayload.objects.filter(pk__in=[row.pk for row in words]).delete()
    places = JournalEntry.objects.filter(pk__in=ids).order_by("chain", "sequence")
    return list(places.values_list("chain", "sequence"))


def _write_down(by: Actor, at: datetime, erased: list[tuple[int, int]]) -> None:
    if not erased:
        nothing_changed()
    for places in batched(sorted(erased), PLACES_AN_ENTRY, strict=False):
        record(by=by, at=at, did=ERASED, about=[], places=[list(place) for place in places])
