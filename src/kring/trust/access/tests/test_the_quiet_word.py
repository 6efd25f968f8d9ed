""" "I felt forced" reaches the anchor person, and nobody else in any list, count or entry."""

from datetime import timedelta
from uuid import uuid4

import pytest
from tests.cast import MONDAY, acting, person

from kring.foundation.journal.models import JournalEntry, JournalSubject
from kring.trust.access.models import BrokenGlass
from kring.trust.access.quiet import quiet_word_for, quiet_words_for
from kring.trust.access.readers import NOBODY, Reader
from kring.trust.access.tests.households import at_work, born, family_of, takes_part
from kring.trust.consent.actions import felt_forced, heard, record_consent
from kring.trust.consent.models import FeltForced

pytestmark = pytest.mark.django_db
LATER = MONDAY + timedelta(days=1)


@pytest.fixture
def said():
    girl, mother = person("Mila", "Bos", born(14)), person("An", "Bos", born(38))
    home = family_of("Bos", parent=[mother], child=[girl])
    asker, asking = at_work("Kim Wens", "caw")
    takes_part(asker, home, "holder")
    consent = record_consent(
        person=girl,
        purpose="share",
        outcome="yes",
        organisation=asker.roles.get().organisation,
        by=acting(asker),
        at=MONDAY,
    )
    quiet = felt_forced(consent=consent, by=acting(asker), at=MONDAY)
    return home, girl, mother, asking, quiet


@pytest.mark.parametrize("role", ["anchor", "holder", "team"])
def test_of_those_who_take_part_only_the_anchor_reads_it(said, role) -> None:
    home, _girl, *_rest, quiet = said
    helper, reader = at_work("Noa Pels", "cig")
    takes_part(helper, home, role)
    expected = [quiet] if role == "anchor" else []
    assert quiet_words_for(reader, home, LATER) == expected
    assert (quiet_word_for(reader, quiet.key, home, LATER) == quiet) is bool(expected)


def test_neither_do_the_family_who_asked_the_glass_nor_a_former_anchor(said) -> None:
    home, girl, mother, asking, _quiet = said
    former, was_anchor = at_work("Noa Pels", "cig")
    takes_part(former, home, "anchor")
    former.involvements.update(ends_at=MONDAY)
    glass, broke = at_work("Wout Lens", "cgg")
    BrokenGlass.objects.create(
        worker=glass,
        family=home,
        reason="Iemand is in gevaar.",
        starts_at=MONDAY,
        ends_at=LATER + timedelta(hours=1),
        review_by=LATER,
    )
    readers = (asking, was_anchor, broke, NOBODY, Reader(person=mother), Reader(person=girl))
    for reader in readers:
        assert quiet_words_for(reader, home, LATER) == []


def test_the_anchor_of_the_person_alone_reads_only_theirs(said) -> None:
    home, girl, mother, *_rest, quiet = said
    hers, reader = at_work("Noa Pels", "cig")
    takes_part(hers, girl, "anchor")
    other, of_mother = at_work("Wout Lens", "cgg")
    takes_part(other, mother, "anchor")
    assert quiet_words_for(reader, home, LATER) == [quiet]
    assert quiet_words_for(of_mother, home, LATER) == []


def test_the_journal_names_no_person_with_it(said) -> None:
    _home, _girl, *_rest, quiet = said
    entry = JournalEntry.objects.get(verb="consent.quiet_word")
    subjects = set(JournalSubject.objects.filter(entry=entry).values_list("subject_key", flat=True))
    assert subjects == {quiet.key}


def test_said_twice_is_said_once_and_heard_is_heard(said) -> None:
    home, _girl, *_rest, quiet = said
    helper, reader = at_work("Noa Pels", "cig")
    takes_part(helper, home, "anchor")
    felt_forced(consent=quiet.consent, by=acting(helper), at=LATER)
    assert FeltForced.objects.count() == 1
    for _twice in range(2):
        heard(said=quiet, worker=helper, by=acting(helper), at=LATER)
    assert quiet_words_for(reader, home, LATER) == []
    assert JournalEntry.objects.filter(verb="consent.quiet_word_heard").count() == 1
    assert quiet_word_for(reader, uuid4(), home, LATER) is None
