"""For each child: what it says, when somebody spoke with it alone, and what makes it safe."""

from django.db import models
from django.db.models import Q

from kring.foundation.classes.facts import Mutability, Privacy
from kring.foundation.records.bases import Keyed, Versioned
from kring.registry.network.models import Worker
from kring.registry.people.models import Person
from kring.support.plans.models.plan import Plan
from kring.trust.access.models import Item


class ChildLine(Keyed, Versioned):
    """One telling of a child in a plan; the newest counts. Whom it is about its item says.

    ``spoken_alone_on`` or ``not_spoken_because``: an evaluation does not close without one of both.
    """

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="child_lines")
    item = models.OneToOneField(Item, on_delete=models.PROTECT, related_name="child_line")
    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    words = models.TextField(blank=True)
    words_language = models.CharField(max_length=8, default="nl")
    spoken_alone_on = models.DateField(null=True, blank=True)
    spoken_by = models.ForeignKey(
        Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    not_spoken_because = models.CharField(max_length=300, blank=True)
    what_makes_safe = models.CharField(max_length=300, blank=True)
    told_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(spoken_alone_on__isnull=False) | ~Q(not_spoken_because=""),
                name="child_line_spoken_or_why_not",
            )
        ]
        indexes = [models.Index(fields=["plan", "child", "-told_at"], name="child_line_latest")]

    class Facts:
        mutability = Mutability.EDITABLE
        retention = "youth_file"
        privacy = {
            "key": Privacy.TECHNICAL,
            "version": Privacy.TECHNICAL,
            "plan": Privacy.LINK,
            "item": Privacy.LINK,
            "child": Privacy.LINK,
            "words": Privacy.CONTENT,
            "words_language": Privacy.IDENTITY,
            "spoken_alone_on": Privacy.CONTENT,
            "spoken_by": Privacy.WORKER,
            "not_spoken_because": Privacy.CONTENT,
            "what_makes_safe": Privacy.CONTENT,
            "told_at": Privacy.TECHNICAL,
        }


class SafetyAgreement(Keyed, Versioned):
    """Who calls whom and where to go when it is not safe; hidden from whom it protects against."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="safety_agreements")
    item = models.OneToOneField(Item, on_delete=models.PROTECT, related_name="safety_agreement")
    calls = models.TextField()
    goes_to = models.TextField(blank=True)
    agreed_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(calls=""), name="safety_agreement_says_who")]

    class Facts:
        mutability = Mutability.EDITABLE
        retention = "youth_file"
        privacy = {
            "key": Privacy.TECHNICAL,
            "version": Privacy.TECHNICAL,
            "plan": Privacy.LINK,
            "item": Privacy.LINK,
            "calls": Privacy.CONTENT,
            "goes_to": Privacy.PLACE,
            "agreed_at": Privacy.TECHNICAL,
            "ends_at": Privacy.TECHNICAL,
        }
