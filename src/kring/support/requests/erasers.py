"""When questions have been kept long enough, and how they go.

A question of a family goes with the family; one of somebody without a family goes with that person;
one without a name goes a dated term after it was closed. An open question never goes.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from kring.foundation.deadlines.calendar import before_term
from kring.foundation.deadlines.queries import term_at
from kring.foundation.journal.actor import Actor
from kring.foundation.journal.erasing import erase_subject
from kring.foundation.retention.erasing import Due, Eraser, register_eraser, register_release
from kring.support.requests.models import (
    Answer,
    AnswerLink,
    Clock,
    Handover,
    Holding,
    IntakeDecision,
    LightContact,
    Request,
    StagedFile,
    StagedRow,
)
from kring.support.unmet.erasers import let_go_with_request
from kring.trust.access.models import Item

HANGS_ON_A_REQUEST = (Answer, Clock, Holding, IntakeDecision)


def nameless_due(at: datetime) -> Iterable[Due]:
    """Closed questions of nobody known, to which no kept question is joined."""
    before = before_term(at, term_at("retention_anonymous", at))
    old = Request.objects.filter(asker=None, family=None, closed_at__lt=before, joined=None)
    return [Due(key) for key in old.order_by("pk").values_list("key", flat=True)]


def erase_requests(*, by: Actor, at: datetime, keys: list[UUID]) -> Counter[str]:  # noqa: ARG001
    """Delete questions with all that hangs on them; the engine writes it down."""
    return _delete(Request.objects.filter(key__in=keys))


def every_request() -> Iterable[UUID]:
    """The keys of all questions."""
    return Request.objects.order_by("pk").values_list("key", flat=True).iterator()


def let_go_with_family(*, by: Actor, at: datetime, keys: list[UUID]) -> Counter[str]:
    """Delete the questions of these families, and let the journal forget them."""
    return _let_go(Request.objects.filter(family__key__in=keys), by=by, at=at)


def let_go_with_person(*, by: Actor, at: datetime, keys: list[UUID]) -> Counter[str]:
    """Delete what these persons asked for themselves; what their family asked forgets the asker."""
    StagedRow.objects.filter(likely_person__key__in=keys).update(likely_person=None)
    asked = Request.objects.filter(asker__key__in=keys)
    asked.filter(family__isnull=False).update(asker=None)
    return _let_go(asked.filter(family=None), by=by, at=at)


def files_due(at: datetime) -> Iterable[Due]:
    """Loaded files older than their term."""
    before = before_term(at, term_at("retention_import", at))
    old = StagedFile.objects.filter(staged_at__lt=before).order_by("pk")
    return [Due(key) for key in old.values_list("key", flat=True)]


def erase_files(*, by: Actor, at: datetime, keys: list[UUID]) -> Counter[str]:  # noqa: ARG001
    """Delete loaded files with their rows; the questions made from them stay."""
    files = StagedFile.objects.filter(key__in=keys)
    rows = StagedRow.objects.filter(file__in=files).delete()[0]
    return Counter(staged_row=rows, staged_file=files.delete()[0])


def light_contacts_due(at: datetime) -> Iterable[Due]:
    """Contacts without a person that are older than their term."""
    before = before_term(at, term_at("retention_light_contact", at))
    old = LightContact.objects.filter(at__lt=before).order_by("pk")
    return [Due(pk) for pk in old.values_list("pk", flat=True)]


def erase_light_contacts(*, by: Actor, at: datetime, keys: list[int]) -> Counter[str]:  # noqa: ARG001
    """Delete contacts without a person."""
    return Counter(light_contact=LightContact.objects.filter(pk__in=keys).delete()[0])


class StillOpen(Exception):
    """A question that lies on a desk is not destroyed: whoever holds it must close it first."""


def _let_go(requests: QuerySet[Request], *, by: Actor, at: datetime) -> Counter[str]:
    if requests.filter(closed_at=None).exists():
        raise StillOpen
    keys = list(requests.order_by("pk").values_list("key", flat=True))
    counts = let_go_with_request(by=by, at=at, keys=keys)
    counts.update(_delete(Request.objects.filter(key__in=keys)))
    for key in keys:
        erase_subject(by=by, at=at, key=key)
    return counts


def _delete(requests: QuerySet[Request]) -> Counter[str]:
    chosen = list(requests.order_by("pk").values_list("pk", flat=True))
    counts: Counter[str] = Counter()
    counts["answer_link"] = AnswerLink.objects.filter(handover__request__in=chosen).delete()[0]
    counts["handover"] = Handover.objects.filter(request__in=chosen).delete()[0]
    for model in HANGS_ON_A_REQUEST:
        counts[model._meta.model_name or ""] = model.objects.filter(request__in=chosen).delete()[0]
    StagedRow.objects.filter(request__in=chosen).delete()
    Request.objects.filter(repeat_of__in=chosen).update(repeat_of=None)
    items = list(Item.objects.filter(question__in=chosen).order_by("pk").values_list("pk", flat=True))
    joined = Request.objects.filter(pk__in=chosen, joined_to__isnull=False)
    counts["request"] = joined.delete()[0]
    counts["request"] += Request.objects.filter(pk__in=chosen).delete()[0]
    Item.objects.filter(pk__in=items).delete()
    return counts


register_eraser(
    Eraser("anonymous", "request", nameless_due, erase_requests, every_request, in_journal=True)
)
register_eraser(Eraser("import", "staged_file", files_due, erase_files))
register_eraser(Eraser("light_contact", "light_contact", light_contacts_due, erase_light_contacts))
register_release("family", let_go_with_family)
register_release("person", let_go_with_person)
