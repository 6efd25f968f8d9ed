"""How signatures go: with who signed, and with the plan; their PDF goes along."""

from collections import Counter
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from kring.foundation.files.store import let_go_of_files
from kring.foundation.journal.actor import Actor
from kring.foundation.retention.erasing import register_release
from kring.support.signatures.models import Signature


def let_go_of_signatures(*, by: Actor, at: datetime, keys: list[UUID]) -> Counter[str]:  # noqa: ARG001
    """Delete what these persons signed."""
    return _let_go(Signature.objects.filter(person__key__in=keys))


def let_go_with_plans(*, by: Actor, at: datetime, keys: list[UUID]) -> Counter[str]:  # noqa: ARG001
    """Delete what stands under the plans of these families."""
    return _let_go(Signature.objects.filter(revision__plan__family__key__in=keys))


def _let_go(rows: QuerySet[Signature]) -> Counter[str]:
    files = list(rows.order_by("pk").values_list("file", flat=True))
    counts = Counter(signature=rows.delete()[0])
    counts["stored_file"] = let_go_of_files(files)
    return counts


register_release("person", let_go_of_signatures)
register_release("family", let_go_with_plans)
