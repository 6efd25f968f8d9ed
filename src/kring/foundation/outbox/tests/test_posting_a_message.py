"""A message is queued once, in the deed of who posts it, and names neither words nor address."""

from datetime import timedelta

import pytest

from kring.foundation.journal.actor import SYSTEM
from kring.foundation.journal.models import JournalEntry, JournalSubject
from kring.foundation.journal.recording import deed
from kring.foundation.outbox.actions import post
from kring.foundation.outbox.models import Message
from kring.foundation.outbox.queries import due
from kring.foundation.outbox.rules import may_post
from kring.foundation.outbox.tests.posting import AT, Book, queue
from kring.foundation.outbox.texts import NoSuchText

pytestmark = pytest.mark.django_db


def test_it_is_journalled_about_its_recipient(book: Book) -> None:
    to = book.add()
    queue(to)
    entry = JournalEntry.objects.get(verb="message.queued")
    assert JournalSubject.objects.get(entry=entry).subject_key == to.key


def test_the_same_message_is_queued_once(book: Book) -> None:
    to = book.add()
    assert queue(to, once="request-1.taken") == queue(to, once="request-1.taken")
    assert Message.objects.count() == 1
    assert JournalEntry.objects.filter(verb="message.queued").count() == 1


def test_it_goes_with_the_deed_that_failed(book: Book) -> None:
    def deed_that_fails() -> None:
        with deed():
            queue(book.add())
            raise ArithmeticError

    with pytest.raises(ArithmeticError):
        deed_that_fails()
    assert not Message.objects.exists()


def test_it_waits_until_it_may_go(book: Book) -> None:
    tomorrow = AT + timedelta(days=1)
    queue(book.add(), not_before=tomorrow)
    assert not due(AT).exists()
    assert due(tomorrow).count() == 1


def test_the_link_is_not_readable_in_the_database(book: Book) -> None:
    kept = queue(book.add())
    row = Message.objects.filter(pk=kept.pk).values().get()
    assert not any("geheime-code" in str(value) for value in row.values())


def test_each_message_has_a_message_id_of_its_own(book: Book) -> None:
    ids = {queue(book.add()).message_id for _ in range(50)}
    assert len(ids) == 50


@pytest.mark.parametrize("link", ["https://elsewhere.example/", "//elsewhere.example/", "page", ""])
def test_a_link_that_leads_elsewhere_is_refused(book: Book, link: str) -> None:
    assert not may_post(text="test.news", link=link)
    with pytest.raises(ValueError, match="path of this site"):
        post(by=SYSTEM, at=AT, to=book.add(), text="test.news", link=link, once="x")


def test_an_unknown_text_is_refused(book: Book) -> None:
    with pytest.raises(NoSuchText):
        post(by=SYSTEM, at=AT, to=book.add(), text="test.none", link="/x/", once="x")
