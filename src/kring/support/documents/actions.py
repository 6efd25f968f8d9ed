"""Keeping a document."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils.translation import gettext as _

from kring.foundation.deadlines.queries import number_at
from kring.foundation.files.store import TooLarge, keep_file, read_at_most
from kring.foundation.journal.actor import Actor
from kring.foundation.journal.chain import Subject
from kring.foundation.journal.recording import action, record
from kring.registry.network.models import Organisation, Worker
from kring.registry.people.models import Person
from kring.support.documents.content import Checked, check_name, checked
from kring.support.documents.models import ITEM_KIND, Document, DocumentKind
from kring.support.documents.rules import MEGABYTE, check_about, check_spoken, check_title
from kring.trust.access.items import class_item
from kring.trust.access.models import ToldBy
from kring.trust.access.told import class_of_told


@dataclass(frozen=True)
class NewDocument:
    """A file as it comes in. ``pieces`` is its content, read once; ``name`` is only looked at.

    ``told_by``: from whom it comes, and from that follows its class. ``may_read``: those it is
    about may read what a third party gave. ``named`` are those who made it or take part in it.
    ``private``: its author alone finds it among the documents; another room says who else gets it.
    ``alone``: no parent reads what a young person gave alone.
    """

    pieces: Iterable[bytes]
    name: str
    title: str
    about: tuple[Person, ...]
    kind: str = DocumentKind.OTHER
    told_by: str = ToldBy.WORKER
    may_read: bool = False
    domain: str = ""
    named: tuple[Person | Worker, ...] = ()
    private: bool = False
    alone: bool = False
    submission: UUID = field(default_factory=uuid4)


def keep_document(
    *, new: NewDocument, author: Worker | None, owner: Organisation | None, by: Actor, at: datetime
) -> Document:
    """Look at a file and keep it; the same submission twice gives the same document.

    Raises ValidationError with one sentence for a file that is not kept.
    """
    existing = Document.objects.filter(submission=new.submission).first()
    if existing is not None:
        return existing
    try:
        return _keep(new=new, author=author, owner=owner, by=by, at=at)
    except IntegrityError:
        twin = Document.objects.filter(submission=new.submission).first()
        if twin is None:
            raise
        return twin


@action
def _keep(
    *, new: NewDocument, author: Worker | None, owner: Organisation | None, by: Actor, at: datetime
) -> Document:
    check_title(new.title)
    check_about(len(new.about))
    found = checked_file(new.pieces, new.name, at)
    check_spoken(new.kind, found.content_type)
    item = class_item(
        kind=ITEM_KIND,
        about=new.about,
        data_class=class_of_told(new.told_by, may_read=new.may_read),
        told_by=new.told_by,
        domain=new.domain,
        owner=owner,
        author=author,
        named=new.named,
        private=new.private,
        alone=new.alone,
        at=at,
    )
    document = Document.objects.create(
        item=item,
        file=keep_file(found.content, at=at),
        submission=new.submission,
        title=new.title.strip(),
        kind=new.kind,
        content_type=found.content_type,
        added_at=at,
    )
    record(by=by, at=at, did="document.kept", about=subjects_of(document), kind=document.kind)
    return document


def checked_file(pieces: Iterable[bytes], name: str, at: datetime) -> Checked:
    """The content as it may be kept; raises ValidationError under ``file``."""
    most = number_at("document_max_megabytes", at)
    try:
        check_name(name)
        return checked(read_at_most(pieces, most * MEGABYTE))
    except TooLarge as error:
        words = _("Dit bestand is te groot: hoogstens %(most)s MB.")
        raise ValidationError({"file": words % {"most": most}}) from error
    except ValidationError as error:
        raise ValidationError({"file": error.messages}) from error


def subjects_of(document: Document) -> list[Subject]:
    """Whom an entry about this document concerns."""
    about = document.item.subjects.select_related("person").order_by("pk")
    return [("document", document.key), *(("person", row.person.key) for row in about)]
