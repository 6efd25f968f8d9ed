"""Signing a plan."""

from datetime import datetime

from kring.foundation.files.store import keep_file
from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, record
from kring.registry.network.models import Worker
from kring.registry.people.models import Person
from kring.support.documents.models import Document
from kring.support.plans.models import Plan, Revision
from kring.support.signatures.models import Signature, Way
from kring.support.signatures.rules import check_is_newest, check_not_signed


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
) -> Signature:
    """Keep that this person signed this version, with the PDF as they could read it.

    With a ``worker`` it was on paper. The plan is held meanwhile, so that nobody signs a version that
    becomes old in that moment. Raises ValidationError for an old version and for a second time.
    """
    Plan.objects.select_for_update().get(pk=revision.plan_id)
    check_is_newest(revision)
    check_not_signed(revision, person)
    file = keep_file(as_read, at=at)
    way = Way.SCREEN if worker is None else Way.PAPER
    made = Signature.objects.create(
        revision=revision, person=person, way=way, file=file, scan=scan, signed_at=at, kept_by=worker
    )
    about = [("plan", revision.plan.key), ("person", person.key)]
    number = revision.number
    record(
        by=by, at=at, did="plan.signed", about=about, number=number, way=way.value, sha256=file.sha256
    )
    return made
