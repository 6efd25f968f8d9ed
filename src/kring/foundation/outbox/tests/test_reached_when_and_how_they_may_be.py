"""Right, address, channel and hours count as they are at the moment of sending."""

import json
from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.conf import settings

from kring.foundation.journal.actor import SYSTEM
from kring.foundation.outbox.actions import switch_off, switch_on
from kring.foundation.outbox.delivery import send_due
from kring.foundation.outbox.models import Message
from kring.foundation.outbox.recipients import Address, Channel, Recipient
from kring.foundation.outbox.states import DROPPED, QUEUED, SENT
from kring.foundation.outbox.tests.posting import AT, Book, queue
from kring.foundation.outbox.tests.smtp_server import MailServer

pytestmark = pytest.mark.django_db


def test_who_lost_the_right_gets_nothing(book: Book, server: MailServer) -> None:
    to = book.add()
    message = queue(to)
    del book.addresses[to.key]
    assert send_due(at=AT) == {"dropped": 1}
    message.refresh_from_db()
    assert (message.state, message.problem) == (DROPPED, "no_recipient")
    assert server.taken == []


def test_the_address_of_the_moment_counts(book: Book, server: MailServer) -> None:
    to = book.add()
    queue(to)
    book.addresses[to.key] = Address(Channel.MAIL, "new@example.org")
    send_due(at=AT)
    assert server.recipients == ["new@example.org"]


def test_a_kind_nobody_resolves_yet_waits(book: Book) -> None:
    message = queue(Recipient("stranger", book.add().key))
    assert send_due(at=AT) == {"failed": 1}
    message.refresh_from_db()
    assert (message.state, message.problem) == (QUEUED, "NoResolver")


def test_a_fault_with_one_does_not_stop_the_others(book: Book, server: MailServer) -> None:
    queue(Recipient("stranger", book.add().key))
    queue(book.add())
    assert send_due(at=AT) == {"failed": 1, "sent": 1}


def test_outside_the_hours_it_waits_for_them(book: Book, server: MailServer) -> None:
    message = queue(book.add(Address(Channel.MAIL, "a@example.org", hours="wo 14-16")))
    assert send_due(at=AT) == {"waits": 1}
    message.refresh_from_db()
    assert message.next_try_at == datetime(2026, 11, 25, 13, tzinfo=UTC)
    assert message.attempts == 0
    assert send_due(at=message.next_try_at) == {"sent": 1}


def test_mail_with_hours_nobody_can_read_goes_out_in_office_hours(
    book: Book, server: MailServer
) -> None:
    message = queue(book.add(Address(Channel.MAIL, "a@example.org", hours="als hij weg is")))
    late = datetime(2026, 11, 27, 19, tzinfo=UTC)
    assert send_due(at=late) == {"waits": 1}
    message.refresh_from_db()
    assert message.next_try_at == datetime(2026, 11, 30, 8, tzinfo=UTC)


def test_a_text_message_leaves_through_the_gateway(book: Book) -> None:
    message = queue(book.add(Address(Channel.SMS, "+32470000000")))
    assert send_due(at=AT) == {"sent": 1}
    message.refresh_from_db()
    assert message.channel == Channel.SMS
    name = message.message_id.strip("<>").partition("@")[0]
    told = json.loads((settings.SMS_DIR / f"{name}.json").read_text())
    assert told["to"] == "+32470000000"
    assert told["words"].startswith("Er staat iets voor je klaar. http")


@pytest.mark.parametrize("scope", [{"text": "test.news"}, {"channel": "mail"}, {}])
def test_what_is_switched_off_is_dropped(book: Book, server: MailServer, scope: dict[str, Any]) -> None:
    switch_off(by=SYSTEM, at=AT, **scope)
    queue(book.add())
    assert send_due(at=AT) == {"dropped": 1}
    switch_on(by=SYSTEM, at=AT, **scope)
    message = queue(book.add())
    assert send_due(at=AT) == {"sent": 1}
    message.refresh_from_db()
    assert message.state == SENT


def test_one_recipient_wants_no_messages(book: Book, server: MailServer) -> None:
    quiet = book.add()
    switch_off(by=SYSTEM, at=AT, to=quiet)
    switch_off(by=SYSTEM, at=AT, to=quiet)
    queue(quiet)
    queue(book.add())
    assert send_due(at=AT) == {"dropped": 1, "sent": 1}


def test_a_letter_that_stays_refused_waits_for_a_person(book: Book, server: MailServer) -> None:
    message = queue(book.add())
    server.mood, server.at_recipient = "550 no such mailbox", True
    moment = AT
    outcomes: list[Counter[str]] = []
    while not outcomes or outcomes[-1] == {"failed": 1}:
        outcomes.append(send_due(at=moment))
        moment += timedelta(hours=2)
    message.refresh_from_db()
    assert outcomes[-1] == {"undeliverable": 1}
    assert message.problem == "recipient_550"
    assert timedelta(days=3) <= message.ended_at - AT <= timedelta(days=4)  # type: ignore[operator]


def test_an_outage_of_weeks_gives_nothing_up(book: Book, server: MailServer) -> None:
    message = queue(book.add())
    server.stop()
    for day in range(30):
        send_due(at=AT + timedelta(days=day))
    message.refresh_from_db()
    assert message.state == QUEUED
    server.start()
    assert send_due(at=AT + timedelta(days=30)) == {"sent": 1}


def test_waiting_doubles_up_to_an_hour(book: Book, server: MailServer) -> None:
    message = queue(book.add())
    server.mood = "451 later"
    waits, moment = [], AT
    for _ in range(8):
        send_due(at=moment)
        message.refresh_from_db()
        waits.append((message.next_try_at - moment).total_seconds() / 60)
        moment = message.next_try_at
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60]
    assert Message.objects.get().attempts == 8
