"""Who did not see the answer sends again with the same Message-ID; two workers send once."""

import threading
from datetime import timedelta

import pytest
from django.db import connection

from kring.foundation.outbox import actions, delivery
from kring.foundation.outbox.delivery import CLAIM, send_due
from kring.foundation.outbox.models import Message
from kring.foundation.outbox.states import QUEUED, SENT
from kring.foundation.outbox.tests.posting import AT, Book, queue
from kring.foundation.outbox.tests.smtp_server import TAKES, TAKES_AND_HANGS_UP, MailServer


class PowerCut(BaseException):
    """The process ends here."""


@pytest.mark.django_db
def test_the_answer_was_not_seen(book: Book, server: MailServer) -> None:
    message = queue(book.add())
    server.mood = TAKES_AND_HANGS_UP
    send_due(at=AT)
    server.mood = TAKES
    send_due(at=AT + timedelta(minutes=5))
    assert server.message_ids() == [message.message_id, message.message_id]


@pytest.mark.django_db
def test_a_worker_dies_between_the_yes_and_the_mark(
    book: Book, server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    message = queue(book.add())

    def cut(**_: object) -> None:
        raise PowerCut

    with monkeypatch.context() as broken:
        broken.setattr(actions, "end", cut)
        with pytest.raises(PowerCut):
            send_due(at=AT)
    message.refresh_from_db()
    assert message.state == QUEUED
    assert send_due(at=AT + CLAIM / 2) == {}, "its claim still runs"
    assert send_due(at=AT + CLAIM) == {"sent": 1}
    assert server.message_ids() == [message.message_id, message.message_id]


@pytest.mark.django_db
def test_of_two_who_saw_the_same_message_due_one_takes_it(book: Book) -> None:
    message = queue(book.add())
    seen = (message.pk, message.next_try_at, message.state)
    assert delivery._claim(*seen, AT) is not None
    assert delivery._claim(*seen, AT) is None


@pytest.mark.django_db(transaction=True)
def test_four_workers_at_once_send_each_message_once(book: Book, server: MailServer) -> None:
    for _ in range(24):
        queue(book.add())

    def work() -> None:
        try:
            send_due(at=AT)
        finally:
            connection.close()

    workers = [threading.Thread(target=work) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(timeout=60)
    assert Message.objects.filter(state=SENT).count() == 24
    assert len(server.message_ids()) == len(set(server.message_ids())) == 24
