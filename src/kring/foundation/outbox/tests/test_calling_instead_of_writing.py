"""Who is reached by telephone becomes a task with hours and what to say to somebody else."""

from datetime import timedelta

import pytest

from kring.foundation.journal.actor import SYSTEM
from kring.foundation.journal.models import JournalEntry
from kring.foundation.outbox.actions import call_done
from kring.foundation.outbox.delivery import send_due
from kring.foundation.outbox.models import Message
from kring.foundation.outbox.queries import call_tasks
from kring.foundation.outbox.recipients import Address, Channel, Recipient
from kring.foundation.outbox.states import CALLED, DROPPED, TO_CALL
from kring.foundation.outbox.tests.posting import AT, Book, queue
from kring.foundation.outbox.tests.smtp_server import MailServer
from kring.foundation.workflow.transitions import CannotMove

pytestmark = pytest.mark.django_db
PHONE = Address(Channel.CALL, "014 00 00 00", hours="ma-vr 9-12", say_to_others="Ik bel over het boek.")


@pytest.fixture
def somebody(book: Book) -> Recipient:
    to = book.add(PHONE)
    queue(to)
    send_due(at=AT)
    return to


def test_the_task_says_when_and_what(somebody: Recipient) -> None:
    [task] = call_tasks(AT)
    assert task.recipient == somebody
    assert task.address == PHONE
    assert str(task.about) == "Er staat iets voor je klaar."


def test_only_the_tasks_for_these_recipients(book: Book, somebody: Recipient) -> None:
    assert call_tasks(AT, keys={somebody.key})
    assert call_tasks(AT, keys={book.add().key}) == []


def test_a_text_message_in_hours_only_people_read_is_a_call(book: Book) -> None:
    queue(book.add(Address(Channel.SMS, "+32470000000", hours="als hij weg is")))
    send_due(at=AT)
    [task] = call_tasks(AT)
    assert task.address.hours == "als hij weg is"


def test_reached_ends_it_once(somebody: Recipient) -> None:
    message = Message.objects.get()
    call_done(by=SYSTEM, at=AT, message=message, reached=True)
    assert message.state == CALLED
    assert call_tasks(AT) == []
    with pytest.raises(CannotMove):
        call_done(by=SYSTEM, at=AT, message=Message.objects.get(), reached=True)


def test_not_reached_leaves_it(somebody: Recipient) -> None:
    message = Message.objects.get()
    call_done(by=SYSTEM, at=AT, message=message, reached=False)
    assert len(call_tasks(AT)) == 1
    assert JournalEntry.objects.filter(verb="message.not_reached").count() == 1


def test_who_lost_the_right_leaves_the_list(book: Book, somebody: Recipient) -> None:
    del book.addresses[somebody.key]
    assert call_tasks(AT) == []
    assert send_due(at=AT + timedelta(hours=1)) == {"dropped": 1}
    assert Message.objects.get().state == DROPPED


def test_who_has_a_mail_address_now_is_written_to(
    book: Book, somebody: Recipient, server: MailServer
) -> None:
    book.addresses[somebody.key] = Address(Channel.MAIL, "now@example.org")
    later = AT + timedelta(hours=1)
    assert send_due(at=later) == {"queued_again": 1}
    assert send_due(at=later) == {"sent": 1}
    assert server.recipients == ["now@example.org"]


def test_the_task_stays_while_nobody_called(somebody: Recipient) -> None:
    assert send_due(at=AT + timedelta(days=2)) == {"waits": 1}
    assert Message.objects.get().state == TO_CALL
