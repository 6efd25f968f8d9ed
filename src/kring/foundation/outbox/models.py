"""Messages that must arrive, and the switches that keep them from going out."""

from django.db import models
from django.db.models import Q

from kring.foundation.classes.facts import Mutability, Privacy
from kring.foundation.outbox.recipients import Channel, Recipient
from kring.foundation.outbox.states import MESSAGE, QUEUED, WAITING
from kring.foundation.records.bases import Keyed, Period, PeriodQuerySet
from kring.foundation.records.constraints import one_of_choices, period_in_order


class Message(Keyed):
    """One message to one recipient: no words and no address, only which text and which link.

    ``once`` is given by the sender of the message so that the same message is not queued twice.
    ``next_try_at`` is when it is due; a worker that takes it moves it ahead, so that no other
    takes it meanwhile. ``message_id`` is made once and is the same at every try.
    """

    text = models.CharField(max_length=60)
    recipient_kind = models.CharField(max_length=20)
    recipient_key = models.UUIDField(db_index=True)
    sealed_link = models.TextField(blank=True)
    once = models.CharField(max_length=160, unique=True)
    message_id = models.CharField(max_length=120, unique=True)
    created_at = models.DateTimeField()
    state = models.CharField(max_length=14, default=QUEUED)
    channel = models.CharField(max_length=4, choices=Channel.choices, blank=True)
    attempts = models.PositiveIntegerField(default=0)
    next_try_at = models.DateTimeField()
    refused_since = models.DateTimeField(null=True, blank=True)
    problem = models.CharField(max_length=60, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            one_of_choices("message", "state", MESSAGE.states),
            one_of_choices("message", "channel", ["", *Channel.values]),
            models.CheckConstraint(
                condition=Q(state__in=WAITING, ended_at__isnull=True)
                | Q(~Q(state__in=WAITING), ended_at__isnull=False),
                name="message_ended_when_it_ended",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "next_try_at"], name="message_due"),
            models.Index(fields=["ended_at"], condition=Q(ended_at__isnull=False), name="message_ended"),
        ]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "message"
        privacy = {
            "key": Privacy.TECHNICAL,
            "text": Privacy.CONTENT,
            "recipient_kind": Privacy.TECHNICAL,
            "recipient_key": Privacy.LINK,
            "sealed_link": Privacy.SEALED,
            "once": Privacy.LINK,
            "message_id": Privacy.TECHNICAL,
            "created_at": Privacy.TECHNICAL,
            "state": Privacy.TECHNICAL,
            "channel": Privacy.TECHNICAL,
            "attempts": Privacy.TECHNICAL,
            "next_try_at": Privacy.TECHNICAL,
            "refused_since": Privacy.TECHNICAL,
            "problem": Privacy.TECHNICAL,
            "ended_at": Privacy.TECHNICAL,
        }

    @property
    def recipient(self) -> Recipient:
        return Recipient(self.recipient_kind, self.recipient_key)

    @property
    def link_row(self) -> str:
        """What the sealed link belongs to."""
        return f"message.link:{self.key}"


class MessageSwitch(Keyed, Period):
    """That messages do not go out in a period: of a text, over a channel, to a recipient.

    An empty text, channel or recipient means every one.
    """

    text = models.CharField(max_length=60, blank=True)
    channel = models.CharField(max_length=4, choices=Channel.choices, blank=True)
    recipient_kind = models.CharField(max_length=20, blank=True)
    recipient_key = models.UUIDField(null=True, blank=True, db_index=True)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        constraints = [
            period_in_order("message_switch"),
            models.UniqueConstraint(
                fields=["text", "channel"],
                condition=Q(ends_at__isnull=True, recipient_key__isnull=True),
                name="message_switch_once_for_all",
            ),
            models.UniqueConstraint(
                fields=["text", "channel", "recipient_key"],
                condition=Q(ends_at__isnull=True, recipient_key__isnull=False),
                name="message_switch_once_for_one",
            ),
        ]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "message"
        privacy = {
            "key": Privacy.TECHNICAL,
            "text": Privacy.TECHNICAL,
            "channel": Privacy.TECHNICAL,
            "recipient_kind": Privacy.TECHNICAL,
            "recipient_key": Privacy.LINK,
            "starts_at": Privacy.TECHNICAL,
            "ends_at": Privacy.TECHNICAL,
        }
