"""Two doors beside involvement: asking to join, and breaking the glass."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kring.foundation.classes.facts import Mutability, Privacy
from kring.foundation.records.bases import Keyed, Period, PeriodQuerySet
from kring.foundation.records.constraints import one_of_choices, period_in_order
from kring.registry.network.models import Worker
from kring.registry.people.models import Family, Person
from kring.trust.access.states import JOIN_ASKED, JOINING


class JoinAsked(Keyed):
    """That a worker asked to take part in the help to somebody; asking shows nothing.

    ``person`` is empty when nobody answers to what was typed, or nobody may hear of it: the asker
    cannot tell the two apart. ``told_at`` is when who may say yes was told, later and elsewhere, so
    that the answer to the asker takes as long in both cases.
    """

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="joins_asked")
    person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="joins_asked"
    )
    reason = models.CharField(max_length=400)
    state = models.CharField(max_length=10, default=JOIN_ASKED)
    asked_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    told_at = models.DateTimeField(null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [one_of_choices("join_asked", "state", JOINING.states)]
        indexes = [
            models.Index(
                fields=["expires_at"], condition=Q(state=JOIN_ASKED), name="join_asked_running"
            ),
            models.Index(fields=["person", "state"], name="join_asked_about"),
        ]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "youth_file"
        privacy = {
            "key": Privacy.TECHNICAL,
            "worker": Privacy.WORKER,
            "person": Privacy.LINK,
            "reason": Privacy.CONTENT,
            "state": Privacy.CONTENT,
            "asked_at": Privacy.TECHNICAL,
            "expires_at": Privacy.TECHNICAL,
            "told_at": Privacy.TECHNICAL,
            "settled_at": Privacy.TECHNICAL,
            "settled_by": Privacy.WORKER,
        }


class BrokenGlass(Keyed, Period):
    """An emergency entry to one family for a few hours, that must be reviewed afterwards."""

    class Verdict(models.TextChoices):
        NEEDED = "needed", _("was nodig")
        NOT_NEEDED = "not_needed", _("was niet nodig")
        MISUSE = "misuse", _("misbruik")

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="broken_glass")
    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="broken_glass")
    reason = models.CharField(max_length=400)
    review_by = models.DateTimeField()
    reviewed_at = models.DateTimeField(null=True, blank=True)
    reviewed_by = models.ForeignKey(
        Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    verdict = models.CharField(max_length=10, choices=Verdict.choices, blank=True)
    review_words = models.CharField(max_length=400, blank=True)
    objects = PeriodQuerySet["BrokenGlass"].as_manager()

    class Meta:
        constraints = [
            period_in_order("broken_glass"),
            models.CheckConstraint(condition=Q(ends_at__isnull=False), name="broken_glass_has_an_end"),
            models.CheckConstraint(
                condition=Q(reviewed_by__isnull=True) | ~Q(reviewed_by=F("worker")),
                name="broken_glass_reviewed_by_another",
            ),
        ]
        indexes = [
            models.Index(fields=["worker", "ends_at"], name="broken_glass_of_worker"),
            models.Index(
                fields=["review_by"],
                condition=Q(reviewed_at__isnull=True),
                name="broken_glass_to_review",
            ),
        ]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "access_log"
        privacy = {
            "key": Privacy.TECHNICAL,
            "worker": Privacy.WORKER,
            "family": Privacy.LINK,
            "reason": Privacy.CONTENT,
            "starts_at": Privacy.TECHNICAL,
            "ends_at": Privacy.TECHNICAL,
            "review_by": Privacy.TECHNICAL,
            "reviewed_at": Privacy.TECHNICAL,
            "reviewed_by": Privacy.WORKER,
            "verdict": Privacy.CONTENT,
            "review_words": Privacy.CONTENT,
        }
