"""The weekly intake meeting, and light contacts that keep no person."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kring.foundation.classes.facts import Mutability, Privacy
from kring.foundation.records.bases import Keyed
from kring.registry.network.models import Desk, Partnership, Worker
from kring.support.requests.models.request import Request


class Decision(models.TextChoices):
    """What an intake meeting may decide; each has one key."""

    COACH = "coach", _("gezinscoach")
    PSYCHOLOGIST = "psychologist", _("eerstelijnspsycholoog")
    TALK_FIRST = "talk_first", _("eerst een oriënterend gesprek")
    BROAD_ENTRY = "broad_entry", _("naar de brede instap")
    CONSULT_ONLY = "consult_only", _("consult volstaat")
    SPECIAL_ROUTE = "special_route", _("naar een bijzondere weg")
    LATER = "later", _("volgende week opnieuw")


class IntakeMeeting(Keyed):
    """One meeting of the intake team of a region; its minutes are its decisions."""

    region = models.ForeignKey(Partnership, on_delete=models.PROTECT)
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(Worker, on_delete=models.PROTECT)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["region"], condition=Q(closed_at__isnull=True), name="intake_one_open"
            )
        ]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "youth_file"
        privacy = {
            "key": Privacy.TECHNICAL,
            "region": Privacy.NONE,
            "opened_at": Privacy.TECHNICAL,
            "opened_by": Privacy.WORKER,
            "closed_at": Privacy.TECHNICAL,
        }


class IntakeDecision(models.Model):
    """What a meeting decided about one question."""

    meeting = models.ForeignKey(IntakeMeeting, on_delete=models.PROTECT, related_name="decisions")
    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="decisions")
    decision = models.CharField(max_length=14, choices=Decision.choices)
    coach = models.ForeignKey(Worker, null=True, blank=True, on_delete=models.PROTECT)
    words = models.TextField(blank=True)
    decided_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "request"], name="intake_decided_once"),
            models.CheckConstraint(
                condition=~Q(decision="coach") | Q(coach__isnull=False), name="intake_coach_named"
            ),
        ]

    class Facts:
        mutability = Mutability.APPEND_ONLY
        retention = "youth_file"
        privacy = {
            "meeting": Privacy.LINK,
            "request": Privacy.LINK,
            "decision": Privacy.CONTENT,
            "coach": Privacy.WORKER,
            "words": Privacy.CONTENT,
            "decided_at": Privacy.TECHNICAL,
        }


class LightContact(models.Model):
    """ "Alleen een vraagje": that somebody was helped at a desk; no person is kept."""

    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="light_contacts")
    at = models.DateTimeField(db_index=True)
    topic = models.CharField(max_length=30, blank=True)

    class Facts:
        mutability = Mutability.APPEND_ONLY
        retention = "light_contact"
        privacy = {"desk": Privacy.NONE, "at": Privacy.NONE, "topic": Privacy.NONE}
