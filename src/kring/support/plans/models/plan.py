"""The one plan of a family, what stands beside its goals, and the checks after it has ended."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kring.foundation.classes.facts import Mutability, Privacy
from kring.foundation.records.bases import Keyed, Versioned
from kring.foundation.records.constraints import one_of_choices, period_in_order
from kring.registry.network.models import Organisation, Partnership, Worker
from kring.registry.people.models import Family
from kring.support.plans.states import COMPLETED, CURRENT, PLAN, REVOKED
from kring.trust.access.models import Item


class PlanEnd(models.TextChoices):
    """Why a plan ended. A proposal: no Flemish list is known (general knowledge, may change)."""

    REACHED = "reached", _("het gezin kan zelf verder")
    PARTLY = "partly", _("deels bereikt, het gezin kan verder")
    OTHER_HELP = "other_help", _("andere hulp neemt over")
    STOPPED = "stopped", _("het gezin wil niet verder")
    LOST_TOUCH = "lost_touch", _("geen contact meer")
    MOVED = "moved", _("verhuisd naar een andere regio")
    SPECIAL_ROUTE = "special_route", _("een bijzondere weg neemt over")


class Plan(Keyed, Versioned):
    """A family's plan (FHIR CarePlan). Whom its goals concern and who reads them, their items say.

    A family has one current plan: a new one only once the former was closed or superseded.
    """

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="plans")
    owner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, default=PLAN.initial)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)
    review_on = models.DateField(null=True, blank=True, db_index=True)
    opened_by = models.ForeignKey(
        Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    ended_because = models.CharField(max_length=20, choices=PlanEnd.choices, blank=True)
    ended_words = models.TextField(blank=True)
    follows = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="followed_by"
    )

    class Meta:
        constraints = [
            one_of_choices("plan", "state", PLAN.states),
            period_in_order("plan"),
            models.UniqueConstraint(
                fields=["family"], condition=Q(state__in=CURRENT), name="plan_one_current_per_family"
            ),
            models.CheckConstraint(
                condition=Q(state__in=CURRENT, ends_at__isnull=True)
                | Q(state__in=(COMPLETED, REVOKED), ends_at__isnull=False),
                name="plan_ended_has_an_end",
            ),
            models.CheckConstraint(
                condition=~Q(state=COMPLETED) | ~Q(ended_because=""), name="plan_closed_says_why"
            ),
        ]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "youth_file"
        privacy = {
            "key": Privacy.TECHNICAL,
            "version": Privacy.TECHNICAL,
            "family": Privacy.LINK,
            "owner": Privacy.LINK,
            "state": Privacy.CONTENT,
            "starts_at": Privacy.CONTENT,
            "ends_at": Privacy.CONTENT,
            "review_on": Privacy.CONTENT,
            "opened_by": Privacy.WORKER,
            "ended_because": Privacy.CONTENT,
            "ended_words": Privacy.CONTENT,
            "follows": Privacy.LINK,
        }


class RemarkKind(models.TextChoices):
    """Which of the two a remark is."""

    STRENGTH = "strength", _("gaat goed")
    WORRY = "worry", _("zorg")


class Remark(Keyed, Versioned):
    """What goes well, or what somebody worries about, in their own words."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="remarks")
    item = models.OneToOneField(Item, on_delete=models.PROTECT, related_name="remark")
    kind = models.CharField(max_length=8, choices=RemarkKind.choices)
    words = models.TextField()
    words_language = models.CharField(max_length=8, default="nl")
    said_at = models.DateTimeField()

    class Meta:
        constraints = [
            one_of_choices("remark", "kind", RemarkKind.values),
            models.CheckConstraint(condition=~Q(words=""), name="remark_has_words"),
        ]
        indexes = [models.Index(fields=["plan", "kind"], name="remark_of_plan")]

    class Facts:
        mutability = Mutability.EDITABLE
        retention = "youth_file"
        privacy = {
            "key": Privacy.TECHNICAL,
            "version": Privacy.TECHNICAL,
            "plan": Privacy.LINK,
            "item": Privacy.LINK,
            "kind": Privacy.CONTENT,
            "words": Privacy.CONTENT,
            "words_language": Privacy.IDENTITY,
            "said_at": Privacy.TECHNICAL,
        }


class AfterCare(Keyed):
    """A look back after a plan has ended: due so many months later, asked once."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="after_care")
    months = models.PositiveSmallIntegerField()
    due_on = models.DateField(db_index=True)
    told_at = models.DateTimeField(null=True, blank=True)
    asked_at = models.DateTimeField(null=True, blank=True)
    asked_by = models.ForeignKey(
        Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    goes_well = models.BooleanField(null=True, blank=True)
    words = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "months"], name="after_care_once"),
            models.CheckConstraint(
                condition=Q(asked_at__isnull=True) | Q(goes_well__isnull=False),
                name="after_care_asked_says_how",
            ),
        ]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "youth_file"
        privacy = {
            "key": Privacy.TECHNICAL,
            "plan": Privacy.LINK,
            "months": Privacy.TECHNICAL,
            "due_on": Privacy.CONTENT,
            "told_at": Privacy.TECHNICAL,
            "asked_at": Privacy.CONTENT,
            "asked_by": Privacy.WORKER,
            "goes_well": Privacy.CONTENT,
            "words": Privacy.CONTENT,
        }


class PlanTemplate(Keyed):
    """Goals and actions to start a plan from, with due dates counted in days from the start.

    ``name`` is ``{nl, fr, en}``; ``goals`` is a list of ``{words, domain, actions: [{words,
    due_after_days}]}`` with local texts. Without a partnership it is everybody's.
    """

    code = models.CharField(max_length=40, unique=True)
    partnership = models.ForeignKey(
        Partnership, null=True, blank=True, on_delete=models.PROTECT, related_name="plan_templates"
    )
    name = models.JSONField()
    goals = models.JSONField(default=list)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [period_in_order("plan_template", "valid_from", "valid_until")]

    class Facts:
        mutability = Mutability.REFERENCE
        retention = "reference"
        privacy = dict.fromkeys(
            ("key", "code", "partnership", "name", "goals", "valid_from", "valid_until"), Privacy.NONE
        )
