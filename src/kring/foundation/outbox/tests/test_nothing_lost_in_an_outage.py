"""A mail server that is away, hangs, refuses or hangs up loses nothing, and mail keeps its identity."""

import os
from collections import Counter
from datetime import datetime, timedelta

import pytest
from pytest_django import Settings

from kring.foundation.outbox.delivery import send_due
from kring.foundation.outbox.models import Message
from kring.foundation.outbox.states import QUEUED, SENT
from kring.foundation.outbox.tests.posting import AT, Book, queue
from kring.foundation.outbox.tests.smtp_server import (
    HANGS,
    HANGS_UP,
    TAKES,
    TAKES_AND_HANGS_UP,
    MailServer,
)

pytestmark = pytest.mark.django_db
MESSAGES = 5000 if os.environ.get("KRING_FULL") == "1" else 200


def send_until_all_went(start: datetime) -> int:
    """Rounds as ``kring tick`` makes them, five minutes apart; how many were needed."""
    for number in range(1, 200):
        send_due(at=start + timedelta(minutes=5 * number))
        if not Message.objects.filter(state=QUEUED).exists():
            return number
    raise AssertionError("messages are still waiting after 200 rounds")


def test_an_outage_of_every_kind(book: Book, server: MailServer) -> None:
    queued = {queue(book.add()).message_id for _ in range(MESSAGES)}
    server.stop()
    assert set(send_due(at=AT)) == {"failed", "waits"}
    server.start()
    moods = [HANGS, "451 try later", "554 not now", HANGS_UP, TAKES_AND_HANGS_UP, "452 full"]
    for number, mood in enumerate(moods, start=1):
        server.mood = mood
        server.at_recipient = mood.startswith("452")
        send_due(at=AT + timedelta(hours=number))
    server.mood = TAKES
    send_until_all_went(AT + timedelta(hours=len(moods) + 1))
    assert Message.objects.filter(state=SENT).count() == MESSAGES
    times_seen = Counter(server.message_ids())
    assert set(times_seen) == queued
    assert len(queued) == MESSAGES
    again = [message_id for message_id, times in times_seen.items() if times > 1]
    assert len(again) == 1, "only the one whose answer was not seen was sent again"


@pytest.mark.parametrize(
    ("mood", "problem"),
    [
        (HANGS, "SMTPServerDisconnected"),
        (HANGS_UP, "SMTPServerDisconnected"),
        ("451 try later", "data_451"),
        ("554 not now", "data_554"),
    ],
)
def test_each_failure_keeps_the_message_and_says_why(
    book: Book, server: MailServer, mood: str, problem: str
) -> None:
    message = queue(book.add())
    server.mood = mood
    assert send_due(at=AT) == {"failed": 1}
    message.refresh_from_db()
    assert (message.state, message.problem, message.attempts) == (QUEUED, problem, 1)
    server.mood = TAKES
    assert send_due(at=AT + timedelta(minutes=1)) == {"sent": 1}
    assert server.message_ids() == [message.message_id]


def test_no_server_named_means_waiting(book: Book, server: MailServer, settings: Settings) -> None:
    settings.SMTP_URL = ""
    message = queue(book.add())
    assert send_due(at=AT) == {"failed": 1}
    message.refresh_from_db()
    assert message.problem == "no_mail_server"
