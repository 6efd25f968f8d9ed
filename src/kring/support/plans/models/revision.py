"""A plan as it stood at an agreement, an evaluation or the end: written once."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.foundation.classes.facts import Mutability, Privacy
from kring.foundation.records.bases import Keyed
from kring.foundation.records.constraints import one_of_choices
from kring.registry.network.models import Worker
from kring.support.plans.models.plan import Plan
from kring.trust.access.models import Item


class FrozenBecause(models.TextChoices):
    """At what moment a plan was frozen."""

    AGREEMENT = "agreement", _("afgesproken")
    EVALUATION = "evaluation", _("samen bekeken")
    CLOSING = "closing", _("afgesloten")


class Revision(Keyed):
    """The frozen plan. Its parts are rows, so that each reader sees those of the items they may read."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField()
    because = models.CharField(max_length=10, choices=FrozenBecause.choices)
    frozen_at = models.DateTimeField()
    frozen_by = models.ForeignKey(
        Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="revision_number_once"),
            one_of_choices("revision", "because", FrozenBecause.values),
        ]

    class Facts:
        mutability = Mutability.APPEND_ONLY
        retention = "youth_file"
        privacy = {
            "key": Privacy.TECHNICAL,
            "plan": Privacy.LINK,
            "number": Privacy.TECHNICAL,
            "because": Privacy.CONTENT,
            "frozen_at": Privacy.CONTENT,
            "frozen_by": Privacy.WORKER,
        }


class RevisionPart(models.Model):
    """One goal, action, remark, child line or tie of the circle as it stood; goes when its item goes."""

    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="parts")
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="frozen")
    position = models.PositiveIntegerField()
    content = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["revision", "item"], name="revision_part_once")]

    class Facts:
        mutability = Mutability.APPEND_ONLY
        retention = "youth_file"
        privacy = {
            "revision": Privacy.LINK,
            "item": Privacy.LINK,
            "position": Privacy.TECHNICAL,
            "content": Privacy.CONTENT,
        }
