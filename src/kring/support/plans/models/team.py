"""The team around a plan: helpers and people of their own, with one anchor person at a time."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kring.foundation.classes.facts import Mutability, Privacy
from kring.foundation.records.bases import Keyed, Period, PeriodQuerySet
from kring.foundation.records.constraints import exactly_one_of, one_of_choices, period_in_order
from kring.registry.network.models import Worker
from kring.registry.people.models import Person
from kring.support.plans.models.plan import Plan
from kring.trust.access.models import Involvement


class LeftBecause(models.TextChoices):
    """Why somebody left a team."""

    READY = "ready", _("het werk is klaar")
    HANDED_OVER = "handed_over", _("doorgegeven aan een collega")
    ASKED = "asked", _("het gezin vroeg het")
    LEFT_WORK = "left_work", _("werkt hier niet meer")
    PLAN_ENDED = "plan_ended", _("het plan is afgesloten")
    OTHER = "other", _("iets anders")


class TeamMember(Keyed, Period):
    """Somebody in the team (FHIR CareTeam.participant) for a period.

    A helper comes in by what really happens, and their ``involvement`` lets them read; somebody of
    the own network belongs to it without reading anything by that alone.
    """

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="team")
    worker = models.ForeignKey(
        Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="teams"
    )
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    involvement = models.OneToOneField(
        Involvement, null=True, blank=True, on_delete=models.PROTECT, related_name="team_member"
    )
    anchor = models.BooleanField(default=False)
    does = models.CharField(max_length=120, blank=True)
    because = models.CharField(max_length=60)
    left_because = models.CharField(max_length=12, choices=LeftBecause.choices, blank=True)
    left_words = models.CharField(max_length=300, blank=True)
    objects = PeriodQuerySet["TeamMember"].as_manager()

    class Meta:
        constraints = [
            exactly_one_of("team_member", "worker", "person"),
            period_in_order("team_member"),
            models.UniqueConstraint(
                fields=["plan"],
                condition=Q(anchor=True, ends_at__isnull=True),
                name="team_member_one_anchor",
            ),
            models.UniqueConstraint(
                fields=["plan", "worker"],
                condition=Q(ends_at__isnull=True, worker__isnull=False),
                name="team_member_worker_once",
            ),
            models.UniqueConstraint(
                fields=["plan", "person"],
                condition=Q(ends_at__isnull=True, person__isnull=False),
                name="team_member_person_once",
            ),
            models.CheckConstraint(
                condition=Q(anchor=False) | Q(worker__isnull=False),
                name="team_member_anchor_is_a_worker",
            ),
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | ~Q(left_because=""), name="team_member_left_says_why"
            ),
        ]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "youth_file"
        privacy = {
            "key": Privacy.TECHNICAL,
            "plan": Privacy.LINK,
            "worker": Privacy.WORKER,
            "person": Privacy.LINK,
            "involvement": Privacy.LINK,
            "anchor": Privacy.CONTENT,
            "does": Privacy.CONTENT,
            "because": Privacy.CONTENT,
            "left_because": Privacy.CONTENT,
            "left_words": Privacy.CONTENT,
            "starts_at": Privacy.CONTENT,
            "ends_at": Privacy.CONTENT,
        }


class WishKind(models.TextChoices):
    """What a person asks of the team."""

    OTHER_HELPER = "other_helper", _("een andere hulpverlener")
    BREAK = "break", _("een pauze")
    TRUSTED = "trusted", _("iemand die naast mij staat")


class HelperWish(Keyed):
    """A person asks for another helper, a break or a trusted person. Not the helper meant holds it."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="wishes")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=WishKind.choices)
    about = models.ForeignKey(Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    words = models.TextField(blank=True)
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    answer_words = models.TextField(blank=True)

    class Meta:
        constraints = [
            one_of_choices("helper_wish", "kind", WishKind.values),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True) | ~Q(answer_words=""),
                name="helper_wish_answer_has_words",
            ),
        ]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "youth_file"
        privacy = {
            "key": Privacy.TECHNICAL,
            "plan": Privacy.LINK,
            "person": Privacy.LINK,
            "kind": Privacy.CONTENT,
            "about": Privacy.WORKER,
            "words": Privacy.CONTENT,
            "asked_at": Privacy.TECHNICAL,
            "answered_at": Privacy.TECHNICAL,
            "answered_by": Privacy.WORKER,
            "answer_words": Privacy.CONTENT,
        }
