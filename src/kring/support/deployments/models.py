"""Help by an organisation for people of a family, and what was last seen ahead of a plan."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kring.foundation.classes.facts import Mutability, Privacy
from kring.foundation.records.bases import Keyed, Versioned
from kring.foundation.records.constraints import one_of_choices, period_in_order
from kring.registry.network.models import Organisation, Worker
from kring.registry.people.models import Family
from kring.support.deployments.states import CANCELLED, DEPLOYMENT, ENDED, PLANNED, RUNNING
from kring.support.plans.models import Goal, Plan
from kring.support.requests.models import Answer, Request
from kring.trust.access.models import Item


class EndBecause(models.TextChoices):
    """Why help ended, or did not come. A proposal: no Flemish list is known (general knowledge)."""

    REACHED = "reached", _("het doel is bereikt")
    TIME_IS_UP = "time_is_up", _("de afgesproken tijd is om")
    OTHER_HELP = "other_help", _("andere hulp neemt over")
    FAMILY = "family", _("het gezin wil niet verder")
    SERVICE = "service", _("de dienst kan niet verder")
    MOVED = "moved", _("verhuisd")
    OTHER = "other", _("iets anders")


class Deployment(Keyed, Versioned):
    """Help (FHIR: a service under a CarePlan) by one organisation.

    For whom it is are the persons its ``item`` is about. ``planned_from`` and ``planned_until`` are
    local days, the last of them not included; ``starts_at`` and ``ends_at`` are what really was.
    ``bridging``: for the time until the agreed help begins. What it hangs under (a plan, a goal, a
    question, an answer) is forgotten when that goes.
    """

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="deployments")
    plan = models.ForeignKey(
        Plan, null=True, blank=True, on_delete=models.SET_NULL, related_name="deployments"
    )
    goal = models.ForeignKey(
        Goal, null=True, blank=True, on_delete=models.SET_NULL, related_name="deployments"
    )
    request = models.ForeignKey(
        Request, null=True, blank=True, on_delete=models.SET_NULL, related_name="deployments"
    )
    answer = models.ForeignKey(
        Answer, null=True, blank=True, on_delete=models.SET_NULL, related_name="deployments"
    )
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="deployments")
    worker = models.ForeignKey(
        Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="deployments"
    )
    item = models.OneToOneField(Item, on_delete=models.PROTECT, related_name="deployment")
    what = models.CharField(max_length=300)
    intensity = models.CharField(max_length=120, blank=True)
    bridging = models.BooleanField(default=False)
    state = models.CharField(max_length=10, default=DEPLOYMENT.initial)
    planned_from = models.DateField()
    planned_until = models.DateField(null=True, blank=True)
    starts_at = models.DateTimeField(null=True, blank=True)
    ends_at = models.DateTimeField(null=True, blank=True)
    ended_because = models.CharField(max_length=12, choices=EndBecause.choices, blank=True)
    ended_words = models.TextField(blank=True)
    planned_at = models.DateTimeField()

    class Meta:
        constraints = [
            one_of_choices("deployment", "state", DEPLOYMENT.states),
            one_of_choices("deployment", "ended_because", ["", *EndBecause.values]),
            period_in_order("deployment", "planned_from", "planned_until"),
            period_in_order("deployment"),
            models.CheckConstraint(condition=~Q(what=""), name="deployment_says_what"),
            models.CheckConstraint(
                condition=Q(state__in=(PLANNED, CANCELLED), starts_at__isnull=True)
                | Q(state__in=(RUNNING, ENDED), starts_at__isnull=False),
                name="deployment_runs_once_started",
            ),
            models.CheckConstraint(
                condition=Q(state=ENDED, ends_at__isnull=False)
                | (~Q(state=ENDED) & Q(ends_at__isnull=True)),
                name="deployment_ended_has_an_end",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=(ENDED, CANCELLED)) | ~Q(ended_because=""),
                name="deployment_ended_says_why",
            ),
            models.UniqueConstraint(
                fields=["answer"],
                condition=Q(answer__isnull=False) & ~Q(state=CANCELLED),
                name="deployment_once_per_answer",
            ),
        ]
        indexes = [models.Index(fields=["family", "planned_from"], name="deployment_of_family")]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "youth_file"
        privacy = {
            "key": Privacy.TECHNICAL,
            "version": Privacy.TECHNICAL,
            "family": Privacy.LINK,
            "plan": Privacy.LINK,
            "goal": Privacy.LINK,
            "request": Privacy.LINK,
            "answer": Privacy.LINK,
            "organisation": Privacy.CONTENT,
            "worker": Privacy.WORKER,
            "item": Privacy.LINK,
            "what": Privacy.CONTENT,
            "intensity": Privacy.CONTENT,
            "bridging": Privacy.CONTENT,
            "state": Privacy.CONTENT,
            "planned_from": Privacy.CONTENT,
            "planned_until": Privacy.CONTENT,
            "starts_at": Privacy.CONTENT,
            "ends_at": Privacy.CONTENT,
            "ended_because": Privacy.CONTENT,
            "ended_words": Privacy.CONTENT,
            "planned_at": Privacy.TECHNICAL,
        }


class Continuity(Keyed):
    """What was last seen ahead of a plan: no gap, or from which day to which one.

    One row per plan, so that a gap is one task. ``gap_until`` is empty when nothing is planned.
    """

    plan = models.OneToOneField(Plan, on_delete=models.CASCADE, related_name="continuity")
    looked_on = models.DateField(db_index=True)
    gap_from = models.DateField(null=True, blank=True)
    gap_until = models.DateField(null=True, blank=True)
    found_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            period_in_order("continuity", "gap_from", "gap_until"),
            models.CheckConstraint(
                condition=Q(gap_from__isnull=True, found_at__isnull=True, gap_until__isnull=True)
                | Q(gap_from__isnull=False, found_at__isnull=False),
                name="continuity_gap_was_found",
            ),
        ]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "youth_file"
        privacy = {
            "key": Privacy.TECHNICAL,
            "plan": Privacy.LINK,
            "looked_on": Privacy.TECHNICAL,
            "gap_from": Privacy.CONTENT,
            "gap_until": Privacy.CONTENT,
            "found_at": Privacy.TECHNICAL,
        }
