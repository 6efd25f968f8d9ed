"""Writing a note, correcting it, and saying who may read it."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime
from uuid import UUID, uuid4

from django.db import IntegrityError
from django.utils.translation import gettext as _

from kring.foundation.classes.facts import DataClass
from kring.foundation.journal.actor import Actor
from kring.foundation.journal.chain import Subject
from kring.foundation.journal.recording import action, record
from kring.registry.network.models import Organisation, Worker
from kring.registry.network.queries import employers_of
from kring.registry.people.models import Person
from kring.support.notes.models import ITEM_KIND, Note
from kring.support.notes.rules import (
    check_about,
    check_harm,
    check_is_story,
    check_table_lets,
    check_why_shared,
    check_words,
)
from kring.trust.access.items import class_item, reclass_item, sifted, take_back, withhold
from kring.trust.access.models import Item, ToldBy
from kring.trust.access.opening import open_to, wrote_it
from kring.trust.access.readers import Reader
from kring.trust.access.told import class_of_told
from kring.trust.consent.actions import Shared, record_sharing
from kring.trust.consent.legal import receiver_kind_of
from kring.trust.consent.models import Sharing


@dataclass(frozen=True)
class Draft:
    """What somebody writes, before it is a note.

    ``may_read``: those it is about may read what a third party told. ``private``: a working note
    of the author. ``aside`` are those in whose part it lies without being about them.
    """

    words: str
    about: Iterable[Person]
    told_by: str = ToldBy.WORKER
    may_read: bool = False
    private: bool = False
    language: str = "nl"
    domain: str = ""
    aside: Iterable[Person] = ()
    submission: UUID = field(default_factory=uuid4)


def write_note(
    *, draft: Draft, author: Worker, owner: Organisation | None, by: Actor, at: datetime
) -> Note:
    """Keep what was told; the same submission twice gives the same note.

    Raises ValidationError without words or without somebody it is about.
    """
    existing = Note.objects.filter(submission=draft.submission).first()
    if existing is not None:
        return existing
    try:
        return _write(draft=draft, author=author, owner=owner, by=by, at=at)
    except IntegrityError:
        twin = Note.objects.filter(submission=draft.submission).first()
        if twin is None:
            raise
        return twin


@action
def _write(*, draft: Draft, author: Worker, owner: Organisation | None, by: Actor, at: datetime) -> Note:
    about = list(draft.about)
    check_words(draft.words)
    check_about(len(about))
    told_by = ToldBy.WORKER if draft.private else draft.told_by
    item = class_item(
        kind=ITEM_KIND,
        about=about,
        aside=draft.aside,
        data_class=class_of_told(told_by, may_read=draft.may_read),
        told_by=told_by,
        domain=draft.domain,
        owner=owner,
        author=author,
        private=draft.private,
        at=at,
    )
    note = Note.objects.create(
        item=item,
        submission=draft.submission,
        words=draft.words.strip(),
        words_language=draft.language,
        written_at=at,
    )
    did = "note.working_written" if draft.private else "note.written"
    record(by=by, at=at, did=did, about=subjects_of(note))
    return note


@action
def correct_note(*, note: Note, version: int, words: str, by: Actor, at: datetime) -> None:
    """Change the words. Raises StaleRecord when another save came first."""
    check_words(words)
    note.save_from(version, words=words.strip(), corrected_at=at)
    did = "note.working_corrected" if note.item.private else "note.corrected"
    record(by=by, at=at, did=did, about=subjects_of(note))


@action
def reclass_note(*, note: Note, data_class: DataClass, by: Actor, at: datetime) -> None:
    """Say anew of which class a note is; what harms is ``withhold_note``."""
    check_is_story(note)
    if data_class is DataClass.HARM:
        raise ValueError("what harms asks a reason and a colleague")
    reclass_item(note.item, data_class)
    record(by=by, at=at, did="note.reclassed", about=subjects_of(note), to=data_class.value)


@action
def withhold_note(
    *,
    note: Note,
    reason: str,
    decided_by: Worker,
    reviewer: Worker | None,
    review_on: date | None,
    by: Actor,
    at: datetime,
) -> None:
    """Keep a note from somebody because reading it would harm them; ValidationError when half said.

    Ground: decree on the legal position of the minor, article 22 (agogic exception).
    """
    check_is_story(note)
    check_harm(reason, decided_by, reviewer, review_on)
    if reviewer is None or review_on is None:
        raise ValueError("checked above")
    withhold(
        note.item,
        reason=reason.strip(),
        decided_by=decided_by,
        reviewer=reviewer,
        review_on=review_on,
        at=at,
    )
    record(by=by, at=at, did="note.withheld", about=subjects_of(note))


BY_CONSENT = "consent"
"""The ground of what goes outside with everybody's yes."""


@dataclass(frozen=True, slots=True)
class WhyShared:
    """Why a note goes outside the organisation that wrote it, and on what ground.

    ``legal_basis`` is a code of ``trust.consent``: without everybody's yes nothing goes outside, so
    by default it is that yes.
    """

    necessary_because: str = ""
    in_the_interest_of: str = ""
    legal_basis: str = BY_CONSENT


@action
def hand_over_note(
    *,
    note: Note,
    to: Person | Worker | Organisation,
    why: WhyShared = WhyShared(),
    worker: Worker | None = None,
    by: Actor,
    at: datetime,
) -> None:
    """Let a reader read this one note, where the table leaves that to who is named.

    Outside the own organisation with the yes of everybody it is about, and written down as shared
    about each of them, with ``why``; a person only where the table lets one who is named read it.
    Else ValidationError.
    """
    check_is_story(note)
    open_to(note.item, to, at)
    if isinstance(to, Person):
        check_table_lets(reads=bool(sifted(Reader(person=to), Item.objects.filter(note=note), at)))
    record(by=by, at=at, did="note.handed_over", about=subjects_of(note), to=str(to.key))
    receiver = _receiver_outside(note, to, at)
    if receiver is not None:
        check_why_shared(why.necessary_because, why.in_the_interest_of)
        _write_down(note, to, replace(receiver, **asdict(why)), worker=worker, by=by, at=at)


def _receiver_outside(note: Note, to: Person | Worker | Organisation, at: datetime) -> Shared | None:
    """Who receives it outside the organisation that wrote it; None for who is of its own."""
    known = Shared(
        what=_("een stuk van het verhaal"),
        receiver_kind="own_circle",
        necessary_because="",
        in_the_interest_of="",
        consent_asked=Sharing.Asked.YES,
        legal_basis="",
        receiver="" if isinstance(to, Organisation) else to.name,
        from_organisation=note.item.owner,
    )
    if isinstance(to, Person):
        return known
    if wrote_it(note.item, to, at):
        return None
    home = to if isinstance(to, Organisation) else next(iter(employers_of(to, at)), None)
    kind = receiver_kind_of(home.sector) if home is not None else known.receiver_kind
    return replace(known, organisation=home, receiver_kind=kind)


def _write_down(
    note: Note,
    to: Person | Worker | Organisation,
    shared: Shared,
    *,
    worker: Worker | None,
    by: Actor,
    at: datetime,
) -> None:
    """One sharing for each person it is about, but for who receives it."""
    for row in note.item.subjects.filter(aside=False).select_related("person").order_by("pk"):
        if row.person != to:
            record_sharing(person=row.person, shared=shared, worker=worker, by=by, at=at)


@action
def take_back_note(
    *, note: Note, reader: Person | Worker | Organisation, by: Actor, at: datetime
) -> None:
    """Let a named reader read this note no longer."""
    take_back(note.item, reader)
    record(by=by, at=at, did="note.taken_back", about=subjects_of(note), of=str(reader.key))


def subjects_of(note: Note) -> list[Subject]:
    """Whom an entry about this note concerns."""
    about = note.item.subjects.select_related("person").order_by("pk")
    return [("note", note.key), *(("person", row.person.key) for row in about)]
