"""Whether a minor can judge their own interests: presumed by age, or judged by somebody."""

from django.db import models
from django.db.models import Q

from kring.foundation.classes.facts import Mutability, Privacy
from kring.foundation.records.bases import Keyed, Period, PeriodQuerySet
from kring.foundation.records.constraints import period_in_order
from kring.registry.network.models import Worker
from kring.registry.people.models import Person


class AbilityJudgement(Keyed, Period):
    """A recorded judgement that overrides the presumption by age: who, when, why.

    Ground: decree of 7 May 2004 on the legal position of the minor, article 4.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="ability")
    able = models.BooleanField()
    because = models.CharField(max_length=400)
    judged_by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    objects = PeriodQuerySet["AbilityJudgement"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(ends_at__isnull=True), name="ability_running_once"
            ),
            models.CheckConstraint(condition=~Q(because=""), name="ability_has_a_reason"),
            period_in_order("ability"),
        ]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "youth_file"
        privacy = {
            "key": Privacy.TECHNICAL,
            "person": Privacy.LINK,
            "able": Privacy.CONTENT,
            "because": Privacy.CONTENT,
            "judged_by": Privacy.WORKER,
            "starts_at": Privacy.CONTENT,
            "ends_at": Privacy.CONTENT,
        }
