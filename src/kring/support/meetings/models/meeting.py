"""A meeting of a plan: which kind, when, where, and how it went."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kring.foundation.classes.facts import Mutability, Privacy
from kring.foundation.records.bases import Keyed, Versioned
from kring.foundation.records.constraints import one_of_choices
from kring.registry.network.models import Worker
from kring.support.meetings.states import CANCELLED, HELD, MEETING
from kring.support.plans.models import Plan
from kring.trust.access.models import Item


class MeetingKind(models.TextChoices):
    """What kind of meeting it is. The client conference has a chair who does not help the family."""

    ROUND_TABLE = "round_table", _("rondetafel")
    CLIENT_CONFERENCE = "client_conference", _("cliëntoverleg")
    CONVERSATION = "conversation", _("gesprek")


class Where(models.TextChoices):
    """Where people meet. Of a home no address is written: who is invited there knows it."""

    PLACE = "place", _("op een plaats")
    HOME = "home", _("bij het gezin thuis")
    REMOTE = "remote", _("online of telefonisch")


class Meeting(Keyed, Versioned):
    """People of a plan sit together. Whom it is about are the persons of its ``item``; who takes part
    is invited, and named on the item.

    ``sequence`` counts how often day, hour or place changed, as a calendar wants it (RFC 5545).
    """

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="meetings")
    item = models.OneToOneField(Item, on_delete=models.PROTECT, related_name="meeting")
    kind = models.CharField(max_length=18, choices=MeetingKind.choices)
    state = models.CharField(max_length=10, default=MEETING.initial)
    starts_at = models.DateTimeField(db_index=True)
    ends_at = models.DateTimeField()
    where = models.CharField(max_length=6, choices=Where.choices)
    place = models.CharField(max_length=200, blank=True)
    chair = models.ForeignKey(Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    chair_words = models.CharField(max_length=120, blank=True)
    about_words = models.TextField(blank=True)
    planned_by = models.ForeignKey(
        Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    planned_at = models.DateTimeField()
    held_at = models.DateTimeField(null=True, blank=True)
    cancelled_because = models.CharField(max_length=300, blank=True)
    sequence = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            one_of_choices("meeting", "state", MEETING.states),
            one_of_choices("meeting", "kind", MeetingKind.values),
            one_of_choices("meeting", "where", Where.values),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="meeting_ends_after_start"
            ),
            models.CheckConstraint(
                condition=~Q(kind=MeetingKind.CLIENT_CONFERENCE)
                | Q(chair__isnull=False)
                | ~Q(chair_words=""),
                name="meeting_conference_has_a_chair",
            ),
            models.CheckConstraint(
                condition=~Q(where=Where.HOME) | Q(place=""), name="meeting_home_has_no_address"
            ),
            models.CheckConstraint(
                condition=Q(state=HELD, held_at__isnull=False)
                | (~Q(state=HELD) & Q(held_at__isnull=True)),
                name="meeting_held_says_when",
            ),
            models.CheckConstraint(
                condition=~Q(state=CANCELLED) | ~Q(cancelled_because=""),
                name="meeting_cancelled_says_why",
            ),
        ]
        indexes = [models.Index(fields=["plan", "-starts_at"], name="meeting_of_plan")]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "youth_file"
        privacy = {
            "key": Privacy.TECHNICAL,
            "version": Privacy.TECHNICAL,
            "plan": Privacy.LINK,
            "item": Privacy.LINK,
            "kind": Privacy.CONTENT,
            "state": Privacy.CONTENT,
            "starts_at": Privacy.CONTENT,
            "ends_at": Privacy.CONTENT,
            "where": Privacy.PLACE,
            "place": Privacy.PLACE,
            "chair": Privacy.WORKER,
            "chair_words": Privacy.CONTENT,
            "about_words": Privacy.CONTENT,
            "planned_by": Privacy.WORKER,
            "planned_at": Privacy.TECHNICAL,
            "held_at": Privacy.CONTENT,
            "cancelled_because": Privacy.CONTENT,
            "sequence": Privacy.TECHNICAL,
        }
