"""What must always be true of messages."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from kring.foundation.outbox.models import Message
from kring.foundation.outbox.states import ENDS, QUEUED
from kring.foundation.outbox.texts import TEXTS
from kring.foundation.records.checking import check

LONGEST_SILENCE = timedelta(days=8)
AT_MOST = 20


@check("no message waits to be sent for longer than a week of hours")
def every_message_is_on_its_way(at: datetime) -> Iterable[str]:
    """Messages that are due so long that nothing can be sending them."""
    late = Message.objects.filter(state=QUEUED, next_try_at__lt=at - LONGEST_SILENCE)
    keys = late.order_by("next_try_at").values_list("key", "text")[:AT_MOST]
    return [f"message {key} ({text}) is not being sent" for key, text in keys]


@check("a message that ended has forgotten its link")
def links_are_forgotten(_at: datetime) -> Iterable[str]:
    """Ended messages that still hold their link."""
    ended = Message.objects.filter(state__in=ENDS).exclude(sealed_link="")
    return [f"message {key} kept its link" for key in ended.values_list("key", flat=True)[:AT_MOST]]


@check("every waiting message has a text")
def texts_are_known(_at: datetime) -> Iterable[str]:
    """Texts of queued messages that no room registers any more."""
    waiting = Message.objects.filter(state=QUEUED).exclude(text__in=TEXTS)
    names = waiting.order_by("text").values_list("text", flat=True).distinct()
    return [f"the text {name} is queued and unknown" for name in names]
