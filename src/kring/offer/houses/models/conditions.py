"""The checklist of a recognition: what is asked, since when, and how a House stands with it."""

from django.db import models
from django.db.models import Q

from kring.foundation.classes.facts import Mutability, Privacy
from kring.foundation.records.bases import Keyed, Period, PeriodQuerySet
from kring.foundation.records.constraints import one_of_choices, period_in_order
from kring.offer.directory.models.codes import for_everybody
from kring.offer.houses.models.codes import Standing
from kring.offer.houses.models.houses import House


class Condition(models.Model):
    """One condition, in the days ``[valid_from, valid_until)``; from ``data/conditions.csv``.

    ``partner`` is the sector of the partner it asks for, empty where it asks for none. ``sourced``
    says whether a public text was found for it. The articles of the decree of 29
    November 2013 and its orders were not: most are the general knowledge of the field.
    """

    code = models.CharField(max_length=30)
    words = models.JSONField()
    ground = models.CharField(max_length=200)
    sourced = models.BooleanField(default=False)
    partner = models.CharField(max_length=12, blank=True)
    place = models.PositiveSmallIntegerField(default=0)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["code", "valid_from"], name="condition_once"),
            period_in_order("condition", "valid_from", "valid_until"),
        ]

    class Facts:
        mutability = Mutability.REFERENCE
        retention = "reference"
        privacy = dict.fromkeys(
            "code words ground sourced partner place valid_from valid_until".split(), Privacy.NONE
        )


class ConditionCheck(Keyed, Period):
    """How a House stood with a condition, from one look until the next."""

    house = models.ForeignKey(House, on_delete=models.PROTECT, related_name="checks")
    condition = models.ForeignKey(Condition, on_delete=models.PROTECT, related_name="+")
    standing = models.CharField(max_length=8, choices=Standing.choices)
    words = models.CharField(max_length=300, blank=True)
    objects = PeriodQuerySet["ConditionCheck"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["house", "condition"],
                condition=Q(ends_at__isnull=True),
                name="condition_check_stands_once",
            ),
            one_of_choices("condition_check", "standing", Standing.values),
            period_in_order("condition_check"),
        ]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "network"
        privacy = for_everybody("key house condition standing words starts_at ends_at")
