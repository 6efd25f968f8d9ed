"""What leaves the house holds a neutral subject, one sentence and a link, and nothing else."""

import re
from contextlib import suppress
from dataclasses import replace

import pytest
from django.conf import settings
from django.utils import translation

from kring.foundation.outbox.delivery import send_due
from kring.foundation.outbox.models import Message
from kring.foundation.outbox.recipients import Address, Channel
from kring.foundation.outbox.tests.posting import AT, Book, queue
from kring.foundation.outbox.tests.smtp_server import MailServer
from kring.foundation.outbox.texts import TEXTS

LANGUAGES = [code for code, _ in settings.LANGUAGES]
TELLING = re.compile(
    r"jeugd|gezin|kind|ouder|hulp|crisis|mishandel|geweld|vertrouwenscentrum|1g1p|één gezin"
    r"|jeunesse|famille|enfant|parent|aide|violence|youth|family|child|abuse",
    re.IGNORECASE,
)
ONE_SENTENCE = re.compile(r"[^.!?{}%<>\n]{10,160}[.!?]")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_neutral_and_has_no_gap_to_fill(language: str) -> None:
    assert TEXTS, "no room registered a text"
    with translation.override(language):
        for text in TEXTS.values():
            subject, body = str(text.subject), str(text.body)
            assert 5 <= len(subject) <= 60, text.name
            assert not re.search(r"[{}%<>\n]", subject), text.name
            assert ONE_SENTENCE.fullmatch(body), text.name
            assert not TELLING.search(f"{subject} {body}"), text.name


@pytest.mark.django_db
def test_the_mail_holds_no_name_and_no_content(book: Book, server: MailServer) -> None:
    queue(book.add(Address(Channel.MAIL, "lies@example.org", say_to_others="Lies, van de bank")))
    send_due(at=AT)
    mail = server.taken[0]
    assert dict(mail.items()).keys() <= {
        "From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "MIME-Version",
        "Content-Type", "Content-Transfer-Encoding", "X-Peer", "X-MailFrom", "X-RcptTo",
    }  # fmt: skip
    assert (mail["From"], mail["To"]) == ("bericht@kring.example", "lies@example.org")
    assert mail["Subject"] == "Bericht van Kring"
    assert str(mail.get_payload()).split() == [
        *"Er staat iets voor je klaar.".split(),
        "http://127.0.0.1:8000/klaar/geheime-code/",
    ]


@pytest.mark.django_db
def test_it_goes_out_in_the_language_of_who_reads_it(
    book: Book, server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoken: list[str | None] = []
    monkeypatch.setattr("kring.foundation.outbox.delivery.text_named", _noting(spoken))
    for language in ["fr", "en", "pl"]:
        queue(book.add(Address(Channel.MAIL, f"{language}@example.org", language=language)))
    send_due(at=AT)
    assert spoken == ["fr", "en", "nl"]


@pytest.mark.django_db
def test_an_address_that_is_two_lines_adds_no_header(book: Book, server: MailServer) -> None:
    queue(book.add(Address(Channel.MAIL, "a@example.org\nBcc: b@example.org")))
    with suppress(ValueError):
        send_due(at=AT)
    assert server.taken == []
    assert Message.objects.get().problem == "bad_address"


@pytest.mark.django_db
def test_a_mail_that_was_asked_for_says_how_it_ends(
    book: Book, server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = replace(TEXTS["test.news"], way_out=lambda path: f"{path}uit/")
    monkeypatch.setitem(TEXTS, "test.news", text)
    queue(book.add())
    send_due(at=AT)
    mail, out = server.taken[0], "http://127.0.0.1:8000/klaar/geheime-code/uit/"
    assert mail["List-Unsubscribe"] == f"<{out}>"
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert str(mail.get_payload()).splitlines()[-2:] == [
        "Wil je hier geen mail meer over? Dat zeg je zo:",
        out,
    ]


@pytest.mark.django_db
def test_the_link_is_forgotten_when_it_went(book: Book, server: MailServer) -> None:
    queue(book.add())
    send_due(at=AT)
    assert Message.objects.get().sealed_link == ""


def _noting(spoken: list[str | None]) -> object:
    class Noting:
        def __init__(self, _name: str) -> None:
            """Every text is the same here."""

        @property
        def subject(self) -> str:
            spoken.append(translation.get_language())
            return "Bericht"

        body = "Er staat iets klaar."
        encloses = way_out = None

    return Noting
