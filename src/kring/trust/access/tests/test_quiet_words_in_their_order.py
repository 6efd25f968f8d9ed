"""The quiet words an anchor reads: of the members of this family, the first said first."""

from datetime import timedelta

import pytest
from tests.cast import MONDAY, acting, person

from kring.registry.people.models import Person
from kring.trust.access.quiet import quiet_word_for, quiet_words_for
from kring.trust.access.tests.households import at_work, born, family_of, takes_part
from kring.trust.consent.actions import felt_forced, heard, record_consent
from kring.trust.consent.models import FeltForced

pytestmark = pytest.mark.django_db


def said(who: Person, minutes: int) -> FeltForced:
    helper, _reader = at_work("Kim Wens", "caw")
    at = MONDAY + timedelta(minutes=minutes)
    caw = helper.roles.get().organisation
    consent = record_consent(
        person=who, purpose="share", outcome="yes", organisation=caw, by=acting(helper), at=at
    )
    return felt_forced(consent=consent, by=acting(helper), at=at)


def test_of_the_members_of_this_family_alone() -> None:
    girl, boy, other = (person(name, "Bos", born(14)) for name in ("Mila", "Jef", "Noa"))
    home, claes = family_of("Bos", child=[girl, boy]), family_of("Claes", child=[other])
    anchor, reader = at_work("Noa Pels", "cig")
    for family in (home, claes):
        takes_part(anchor, family, "anchor")
    last, first, second, elsewhere = said(girl, 9), said(boy, 1), said(girl, 1), said(other, 5)
    assert quiet_words_for(reader, home, MONDAY) == [first, second, last]
    assert quiet_words_for(reader, claes, MONDAY) == [elsewhere]
    assert quiet_word_for(reader, second.key, home, MONDAY) == second
    assert quiet_word_for(reader, elsewhere.key, home, MONDAY) is None
    heard(said=first, worker=anchor, by=acting(anchor), at=MONDAY)
    assert quiet_words_for(reader, home, MONDAY) == [second, last]


def test_an_anchor_of_one_child_reads_of_that_child_in_whatever_family() -> None:
    girl, boy = person("Mila", "Bos", born(14)), person("Jef", "Bos", born(14))
    home = family_of("Bos", child=[girl, boy])
    anchor, reader = at_work("Noa Pels", "cig")
    takes_part(anchor, girl, "anchor")
    takes_part(anchor, boy, "holder")
    hers, _his = said(girl, 1), said(boy, 2)
    assert quiet_words_for(reader, home, MONDAY) == [hers]
    assert quiet_words_for(at_work("Wim Pels", "cgg")[1], home, MONDAY) == []
    anchor.involvements.update(ends_at=MONDAY)
    assert quiet_words_for(reader, home, MONDAY) == []
