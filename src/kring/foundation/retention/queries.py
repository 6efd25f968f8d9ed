"""Reads of holds and reports."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from kring.foundation.retention.erasing import RecordKey
from kring.foundation.retention.models import DestructionReport, LegalHold


def held(keys: Iterable[RecordKey], at: datetime) -> set[RecordKey]:
    """Those of these persons and families under a legal hold at ``at``."""
    public = {key for key in keys if isinstance(key, UUID)}
    running = LegalHold.objects.running(at).filter(subject_key__in=public)
    return set(running.values_list("subject_key", flat=True))


def holds_running(at: datetime) -> QuerySet[LegalHold]:
    """All legal holds at ``at``, the oldest first."""
    return LegalHold.objects.running(at).order_by("starts_at", "pk")


def last_report() -> DestructionReport | None:
    """The report of the last run."""
    return DestructionReport.objects.order_by("-ran_at", "-pk").first()
