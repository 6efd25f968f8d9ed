"""How legal requests go: with the person; their bundles after a term of their own."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from kring.foundation.deadlines.calendar import before_term
from kring.foundation.deadlines.queries import term_at
from kring.foundation.journal.actor import Actor
from kring.foundation.journal.erasing import erase_subject
from kring.foundation.retention.erasing import Due, Eraser, register_eraser, register_release
from kring.trust.legal.models import LegalBundle, LegalRequest


def let_go_of_person(*, by: Actor, at: datetime, keys: list[UUID]) -> Counter[str]:
    """Delete what was asked about these persons, with the bundles; the journal forgets it."""
    requests = LegalRequest.objects.filter(person__key__in=keys)
    for key in list(requests.order_by("pk").values_list("key", flat=True)):
        erase_subject(by=by, at=at, key=key)
    return Counter(
        legal_bundle=LegalBundle.objects.filter(request__in=requests).delete()[0],
        legal_request=requests.delete()[0],
    )


def bundles_due(at: datetime) -> Iterable[Due]:
    """Bundles older than their term; that one was given, and its hash, stays in the journal."""
    before = before_term(at, term_at("retention_legal_bundle", at))
    old = LegalBundle.objects.filter(made_at__lt=before).order_by("pk")
    return [Due(key, frozenset({who})) for key, who in old.values_list("key", "request__person__key")]


def erase_bundles(*, by: Actor, at: datetime, keys: list[UUID]) -> Counter[str]:  # noqa: ARG001
    """Delete bundles; the engine writes it down."""
    return Counter(legal_bundle=LegalBundle.objects.filter(key__in=keys).delete()[0])


register_release("person", let_go_of_person)
register_eraser(Eraser("legal_bundle", "legal_bundle", bundles_due, erase_bundles))
