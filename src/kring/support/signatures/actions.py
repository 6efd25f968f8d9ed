"""Signing a plan."""

from datetime import datetime

from kring.foundation.files.store import keep_file
from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, record
from kring.registry.network.models import Organisation, Worker
from kring.registry.people.models import Person
from kring.support.documents.actions import NewDocument, keep_document
from kring.support.documents.models import Document
from kring.support.plans.models import Plan, Revision
from kring.support.signatures.models import Signature, Way
from kring.support.signatures.queries import parts_read
from kring.support.signatures.rules import check_is_newest, check_not_signed
from kring.trust.access.readers import Reader


@action
def sign(
    *,
    revision: Revision,
    person: Person,
    as_read: bytes,
    by: Actor,
    at: datetime,
    scan: Document | None = None,
    worker: Worker | None = None,
    along: Reader | None = None,
) -> Signature:
    """Keep that this person signed this version, with the PDF as they could read it.

    With a ``worker`` it was on paper, which holds only what that worker (``along``) may read too. The
    plan is held meanwhile, so that nobody signs a version that
    becomes old in that moment. Raises ValidationError for an old version and for a second time.
    """
    Plan.objects.select_for_update().get(pk=revision.plan_id)
    check_is_newest(revision, on_paper=worker is not None)
    check_not_signed(revision, person)
    file = keep_file(as_read, at=at)
    way = Way.SCREEN if worker is None else Way.PAPER
    made = Signature.objects.create(
        revision=revision,
        person=person,
        way=way,
        file=file,
        read_items=sorted(_read(revision, person, along, at)),
        scan=scan,
        signed_at=at,
        kept_by=worker,
    )
    about = [("plan", revision.plan.key), ("person", person.key)]
    number = revision.number
    record(
        by=by, at=at, did="plan.signed", about=about, number=number, way=way.value, sha256=file.sha256
    )
    return made


@action
def sign_on_paper(
    *,
    revision: Revision,
    person: Person,
    as_read: bytes,
    scan: NewDocument,
    worker: Worker,
    along: Reader,
    owner: Organisation | None,
    by: Actor,
    at: datetime,
) -> Signature:
    """Keep that this person signed on paper, with the scan of it as a document.

    The scan is as private as the paper: whoever may have the one may have the other, and no list of
    documents shows it to anybody but the worker. Raises ValidationError; nothing is kept then.
    """
    check_is_newest(revision, on_paper=True)
    check_not_signed(revision, person)
    kept = keep_document(new=scan, author=worker, owner=owner, by=by, at=at)
    return sign(
        revision=revision,
        person=person,
        as_read=as_read,
        by=by,
        at=at,
        scan=kept,
        worker=worker,
        along=along,
    )


def _read(revision: Revision, person: Person, along: Reader | None, at: datetime) -> frozenset[int]:
    """The items on the paper: what the signer may read, and on paper the worker too."""
    read = parts_read(Reader(person=person), revision, at)
    return read if along is None else read & parts_read(along, revision, at)
