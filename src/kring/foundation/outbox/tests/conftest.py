"""A text and recipients that only these tests know, and a mail server that can misbehave."""

from collections.abc import Iterator

import pytest
from pytest_django import Settings

from kring.foundation.outbox.recipients import RESOLVERS
from kring.foundation.outbox.tests.posting import Book
from kring.foundation.outbox.tests.smtp_server import MailServer
from kring.foundation.outbox.texts import TEXTS, Text


@pytest.fixture
def book(monkeypatch: pytest.MonkeyPatch) -> Book:
    made = Book()
    monkeypatch.setitem(RESOLVERS, "somebody", made.resolve)
    text = Text("test.news", "Bericht van Kring", "Er staat iets voor je klaar.")
    monkeypatch.setitem(TEXTS, "test.news", text)
    return made


@pytest.fixture
def server(settings: Settings) -> Iterator[MailServer]:
    running = MailServer()
    settings.SMTP_URL = running.url
    settings.SMTP_TIMEOUT = 0.5
    settings.MAIL_FROM = "bericht@kring.example"
    running.start()
    yield running
    running.stop()
