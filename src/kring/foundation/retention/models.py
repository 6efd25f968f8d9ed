"""What may not be destroyed yet, and what was destroyed."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kring.foundation.classes.facts import Mutability, Privacy
from kring.foundation.records.bases import Keyed, Period, PeriodQuerySet
from kring.foundation.records.constraints import period_in_order


class LegalHold(Keyed, Period):
    """That nothing about a person or family may be destroyed in a period."""

    class Reason(models.TextChoices):
        COURT = "court", _("een zaak bij de rechter")
        COMPLAINT = "complaint", _("een klacht")
        INSPECTION = "inspection", _("een inspectie")
        ASKED = "asked", _("op vraag van de persoon zelf")

    subject_kind = models.CharField(max_length=20)
    subject_key = models.UUIDField(db_index=True)
    reason = models.CharField(max_length=10, choices=Reason.choices)
    reference = models.CharField(max_length=60, blank=True)
    placed_by = models.UUIDField(null=True, blank=True)

    objects = PeriodQuerySet["LegalHold"].as_manager()

    class Meta:
        constraints = [
            period_in_order("legal_hold"),
            models.UniqueConstraint(
                fields=["subject_key", "reason"],
                condition=Q(ends_at__isnull=True),
                name="legal_hold_running_once",
            ),
        ]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "youth_file"
        privacy = {
            "key": Privacy.TECHNICAL,
            "subject_kind": Privacy.TECHNICAL,
            "subject_key": Privacy.LINK,
            "reason": Privacy.CONTENT,
            "reference": Privacy.CONTENT,
            "placed_by": Privacy.WORKER,
            "starts_at": Privacy.TECHNICAL,
            "ends_at": Privacy.TECHNICAL,
        }


class DestructionReport(Keyed):
    """What one run destroyed: counts per class and kind of record, without a name or key.

    ``held_back`` counts what a legal hold kept; ``failed`` what could not be destroyed and is
    tried again the next time.
    """

    ran_at = models.DateTimeField(db_index=True)
    counts = models.JSONField()
    held_back = models.PositiveIntegerField()
    failed = models.PositiveIntegerField()

    class Facts:
        mutability = Mutability.APPEND_ONLY
        retention = "accountability"
        privacy = {
            "key": Privacy.TECHNICAL,
            "ran_at": Privacy.TECHNICAL,
            "counts": Privacy.NONE,
            "held_back": Privacy.NONE,
            "failed": Privacy.TECHNICAL,
        }


class Erased(models.Model):
    """That a record was erased: a keyed hash of its key, by which a restored backup knows it."""

    kind = models.CharField(max_length=20)
    fingerprint = models.CharField(max_length=64, unique=True)
    erased_at = models.DateTimeField()

    class Facts:
        mutability = Mutability.APPEND_ONLY
        retention = "accountability"
        privacy = {
            "kind": Privacy.TECHNICAL,
            "fingerprint": Privacy.SECRET,
            "erased_at": Privacy.TECHNICAL,
        }
