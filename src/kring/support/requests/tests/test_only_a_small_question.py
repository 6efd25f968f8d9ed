""" "Alleen een vraagje" is counted for the desk of that day and keeps no person."""

from datetime import timedelta

import pytest
from tests.cast import MONDAY, acting, kempen

from kring.foundation.journal.models import JournalEntry, JournalSubject
from kring.registry.people.models import Person
from kring.support.requests.actions import record_light_contact
from kring.support.requests.models import Request
from kring.support.requests.queries import light_contacts_on

pytestmark = pytest.mark.django_db


def test_it_is_counted_today_and_tomorrow_starts_at_none() -> None:
    network = kempen()
    by = acting(network.nele)
    for minutes in (0, 5):
        record_light_contact(desk=network.counter, by=by, at=MONDAY + timedelta(minutes=minutes))
    assert light_contacts_on(network.counter, MONDAY + timedelta(hours=1)) == 2
    assert light_contacts_on(network.counter, MONDAY + timedelta(days=1)) == 0
    assert light_contacts_on(network.team, MONDAY + timedelta(hours=1)) == 0


def test_no_person_and_no_question_and_the_journal_names_the_desk() -> None:
    network = kempen()
    record_light_contact(desk=network.counter, by=acting(network.nele), at=MONDAY)
    assert not Person.objects.exists()
    assert not Request.objects.exists()
    entry = JournalEntry.objects.get(verb="light_contact.counted")
    about = JournalSubject.objects.get(entry=entry)
    assert (about.kind, about.subject_key) == ("desk", network.counter.key)
