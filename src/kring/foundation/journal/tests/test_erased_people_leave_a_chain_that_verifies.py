"""A person can be erased from the journal; the chain still verifies and others keep their own."""

from pathlib import Path
from uuid import UUID

import pytest
from pytest_django import Settings

from kring.foundation.journal import verifying
from kring.foundation.journal.erasing import erase_payloads, erase_subject
from kring.foundation.journal.models import (
    JournalEntry,
    JournalPayload,
    JournalSubject,
    JournalVeil,
)
from kring.foundation.journal.recording import record_read
from kring.foundation.journal.tests.writing import FATMA, START, did

pytestmark = pytest.mark.django_db
JEF = UUID(int=21)
ELS = UUID(int=22)


@pytest.fixture(autouse=True)
def _anchors(settings: Settings, tmp_path: Path) -> None:
    settings.ANCHOR_DIR = tmp_path


def _look_at(*persons: UUID) -> JournalEntry:
    about = [("person", person) for person in persons]
    record_read(by=FATMA, at=START, page="list", about=about, because="involved")
    return JournalEntry.objects.latest("pk")


def test_a_page_that_showed_others_loses_only_the_erased_one() -> None:
    page = _look_at(JEF, ELS)
    assert erase_subject(by=FATMA, at=START, key=JEF) == 1
    assert [row.subject_key for row in page.subjects.order_by("pk")] == [ELS]
    assert JournalPayload.objects.filter(entry=page).exists()
    assert verifying.faults() == []


def test_a_deed_about_the_erased_one_loses_its_words() -> None:
    did(by=FATMA, at=START, about=JEF, reason="moved")
    deed = JournalEntry.objects.get()
    erase_subject(by=FATMA, at=START, key=JEF)
    assert not JournalPayload.objects.filter(entry=deed).exists()
    assert not JournalSubject.objects.filter(subject_key=JEF).exists()
    assert verifying.faults() == []


def test_two_people_are_erased_one_after_the_other() -> None:
    _look_at(JEF, ELS)
    erase_subject(by=FATMA, at=START, key=JEF)
    erase_subject(by=FATMA, at=START, key=ELS)
    assert not JournalSubject.objects.exists()
    assert JournalPayload.objects.exclude(entry__verb="journal.erased").count() == 0
    assert verifying.faults() == []


def test_the_erasure_is_journalled_with_its_places_and_cannot_be_erased() -> None:
    page = _look_at(JEF)
    erase_payloads(by=FATMA, at=START, entries=[page.pk])
    erasure = JournalEntry.objects.get(verb="journal.erased")
    body = JournalPayload.objects.get(entry=erasure).body
    assert body["details"] == {"places": [[page.chain, page.sequence]]}
    assert erase_payloads(by=FATMA, at=START, entries=[erasure.pk, page.pk]) == 0
    assert JournalEntry.objects.count() == 2
    assert verifying.faults() == []


def test_a_veil_of_one_who_was_not_erased_is_found() -> None:
    page = _look_at(JEF, ELS)
    JournalVeil.objects.create(entry=page, leaf="0" * 64)
    JournalSubject.objects.filter(subject_key=JEF).delete()
    fault = verifying.first_fault()
    assert fault is not None
    assert (fault.chain, fault.sequence) == (page.chain, page.sequence)
