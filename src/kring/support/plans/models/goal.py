"""What somebody wants to reach, who agreed, how it goes, and what is done for it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kring.foundation.classes.facts import Mutability, Privacy
from kring.foundation.records.bases import Keyed, Versioned
from kring.foundation.records.constraints import one_of_choices
from kring.registry.network.models import Organisation, Worker
from kring.registry.people.models import Person
from kring.support.plans.models.plan import Plan
from kring.support.plans.states import ACTION, DONE, DROPPED, ENDED, GOAL
from kring.trust.access.models import Item


class Outcome(models.TextChoices):
    """What came of a goal (FHIR Goal.achievementStatus, the part that is used here, and not said)."""

    ACHIEVED = "achieved", _("bereikt")
    IMPROVING = "improving", _("deels bereikt")
    NO_PROGRESS = "no-progress", _("niet bereikt")
    NOT_ATTAINABLE = "not-attainable", _("kon niet, door iets van buiten")
    NOT_SAID = "not-said", _("niet gezegd bij het afsluiten")


SAYABLE = tuple(choice for choice in Outcome.choices if choice[0] != Outcome.NOT_SAID)
"""What somebody can say came of a goal. "Not said" is for a goal that whoever closed did not read."""


class Goal(Keyed, Versioned):
    """A goal in somebody's own words; whom it concerns are the persons its item is about.

    Who takes part in it is named on the item, and so may read it. ``domain`` is a code of the list
    of life domains ``domain_list``; the item keeps the coarser subject that consent speaks of.
    ``attainment`` holds, where wanted, the words of goal attainment scaling by level (-2 to 2).
    """

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="goals")
    item = models.OneToOneField(Item, on_delete=models.PROTECT, related_name="goal")
    words = models.TextField()
    words_language = models.CharField(max_length=8, default="nl")
    domain = models.CharField(max_length=30, blank=True)
    domain_list = models.CharField(max_length=30, blank=True)
    state = models.CharField(max_length=10, default=GOAL.initial)
    position = models.PositiveIntegerField(default=0)
    aim = models.PositiveSmallIntegerField(null=True, blank=True)
    attainment = models.JSONField(default=dict, blank=True)
    level = models.SmallIntegerField(null=True, blank=True)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=20, choices=Outcome.choices, blank=True)
    outcome_words = models.TextField(blank=True)

    class Meta:
        constraints = [
            one_of_choices("goal", "state", GOAL.states),
            models.CheckConstraint(condition=~Q(words=""), name="goal_has_words"),
            models.CheckConstraint(
                condition=Q(aim__isnull=True) | Q(aim__lte=10), name="goal_aim_up_to_ten"
            ),
            models.CheckConstraint(
                condition=Q(level__isnull=True) | Q(level__range=(-2, 2)), name="goal_level_in_range"
            ),
            models.CheckConstraint(
                condition=Q(state__in=(ENDED, DROPPED), ends_at__isnull=False)
                | (~Q(state__in=(ENDED, DROPPED)) & Q(ends_at__isnull=True)),
                name="goal_ended_has_an_end",
            ),
            models.CheckConstraint(
                condition=~Q(state=ENDED) | ~Q(outcome=""), name="goal_ended_says_what_came"
            ),
        ]
        indexes = [models.Index(fields=["plan", "position"], name="goal_in_order")]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "youth_file"
        privacy = {
            "key": Privacy.TECHNICAL,
            "version": Privacy.TECHNICAL,
            "plan": Privacy.LINK,
            "item": Privacy.LINK,
            "words": Privacy.CONTENT,
            "words_language": Privacy.IDENTITY,
            "domain": Privacy.CONTENT,
            "domain_list": Privacy.TECHNICAL,
            "state": Privacy.CONTENT,
            "position": Privacy.TECHNICAL,
            "aim": Privacy.CONTENT,
            "attainment": Privacy.CONTENT,
            "level": Privacy.CONTENT,
            "starts_at": Privacy.CONTENT,
            "ends_at": Privacy.CONTENT,
            "outcome": Privacy.CONTENT,
            "outcome_words": Privacy.CONTENT,
        }


class Said(models.TextChoices):
    """What somebody says of a goal."""

    YES = "yes", _("akkoord")
    NOT_NOW = "not_now", _("nog niet")
    NO = "no", _("niet akkoord")


class GoalAgreement(Keyed):
    """What a person whom a goal concerns says of it; "not now" is as good an answer as yes."""

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="agreements")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    said = models.CharField(max_length=8, choices=Said.choices)
    said_at = models.DateTimeField()
    heard_by = models.ForeignKey(
        Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [one_of_choices("goal_agreement", "said", Said.values)]
        indexes = [models.Index(fields=["goal", "person", "-said_at"], name="goal_agreement_latest")]

    class Facts:
        mutability = Mutability.APPEND_ONLY
        retention = "youth_file"
        privacy = {
            "key": Privacy.TECHNICAL,
            "goal": Privacy.LINK,
            "person": Privacy.LINK,
            "said": Privacy.CONTENT,
            "said_at": Privacy.CONTENT,
            "heard_by": Privacy.WORKER,
        }


class Moment(models.TextChoices):
    """When a score was given."""

    START = "start", _("bij het begin")
    NOW = "now", _("nu")
    END = "end", _("op het einde")


class GoalScore(Keyed):
    """How a goal goes for one person, 0 to 10, as they said it. Scores are never averaged."""

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="scores")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    score = models.PositiveSmallIntegerField()
    moment = models.CharField(max_length=5, choices=Moment.choices, default=Moment.NOW)
    said_at = models.DateTimeField()
    heard_by = models.ForeignKey(
        Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            one_of_choices("goal_score", "moment", Moment.values),
            models.CheckConstraint(condition=Q(score__lte=10), name="goal_score_up_to_ten"),
        ]
        indexes = [models.Index(fields=["goal", "person", "said_at"], name="goal_score_history")]

    class Facts:
        mutability = Mutability.APPEND_ONLY
        retention = "youth_file"
        privacy = {
            "key": Privacy.TECHNICAL,
            "goal": Privacy.LINK,
            "person": Privacy.LINK,
            "score": Privacy.CONTENT,
            "moment": Privacy.CONTENT,
            "said_at": Privacy.CONTENT,
            "heard_by": Privacy.WORKER,
        }


class GoalLevel(Keyed):
    """On which level of its attainment scale a goal stood from some moment, as it was agreed then.

    The levels in words stand on the goal (Kiresuk and Sherman: -2 to 2, and 0 is what is expected).
    """

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="levels")
    level = models.SmallIntegerField()
    said_at = models.DateTimeField()
    heard_by = models.ForeignKey(
        Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(level__range=(-2, 2)), name="goal_level_kept_in_range")
        ]
        indexes = [models.Index(fields=["goal", "said_at"], name="goal_level_history")]

    class Facts:
        mutability = Mutability.APPEND_ONLY
        retention = "youth_file"
        privacy = {
            "key": Privacy.TECHNICAL,
            "goal": Privacy.LINK,
            "level": Privacy.CONTENT,
            "said_at": Privacy.CONTENT,
            "heard_by": Privacy.WORKER,
        }


class Action(Keyed, Versioned):
    """Who does what, by when, towards a goal (FHIR Task). Who does it is named on its item.

    The doer is a person around the family, a worker, an organisation, or somebody told in words.
    ``service_key``: the service of the public directory it is about, by its key; it may end there.
    """

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="actions")
    item = models.OneToOneField(Item, on_delete=models.PROTECT, related_name="action")
    words = models.TextField()
    words_language = models.CharField(max_length=8, default="nl")
    doer_person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    doer_worker = models.ForeignKey(
        Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="plan_actions"
    )
    doer_organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    doer_words = models.CharField(max_length=80, blank=True)
    service_key = models.UUIDField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True, db_index=True)
    state = models.CharField(max_length=8, default=ACTION.initial)
    position = models.PositiveIntegerField(default=0)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            one_of_choices("action", "state", ACTION.states),
            models.CheckConstraint(condition=~Q(words=""), name="action_has_words"),
            models.CheckConstraint(
                condition=Q(state=DONE, done_at__isnull=False)
                | (~Q(state=DONE) & Q(done_at__isnull=True)),
                name="action_done_has_a_moment",
            ),
            models.CheckConstraint(
                condition=Q(doer_person__isnull=True, doer_worker__isnull=True)
                | Q(doer_person__isnull=True, doer_organisation__isnull=True)
                | Q(doer_worker__isnull=True, doer_organisation__isnull=True),
                name="action_one_doer",
            ),
        ]
        indexes = [models.Index(fields=["goal", "position"], name="action_in_order")]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "youth_file"
        privacy = {
            "key": Privacy.TECHNICAL,
            "version": Privacy.TECHNICAL,
            "goal": Privacy.LINK,
            "item": Privacy.LINK,
            "words": Privacy.CONTENT,
            "words_language": Privacy.IDENTITY,
            "doer_person": Privacy.LINK,
            "doer_worker": Privacy.WORKER,
            "doer_organisation": Privacy.LINK,
            "doer_words": Privacy.IDENTITY,
            "service_key": Privacy.CONTENT,
            "due_on": Privacy.CONTENT,
            "state": Privacy.CONTENT,
            "position": Privacy.TECHNICAL,
            "done_at": Privacy.CONTENT,
        }
