"""A page with personal data leaves one entry with its subjects, or does not leave."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import DatabaseError, connection
from django.test import Client

from kring.foundation.journal import middleware
from kring.foundation.journal.ledger import ReadTooLate, saw
from kring.foundation.journal.models import JournalEntry, JournalPayload, JournalSubject
from kring.foundation.journal.tests.pages import CHILD, MOTHER, WORKER

pytestmark = [pytest.mark.urls("kring.foundation.journal.tests.pages"), pytest.mark.django_db]


def test_one_entry_a_page_names_reader_reason_and_every_subject(client: Client) -> None:
    response = client.get("/family")
    entry = JournalEntry.objects.get()
    assert response.content == b"Jef en Els"
    assert (entry.verb, entry.actor_kind, entry.actor_key) == ("read", "worker", WORKER.key)
    assert set(entry.subjects.values_list("kind", "subject_key")) == {
        ("person", CHILD),
        ("person", MOTHER),
    }
    assert entry.subjects.count() == 2
    assert JournalPayload.objects.get().body == {
        "by": "Fatma Yilmaz",
        "for": "",
        "because": "involved",
        "details": {"page": "family"},
    }


def test_a_personal_page_is_not_kept_by_the_browser(client: Client) -> None:
    assert "no-store" in client.get("/family")["Cache-Control"]
    assert "Cache-Control" not in client.get("/nobody")


def test_the_reason_of_the_page_goes_before_the_reason_of_the_reader(client: Client) -> None:
    client.get("/reasoned")
    assert JournalPayload.objects.get().body["because"] == "break_glass"


def test_what_is_read_while_rendering_counts(client: Client) -> None:
    assert client.get("/lazily").content == b"Els"
    assert JournalSubject.objects.get().subject_key == MOTHER
    assert JournalEntry.objects.get().actor_kind == "visitor"


def test_head_not_modified_and_error_pages_count(client: Client) -> None:
    client.head("/family")
    assert client.get("/cached", headers={"if-none-match": '"same"'}).status_code == 304
    assert client.get("/refused").status_code == 404
    assert JournalEntry.objects.filter(verb="read").count() == 3


def test_a_page_without_persons_and_a_bare_redirect_leave_no_entry(client: Client) -> None:
    client.get("/nobody")
    client.get("/onward")
    assert not JournalEntry.objects.exists()


def test_nothing_leaves_when_the_entry_cannot_be_written(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(**_: object) -> None:
        raise DatabaseError("disk full")

    monkeypatch.setattr(middleware, "record_reads", fails)
    response = client.get("/family")
    assert response.status_code == 503
    assert b"Jef" not in response.content
    assert response["Cache-Control"] == "no-store"


def test_a_stream_may_not_speak_of_persons(client: Client) -> None:
    assert client.get("/stream").status_code == 503
    late = client.get("/late_stream")
    with pytest.raises(ReadTooLate):
        b"".join(late.streaming_content)  # type: ignore[attr-defined]


def test_a_read_outside_a_page_is_not_gathered() -> None:
    saw("person", CHILD)
    assert not JournalEntry.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_forty_readers_at_once_leave_forty_entries() -> None:
    def look(_: int) -> int:
        try:
            return Client().get("/family").status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as readers:
        assert set(readers.map(look, range(40))) == {200}
    assert JournalEntry.objects.count() == 40
    assert JournalSubject.objects.count() == 80
