"""A threshold of an offer, and who met it; the two are kept apart on purpose."""

from django.db import models
from django.db.models import Q

from kring.foundation.classes.facts import Mutability, Privacy
from kring.foundation.records.bases import Keyed
from kring.foundation.records.constraints import one_of_choices
from kring.registry.network.models import Organisation, Partnership, Worker
from kring.registry.people.models import Family
from kring.support.thresholds.states import ANSWERED, ASKED, LOGGED, THRESHOLD
from kring.trust.access.models import Item


class Threshold(Keyed):
    """Something in the offer of ``organisation`` that keeps people from it (drempelmelding).

    What stands here is for that organisation and for policy, so nothing of it is about a family:
    a kind of the list, neutral words, what was asked, what was answered, what came of it. Whose
    worker logged it is ``owner``; ``region`` is where it counts. ``kind`` is a code of ``kinds``.
    """

    kind = models.CharField(max_length=20)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="thresholds")
    owner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="thresholds_logged")
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="thresholds_logged")
    region = models.ForeignKey(
        Partnership, null=True, blank=True, on_delete=models.PROTECT, related_name="thresholds"
    )
    state = models.CharField(max_length=10, default=THRESHOLD.initial)
    asked_words = models.TextField(blank=True)
    answer_words = models.TextField(blank=True)
    answered_by = models.ForeignKey(
        Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="thresholds_answered"
    )
    logged_at = models.DateTimeField()
    asked_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            one_of_choices("threshold", "state", THRESHOLD.states),
            models.CheckConstraint(condition=~Q(kind=""), name="threshold_says_its_kind"),
            models.CheckConstraint(
                condition=~Q(state__in=(ASKED, ANSWERED)) | Q(asked_at__isnull=False),
                name="threshold_asked_has_a_moment",
            ),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answered_by__isnull=True)
                | Q(answered_at__isnull=False, answered_by__isnull=False, asked_at__isnull=False),
                name="threshold_answer_has_its_hand",
            ),
            models.CheckConstraint(
                condition=Q(state__in=(LOGGED, ASKED, ANSWERED), settled_at__isnull=True)
                | ~Q(state__in=(LOGGED, ASKED, ANSWERED)) & Q(settled_at__isnull=False),
                name="threshold_settled_has_a_moment",
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "state", "logged_at"], name="threshold_there"),
            models.Index(fields=["owner", "logged_at"], name="threshold_of_owner"),
            models.Index(fields=["region", "logged_at"], name="threshold_counted"),
        ]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "network"
        privacy = {
            "key": Privacy.TECHNICAL,
            "kind": Privacy.NONE,
            "organisation": Privacy.NONE,
            "owner": Privacy.NONE,
            "worker": Privacy.WORKER,
            "region": Privacy.NONE,
            "state": Privacy.NONE,
            "asked_words": Privacy.CONTENT,
            "answer_words": Privacy.CONTENT,
            "answered_by": Privacy.WORKER,
            "logged_at": Privacy.TECHNICAL,
            "asked_at": Privacy.TECHNICAL,
            "answered_at": Privacy.TECHNICAL,
            "settled_at": Privacy.TECHNICAL,
        }


class MetBy(Keyed):
    """Which people of which family met a threshold, and how: read by the reading rules alone.

    Its ``item`` says who they are. The pages of the organisation and of policy never come here.
    """

    threshold = models.OneToOneField(Threshold, on_delete=models.PROTECT, related_name="met_by")
    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="thresholds_met")
    item = models.OneToOneField(Item, on_delete=models.PROTECT, related_name="threshold_met")
    words = models.TextField(blank=True)

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "youth_file"
        privacy = {
            "key": Privacy.TECHNICAL,
            "threshold": Privacy.LINK,
            "family": Privacy.LINK,
            "item": Privacy.LINK,
            "words": Privacy.CONTENT,
        }
