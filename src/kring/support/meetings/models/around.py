"""Who is asked to a meeting, what it is about, and what comes of it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kring.foundation.classes.facts import Mutability, Privacy
from kring.foundation.records.bases import Keyed, Versioned
from kring.foundation.records.constraints import one_of_choices
from kring.registry.network.models import Worker
from kring.registry.people.models import Person
from kring.support.meetings.models.meeting import Meeting
from kring.support.meetings.states import FOUND, INTERPRETER
from kring.support.plans.models import Action, Goal
from kring.trust.access.models import Item


class Says(models.TextChoices):
    """What somebody answers to an invitation."""

    NOTHING = "", _("nog geen antwoord")
    YES = "yes", _("komt")
    NO = "no", _("komt niet")


class Invitee(Keyed):
    """Somebody who is asked to come: a person, a worker, or somebody in words.

    ``token_hash`` belongs to the link of their invitation. ``present`` is empty until it is known.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="invitees")
    person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="invitations"
    )
    worker = models.ForeignKey(
        Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="invitations"
    )
    words = models.CharField(max_length=120, blank=True)
    says = models.CharField(max_length=3, choices=Says.choices, blank=True)
    said_at = models.DateTimeField(null=True, blank=True)
    present = models.BooleanField(null=True, blank=True)
    token_hash = models.CharField(max_length=64, unique=True, null=True, blank=True)
    invited_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False, worker__isnull=True, words="")
                | Q(person__isnull=True, worker__isnull=False, words="")
                | (Q(person__isnull=True, worker__isnull=True) & ~Q(words="")),
                name="invitee_one_of_three",
            ),
            one_of_choices("invitee", "says", Says.values),
            models.UniqueConstraint(
                fields=["meeting", "person"],
                condition=Q(person__isnull=False),
                name="invitee_person_once",
            ),
            models.UniqueConstraint(
                fields=["meeting", "worker"],
                condition=Q(worker__isnull=False),
                name="invitee_worker_once",
            ),
        ]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "youth_file"
        privacy = {
            "key": Privacy.TECHNICAL,
            "meeting": Privacy.LINK,
            "person": Privacy.LINK,
            "worker": Privacy.WORKER,
            "words": Privacy.CONTENT,
            "says": Privacy.CONTENT,
            "said_at": Privacy.TECHNICAL,
            "present": Privacy.CONTENT,
            "token_hash": Privacy.SECRET,
            "invited_at": Privacy.TECHNICAL,
        }


class AgendaPoint(Keyed):
    """What a meeting is about: an open goal, or words of their own."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="agenda")
    goal = models.ForeignKey(Goal, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    words = models.CharField(max_length=300, blank=True)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(goal__isnull=False, words="") | (Q(goal__isnull=True) & ~Q(words="")),
                name="agenda_point_goal_or_words",
            ),
            models.UniqueConstraint(
                fields=["meeting", "goal"],
                condition=Q(goal__isnull=False),
                name="agenda_point_goal_once",
            ),
        ]

    class Facts:
        mutability = Mutability.EDITABLE
        retention = "youth_file"
        privacy = {
            "key": Privacy.TECHNICAL,
            "meeting": Privacy.LINK,
            "goal": Privacy.LINK,
            "words": Privacy.CONTENT,
            "position": Privacy.TECHNICAL,
        }


class Decision(Keyed):
    """What was decided at the table: an action of the plan, whose words stand there alone."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="decisions")
    action = models.OneToOneField(Action, on_delete=models.CASCADE, related_name="decided_at")
    made_at = models.DateTimeField()

    class Facts:
        mutability = Mutability.APPEND_ONLY
        retention = "youth_file"
        privacy = {
            "key": Privacy.TECHNICAL,
            "meeting": Privacy.LINK,
            "action": Privacy.LINK,
            "made_at": Privacy.TECHNICAL,
        }


class Minutes(Keyed, Versioned):
    """What was said, in words that the family reads; classed like a note by its own item."""

    meeting = models.OneToOneField(Meeting, on_delete=models.PROTECT, related_name="minutes")
    item = models.OneToOneField(Item, on_delete=models.PROTECT, related_name="minutes")
    words = models.TextField()
    words_language = models.CharField(max_length=8, default="nl")
    written_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="minutes_have_words")]

    class Facts:
        mutability = Mutability.EDITABLE
        retention = "youth_file"
        privacy = {
            "key": Privacy.TECHNICAL,
            "version": Privacy.TECHNICAL,
            "meeting": Privacy.LINK,
            "item": Privacy.LINK,
            "words": Privacy.CONTENT,
            "words_language": Privacy.IDENTITY,
            "written_at": Privacy.TECHNICAL,
        }


class GenderWish(models.TextChoices):
    """Whom the family wishes as an interpreter."""

    ANY = "", _("maakt niet uit")
    WOMAN = "woman", _("een vrouw")
    MAN = "man", _("een man")


class Interpreter(Keyed, Versioned):
    """The interpreter a meeting needs: a task until one is found, or surely none."""

    meeting = models.OneToOneField(Meeting, on_delete=models.CASCADE, related_name="interpreter")
    language = models.CharField(max_length=8)
    gender_wish = models.CharField(max_length=5, choices=GenderWish.choices, blank=True)
    not_from_our_town = models.BooleanField(default=False)
    state = models.CharField(max_length=5, default=INTERPRETER.initial)
    found_words = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            one_of_choices("interpreter", "state", INTERPRETER.states),
            one_of_choices("interpreter", "gender_wish", GenderWish.values),
            models.CheckConstraint(
                condition=~Q(state=FOUND) | ~Q(found_words=""), name="interpreter_found_says_who"
            ),
        ]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "youth_file"
        privacy = {
            "key": Privacy.TECHNICAL,
            "version": Privacy.TECHNICAL,
            "meeting": Privacy.LINK,
            "language": Privacy.IDENTITY,
            "gender_wish": Privacy.CONTENT,
            "not_from_our_town": Privacy.CONTENT,
            "state": Privacy.CONTENT,
            "found_words": Privacy.CONTENT,
        }
