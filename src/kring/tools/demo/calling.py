"""Calling whom can only be called: somebody where their question lies does it within days."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db.models import Q

from kring.foundation.journal.actor import Actor
from kring.foundation.outbox.actions import call_done
from kring.foundation.outbox.models import Message
from kring.foundation.outbox.states import TO_CALL
from kring.registry.network.models import Worker
from kring.support.requests.models import Request
from kring.tools.demo.stories import actor_of

FIRST_TRY = timedelta(hours=20)
LATEST_DAYS = 4


def make_calls(workers: Mapping[int, list[Worker]], *, at: datetime, open_since: datetime) -> None:
    """Call who waits since yesterday or, in a busy week, some days.

    ``workers`` are those of each desk, by its inner number. What came after ``open_since`` stays on
    the list, so that the demo has somebody to call.
    """
    waiting = Message.objects.filter(
        state=TO_CALL, created_at__lte=min(at - FIRST_TRY, open_since)
    ).order_by("pk")
    for message in waiting:
        if message.created_at + timedelta(days=message.pk % LATEST_DAYS) > at:
            continue
        if caller := _who_calls(message, workers):
            call_done(by=caller, at=at, message=message, reached=True)


def _who_calls(message: Message, workers: Mapping[int, list[Worker]]) -> Actor | None:
    key = message.recipient_key
    of_theirs = Q(asker__key=key) | Q(family__memberships__person__key=key)
    asked = Request.objects.filter(of_theirs).select_related("desk__organisation")
    question = asked.order_by("-pk").first()
    if question is None or not (at_the_desk := workers.get(question.desk_id)):
        return None
    return actor_of(at_the_desk[message.pk % len(at_the_desk)], question.desk)
