"""Who signed a version, which version is to be signed, and who may see what was signed."""

from datetime import datetime
from uuid import UUID

from kring.foundation.journal import ledger
from kring.registry.people.models import Person
from kring.support.plans.models import Plan, Revision
from kring.support.signatures.models import Signature
from kring.trust.access.items import sifted
from kring.trust.access.models import Item
from kring.trust.access.readers import Reader


def version_to_sign(plan: Plan) -> Revision | None:
    """The plan as it was frozen last."""
    rows = Revision.objects.filter(plan=plan).select_related("plan__family")
    return rows.order_by("-number").first()


def signed_by(revision: Revision, persons: list[Person]) -> list[Signature]:
    """The signatures of these persons under this version, in the order they were set."""
    rows = Signature.objects.filter(revision=revision, person__in=[one.pk for one in persons])
    return list(rows.select_related("person", "file", "kept_by").order_by("signed_at", "pk"))


def signatures_under(plan: Plan, persons: list[Person]) -> list[Signature]:
    """The signatures of these persons under every version of a plan, the newest version first."""
    rows = Signature.objects.filter(revision__plan=plan, person__in=[one.pk for one in persons])
    found = rows.select_related("person", "file", "kept_by", "scan", "revision")
    return list(found.order_by("-revision__number", "signed_at", "pk"))


def parts_read(reader: Reader, revision: Revision, at: datetime) -> frozenset[int]:
    """The inner numbers of the items of a version that this reader may see."""
    items = Item.objects.filter(frozen__revision=revision)
    return frozenset(sifted(reader, items, at))


def may_have(reader: Reader, signature: Signature, at: datetime) -> bool:
    """Whether the paper of a signature is this reader's to have: the signer's, and of who kept it.

    Of a worker only while they may read all of it. A colleague never: that one could not have it
    would tell that something stands there which they may not know.
    """
    if reader.person is not None:
        return reader.person.pk == signature.person_id
    if reader.worker_id is None or reader.worker_id != signature.kept_by_id:
        return False
    return set(signature.read_items) <= parts_read(reader, signature.revision, at)


def signature_for(reader: Reader, key: UUID, at: datetime) -> Signature | None:
    """A signature whose paper this reader may have; noted as read."""
    rows = Signature.objects.select_related("person", "file", "scan__file", "revision__plan__family")
    found = rows.filter(key=key).first()
    if found is None or not may_have(reader, found, at):
        return None
    ledger.saw("person", found.person.key)
    ledger.saw("plan", found.revision.plan.key)
    return found
