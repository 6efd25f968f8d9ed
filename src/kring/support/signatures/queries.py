"""Who signed a version, and which version is to be signed."""

from kring.registry.people.models import Person
from kring.support.plans.models import Plan, Revision
from kring.support.signatures.models import Signature


def version_to_sign(plan: Plan) -> Revision | None:
    """The plan as it was frozen last."""
    rows = Revision.objects.filter(plan=plan).select_related("plan__family")
    return rows.order_by("-number").first()


def signed_by(revision: Revision, persons: list[Person]) -> list[Signature]:
    """The signatures of these persons under this version, in the order they were set."""
    rows = Signature.objects.filter(revision=revision, person__in=[one.pk for one in persons])
    return list(rows.select_related("person", "file").order_by("signed_at", "pk"))
