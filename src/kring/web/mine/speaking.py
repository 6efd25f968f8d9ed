"""Speaking instead of typing: a recording becomes a document, and a message that leads to it."""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action
from kring.foundation.ui.words import moment_words
from kring.registry.people.models import Person
from kring.support.documents.actions import NewDocument, keep_document
from kring.support.documents.models import ITEM_KIND, Document, DocumentKind
from kring.support.messages.actions import Letter, write_to_helper
from kring.trust.access.models import ToldBy
from kring.trust.consent.queries import is_minor
from kring.web.mine.anchor import Anchor


@action
def speak(
    *,
    person: Person,
    recording: NewDocument,
    words: str,
    language: str,
    to: Anchor,
    by: Actor,
    at: datetime,
) -> Document:
    """Keep what somebody spoke in their story, and tell their helper; sent twice it is one.

    ``words`` say what it is about, for who cannot listen now. Raises ValidationError.
    """
    kept = keep_document(new=recording, author=None, owner=to.organisation, by=by, at=at)
    about: tuple[str, UUID] = (ITEM_KIND, kept.key)
    said = words.strip() or _("Ik sprak een bericht in.")
    letter = Letter(words=said, language=language, about=about, key=recording.submission)
    write_to_helper(person=person, letter=letter, to=to.worker, owner=to.organisation, by=by, at=at)
    return kept


def recording_of(person: Person, given: dict[str, object], to: Anchor, at: datetime) -> NewDocument:
    """What came in, as the room of documents takes it; what a minor spoke stands alone."""
    file, submission = given["file"], given["submission"]
    assert isinstance(submission, UUID)  # noqa: S101 - for the type
    return NewDocument(
        pieces=file.chunks(),  # type: ignore[attr-defined]
        name=file.name,  # type: ignore[attr-defined]
        title=_("Gesproken bericht van %(moment)s") % {"moment": moment_words(at)},
        kind=DocumentKind.SPOKEN,
        about=(person,),
        told_by=ToldBy.SELF,
        named=(person, to.worker),
        alone=is_minor(person, at),
        submission=submission,
    )
