"""A second parent has no access until the first, asked alone, called it safe; a later no ends it."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from tests.cast import MONDAY, acting, person

from kring.foundation.journal.models import JournalEntry, JournalSubject
from kring.trust.access.queries import may_have_access
from kring.trust.access.safety import answer_safety, may_ask_safety, second_parents
from kring.trust.access.tests.households import at_work, born, family_of, takes_part, tie

pytestmark = pytest.mark.django_db
LATER = MONDAY + timedelta(days=1)


@pytest.fixture
def home():
    mother, father = person("An", "Bos", born(38)), person("Piet", "Bos", born(39))
    boy = person("Jef", "Bos", born(6))
    family = family_of("Bos", parent=[mother], child=[boy])
    tie(father, boy, "vader")
    return family, mother, father, boy


def say(boy, father, worker, *, safe, alone=True, at=MONDAY):
    return answer_safety(
        child=boy,
        parent=father,
        safe=safe,
        asked_alone=alone,
        worker=worker,
        by=acting(worker),
        at=at,
    )


def test_the_default_is_no_and_a_later_no_ends_it(home) -> None:
    _family, mother, father, boy = home
    helper, _reader = at_work("Kim Wens", "caw")
    assert second_parents(boy, MONDAY) == [father]
    assert may_have_access(mother, MONDAY)
    assert not may_have_access(father, MONDAY)
    say(boy, father, helper, safe=True)
    assert may_have_access(father, MONDAY)
    say(boy, father, helper, safe=False, at=LATER)
    assert not may_have_access(father, LATER)


def test_a_yes_that_was_not_asked_alone_is_no_yes(home) -> None:
    _family, _mother, father, boy = home
    helper, _reader = at_work("Kim Wens", "caw")
    with pytest.raises(ValidationError):
        say(boy, father, helper, safe=True, alone=False)
    say(boy, father, helper, safe=False, alone=False)
    assert not may_have_access(father, MONDAY)


def test_it_is_asked_about_a_second_parent_only(home) -> None:
    _family, mother, _father, boy = home
    helper, _reader = at_work("Kim Wens", "caw")
    for somebody in (mother, person("Sam", "Mertens", born(30))):
        with pytest.raises(ValidationError):
            say(boy, somebody, helper, safe=True)


@pytest.mark.parametrize(
    ("role", "there_is_an_anchor", "may"),
    [
        ("anchor", True, True),
        ("holder", False, True),
        ("holder", True, False),
        ("team", False, False),
        (None, False, False),
    ],
)
def test_the_anchor_asks_and_without_one_who_holds_the_question(
    home, role, there_is_an_anchor, may
) -> None:
    family, _mother, _father, boy = home
    helper, reader = at_work("Kim Wens", "caw")
    if there_is_an_anchor and role != "anchor":
        takes_part(at_work("Noa Pels", "cig")[0], family, "anchor")
    if role:
        takes_part(helper, family, role)
    assert may_ask_safety(reader, boy, MONDAY) is may


def test_the_entry_is_in_the_part_of_the_first_parent_only(home) -> None:
    _family, mother, father, boy = home
    helper, _reader = at_work("Kim Wens", "caw")
    say(boy, father, helper, safe=False)
    entry = JournalEntry.objects.get(verb="safety.asked")
    subjects = set(JournalSubject.objects.filter(entry=entry).values_list("subject_key", flat=True))
    assert subjects == {mother.key}
