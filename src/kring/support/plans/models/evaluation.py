"""Looking back at a plan together, and a second pair of eyes where a partnership wants one."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kring.foundation.classes.facts import Mutability, Privacy
from kring.foundation.records.bases import Keyed, Versioned
from kring.foundation.records.constraints import exactly_one_of, one_of_choices
from kring.registry.network.models import Partnership, Worker
from kring.registry.people.models import Person
from kring.support.plans.models.plan import Plan
from kring.support.plans.models.revision import Revision


class Decision(models.TextChoices):
    """What was decided when a plan was looked at together."""

    GO_ON = "go_on", _("we gaan zo door")
    CHANGE = "change", _("we passen het plan aan")
    CLOSE = "close", _("we ronden af")


class Evaluation(Keyed, Versioned):
    """A day on which the plan is looked at together; a plan has at most one that is still to come.

    What was said stands in goals, scores and child lines, each with its own readers; here only that
    it was held, what was decided, and the revision it froze.
    """

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="evaluations")
    planned_on = models.DateField(db_index=True)
    held_at = models.DateTimeField(null=True, blank=True)
    held_by = models.ForeignKey(
        Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided = models.CharField(max_length=8, choices=Decision.choices, blank=True)
    revision = models.OneToOneField(
        Revision, null=True, blank=True, on_delete=models.PROTECT, related_name="evaluation"
    )

    class Meta:
        constraints = [
            one_of_choices("evaluation", "decided", ["", *Decision.values]),
            models.UniqueConstraint(
                fields=["plan"], condition=Q(held_at__isnull=True), name="evaluation_one_to_come"
            ),
            models.CheckConstraint(
                condition=Q(held_at__isnull=True, revision__isnull=True)
                | (Q(held_at__isnull=False, revision__isnull=False) & ~Q(decided="")),
                name="evaluation_held_says_what_was_decided",
            ),
        ]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "youth_file"
        privacy = {
            "key": Privacy.TECHNICAL,
            "version": Privacy.TECHNICAL,
            "plan": Privacy.LINK,
            "planned_on": Privacy.CONTENT,
            "held_at": Privacy.CONTENT,
            "held_by": Privacy.WORKER,
            "decided": Privacy.CONTENT,
            "revision": Privacy.LINK,
        }


class EvaluationPresence(models.Model):
    """Somebody who was there when a plan was looked at together."""

    evaluation = models.ForeignKey(Evaluation, on_delete=models.PROTECT, related_name="present")
    worker = models.ForeignKey(Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            exactly_one_of("evaluation_presence", "worker", "person"),
            models.UniqueConstraint(fields=["evaluation", "worker"], name="evaluation_worker_once"),
            models.UniqueConstraint(fields=["evaluation", "person"], name="evaluation_person_once"),
        ]

    class Facts:
        mutability = Mutability.APPEND_ONLY
        retention = "youth_file"
        privacy = {"evaluation": Privacy.LINK, "worker": Privacy.WORKER, "person": Privacy.LINK}


class PlanPolicy(Versioned):
    """How the plans of a partnership go: whether somebody else approves what was agreed."""

    partnership = models.OneToOneField(Partnership, on_delete=models.PROTECT, related_name="plan_policy")
    approval = models.BooleanField(default=False)

    class Facts:
        mutability = Mutability.EDITABLE
        retention = "network"
        privacy = dict.fromkeys(("version", "partnership", "approval"), Privacy.NONE)


class PlanApproval(Keyed):
    """What a second helper who read a frozen plan says of it: good, or sent back with words."""

    revision = models.OneToOneField(Revision, on_delete=models.PROTECT, related_name="approval")
    approved_by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    approved_at = models.DateTimeField()
    good = models.BooleanField(default=True)
    words = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(good=True) | ~Q(words=""), name="plan_approval_sent_back_says_why"
            )
        ]

    class Facts:
        mutability = Mutability.APPEND_ONLY
        retention = "youth_file"
        privacy = {
            "key": Privacy.TECHNICAL,
            "revision": Privacy.LINK,
            "approved_by": Privacy.WORKER,
            "approved_at": Privacy.CONTENT,
            "good": Privacy.CONTENT,
            "words": Privacy.CONTENT,
        }
