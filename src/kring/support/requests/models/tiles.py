"""The figures above the worklist of a region, counted now and then instead of on every page."""

from django.db import models

from kring.foundation.classes.facts import Mutability, Privacy
from kring.registry.network.models import Partnership


class RegionTiles(models.Model):
    """What one region did this year and what waits, as it stood at ``counted_at``.

    Units: ``answered`` and ``answered_in_time`` are questions whose answer counted this year;
    ``families`` are families whose agreed help began this year, each once; ``support_days`` is the
    number of days within which half of the questions of this month got first support. ``rulebook``
    is the version of the counting rules. The last two figures are empty where nothing was counted.
    """

    region = models.OneToOneField(Partnership, on_delete=models.PROTECT, related_name="tiles")
    counted_at = models.DateTimeField()
    rulebook = models.PositiveSmallIntegerField()
    answered = models.PositiveIntegerField(default=0)
    answered_in_time = models.PositiveIntegerField(default=0)
    families = models.PositiveIntegerField(default=0)
    waiting = models.PositiveIntegerField(default=0)
    due_this_week = models.PositiveIntegerField(default=0)
    late = models.PositiveIntegerField(default=0)
    support_days = models.PositiveIntegerField(null=True, blank=True)
    support_days_before = models.PositiveIntegerField(null=True, blank=True)

    class Facts:
        mutability = Mutability.DERIVED
        retention = "reference"
        privacy = dict.fromkeys(
            "region counted_at rulebook answered answered_in_time families waiting due_this_week "
            "late support_days support_days_before".split(),
            Privacy.NONE,
        )
