"""Looks that deserve a question: found weekly in the journal, seen by the data protection officer."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.foundation.classes.facts import Mutability, Privacy
from kring.foundation.records.bases import Keyed
from kring.foundation.records.constraints import one_of_choices
from kring.registry.network.models import Partnership, Worker


class UnusualLook(Keyed):
    """That a worker's looking of one week stands out, how, and how often; it names nobody looked at.

    ``week`` is its Monday. To stand out is no fault: the officer asks, and marks it as seen.
    """

    class Kind(models.TextChoices):
        SURNAME = "surname", _("dezelfde familienaam")
        STREET = "street", _("dezelfde straat als iemand van de eigen kring")
        OUT_OF_REGION = "region", _("buiten de eigen regio")
        NIGHT = "night", _("'s nachts")
        MANY = "many", _("veel verschillende mensen")

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="unusual_looks")
    region = models.ForeignKey(Partnership, null=True, blank=True, on_delete=models.PROTECT)
    week = models.DateField()
    kind = models.CharField(max_length=8, choices=Kind.choices)
    times = models.PositiveIntegerField()
    found_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True, blank=True)
    seen_by = models.ForeignKey(
        Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            one_of_choices("unusual_look", "kind", ["surname", "street", "region", "night", "many"]),
            models.UniqueConstraint(fields=["worker", "week", "kind"], name="unusual_look_once"),
        ]
        indexes = [models.Index(fields=["week", "kind"], name="unusual_look_of_week")]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "access_log"
        privacy = {
            "key": Privacy.TECHNICAL,
            "worker": Privacy.WORKER,
            "region": Privacy.NONE,
            "week": Privacy.TECHNICAL,
            "kind": Privacy.CONTENT,
            "times": Privacy.TECHNICAL,
            "found_at": Privacy.TECHNICAL,
            "seen_at": Privacy.TECHNICAL,
            "seen_by": Privacy.WORKER,
        }
