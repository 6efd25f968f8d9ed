"""A question: who asks what, where it lies, and its clocks."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kring.foundation.classes.facts import DataClass, Mutability, Privacy
from kring.foundation.records.bases import Keyed, Period, Versioned
from kring.foundation.records.constraints import (
    both_or_neither,
    one_of_choices,
    period_in_order,
)
from kring.registry.network.models import Desk, Organisation, Partnership, Worker
from kring.registry.people.models import Family, Person
from kring.registry.places.models import Municipality
from kring.support.requests.states import ASKED, OPEN, REQUEST, TAKEN
from kring.trust.access.models import Item


class Kind(models.TextChoices):
    """What counts as a question and what is counted apart (rulebook, unit)."""

    QUESTION = "question", _("vraag")
    CONSULT = "consult", _("consult zonder namen")


class Door(models.TextChoices):
    """Where a question came in."""

    WEB = "web", _("website")
    COUNTER = "counter", _("balie")
    PHONE = "phone", _("telefoon")
    REFERRAL = "referral", _("doorverwijzing")
    FILE = "file", _("ingelezen bestand")


class AskerKind(models.TextChoices):
    """Who asks."""

    FAMILY = "family", _("iemand van het gezin")
    YOUNG_PERSON = "young_person", _("jongere")
    PROFESSIONAL = "professional", _("hulpverlener")


class HomeSafe(models.TextChoices):
    """The answer to "Is het thuis veilig?"; no or unknown puts the question on top."""

    NOT_ASKED = "", _("niet gevraagd")
    YES = "yes", _("ja")
    NO = "no", _("nee")
    UNKNOWN = "unknown", _("weet niet")


UNSAFE = (HomeSafe.NO.value, HomeSafe.UNKNOWN.value)
"""The answers that put a question on top: not surely safe at home."""


class Discuss(models.TextChoices):
    """How a referring professional may have the question discussed."""

    WITH_NAME = "with_name", _("bespreek met naam")
    WITHOUT_NAME = "without_name", _("bespreek zonder naam")
    NOT_YET = "not_yet", _("nog niet")


class Request(Keyed, Versioned):
    """A question for help. From its first second it lies on exactly one desk.

    ``next_due_at`` is what the worklist sorts by: the end of the promise, or of the working day
    for somebody who is not safe at home and has not been seen. ``region`` is that of the desk.
    ``item`` says whom it is about and who may read it; a question of nobody known has none.
    """

    code_hash = models.CharField(max_length=64, unique=True)
    code_revoked_at = models.DateTimeField(null=True, blank=True)
    submission = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.QUESTION)
    door = models.CharField(max_length=10, choices=Door.choices)
    asker_kind = models.CharField(max_length=14, choices=AskerKind.choices)
    state = models.CharField(max_length=14, default=ASKED)
    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="requests")
    region = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="requests")
    worker = models.ForeignKey(
        Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="requests"
    )
    owner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    asker = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="requests"
    )
    family = models.ForeignKey(
        Family, null=True, blank=True, on_delete=models.PROTECT, related_name="requests"
    )
    municipality = models.ForeignKey(Municipality, null=True, blank=True, on_delete=models.PROTECT)
    words = models.TextField()
    words_language = models.CharField(max_length=8, default="nl")
    topic = models.CharField(max_length=30, blank=True)
    age_bands = models.JSONField(default=list, blank=True)
    home_safe = models.CharField(max_length=8, choices=HomeSafe.choices, blank=True)
    unsafe = models.GeneratedField(
        expression=Q(home_safe__in=UNSAFE),  # type: ignore[arg-type]  # a condition is one too
        output_field=models.BooleanField(),
        db_persist=True,
    )
    data_class = models.CharField(
        max_length=20, choices=[(c.value, c.value) for c in DataClass], default=DataClass.OPEN
    )
    told_by = models.CharField(max_length=14, choices=AskerKind.choices, blank=True)
    referred_by = models.ForeignKey(
        Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="referrals"
    )
    discuss = models.CharField(max_length=14, choices=Discuss.choices, blank=True)
    show_topic_on_status = models.BooleanField(default=False)
    asked_at = models.DateTimeField()
    answer_due_at = models.DateTimeField()
    next_due_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    close_reason = models.CharField(max_length=30, blank=True)
    close_words = models.TextField(blank=True)
    joined_to = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="joined"
    )
    repeat_of = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="repeats"
    )
    item = models.OneToOneField(
        Item, null=True, blank=True, on_delete=models.PROTECT, related_name="question"
    )

    class Meta:
        constraints = [
            one_of_choices("request", "state", REQUEST.states),
            models.CheckConstraint(
                condition=Q(state__in=OPEN, closed_at__isnull=True)
                | (~Q(state__in=OPEN) & Q(closed_at__isnull=False)),
                name="request_closed_when_ended",
            ),
            models.CheckConstraint(
                condition=~Q(state=TAKEN) | Q(worker__isnull=False), name="request_taken_by_someone"
            ),
            models.CheckConstraint(
                condition=~Q(state=ASKED) | Q(worker__isnull=True), name="request_asked_lies_free"
            ),
            models.CheckConstraint(
                condition=Q(state__in=OPEN) | Q(state="answered") | ~Q(close_reason=""),
                name="request_ends_with_reason",
            ),
            models.CheckConstraint(
                condition=~Q(state="joined") | Q(joined_to__isnull=False), name="request_joined_to"
            ),
        ]
        # An open question has no end: unlike a list of states, that condition reads the same in a
        # query with parameters, so that SQLite takes these indexes too.
        indexes = [
            models.Index(
                fields=["region", "next_due_at", "key"],
                condition=Q(closed_at__isnull=True),
                name="request_open_in_region",
            ),
            models.Index(
                fields=["desk", "next_due_at", "key"],
                condition=Q(closed_at__isnull=True),
                name="request_open_on_desk",
            ),
            models.Index(
                fields=["worker", "next_due_at", "key"],
                condition=Q(closed_at__isnull=True),
                name="request_open_of_worker",
            ),
            models.Index(
                fields=["region", "next_due_at", "key"],
                condition=Q(closed_at__isnull=True, unsafe=True),
                name="request_unsafe_in_region",
            ),
            models.Index(
                fields=["desk", "next_due_at", "key"],
                condition=Q(closed_at__isnull=True, unsafe=True),
                name="request_unsafe_on_desk",
            ),
            models.Index(fields=["family", "-asked_at"], name="request_of_family"),
        ]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "youth_file"
        privacy = dict.fromkeys(
            "key version submission kind door state asked_at answer_due_at next_due_at seen_at "
            "closed_at".split(),
            Privacy.TECHNICAL,
        ) | {
            "code_hash": Privacy.SECRET,
            "code_revoked_at": Privacy.TECHNICAL,
            "asker_kind": Privacy.CONTENT,
            "desk": Privacy.CONTENT,
            "region": Privacy.NONE,
            "worker": Privacy.WORKER,
            "owner": Privacy.NONE,
            "asker": Privacy.LINK,
            "family": Privacy.LINK,
            "municipality": Privacy.PLACE,
            "words": Privacy.CONTENT,
            "words_language": Privacy.IDENTITY,
            "topic": Privacy.CONTENT,
            "age_bands": Privacy.CONTENT,
            "home_safe": Privacy.CONTENT,
            "unsafe": Privacy.CONTENT,
            "data_class": Privacy.TECHNICAL,
            "told_by": Privacy.CONTENT,
            "referred_by": Privacy.WORKER,
            "discuss": Privacy.CONTENT,
            "show_topic_on_status": Privacy.TECHNICAL,
            "close_reason": Privacy.CONTENT,
            "close_words": Privacy.CONTENT,
            "joined_to": Privacy.LINK,
            "repeat_of": Privacy.LINK,
            "item": Privacy.LINK,
        }


class ClockKind(models.TextChoices):
    """The three clocks of a question (rulebook, clocks)."""

    ANSWER = "answer", _("duidelijk antwoord")
    FIRST_SUPPORT = "first_support", _("eerste ondersteuning")
    AGREED_HELP = "agreed_help", _("afgesproken hulp gestart")


class Clock(models.Model):
    """One clock of one question; it never pauses. ``due_at`` only where a promise is made."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="clocks")
    kind = models.CharField(max_length=14, choices=ClockKind.choices)
    starts_at = models.DateTimeField()
    due_at = models.DateTimeField(null=True, blank=True)
    stopped_at = models.DateTimeField(null=True, blank=True)
    stopped_because = models.CharField(max_length=30, null=True, blank=True)
    rulebook = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["request", "kind"], name="clock_once"),
            both_or_neither("clock", "stopped_at", "stopped_because"),
            period_in_order("clock", "starts_at", "stopped_at"),
        ]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "youth_file"
        privacy = dict.fromkeys(
            "kind starts_at due_at stopped_at stopped_because rulebook".split(), Privacy.TECHNICAL
        ) | {"request": Privacy.LINK}


class Holding(Period):
    """Where a question lay, and with whom, in a period: its story, without gaps."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="holdings")
    desk = models.ForeignKey(Desk, on_delete=models.PROTECT)
    worker = models.ForeignKey(Worker, null=True, blank=True, on_delete=models.PROTECT)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["request"], condition=Q(ends_at__isnull=True), name="holding_one_running"
            ),
            period_in_order("holding"),
        ]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "youth_file"
        privacy = {
            "request": Privacy.LINK,
            "desk": Privacy.CONTENT,
            "worker": Privacy.WORKER,
            "starts_at": Privacy.TECHNICAL,
            "ends_at": Privacy.TECHNICAL,
        }
