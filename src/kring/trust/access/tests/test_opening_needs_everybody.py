"""Opening something to a reader needs the yes of every person it is about."""

import pytest
from django.core.exceptions import ValidationError
from tests.cast import LONG_AGO, MONDAY, person

from kring.registry.people.models import Person
from kring.trust.access.models import ItemNamed
from kring.trust.access.opening import close_to, everybody_agrees, may_open, open_to
from kring.trust.access.tests.households import at_work, born, family_of, open_item, shares_with, tie
from kring.trust.consent.models import Consent

pytestmark = pytest.mark.django_db


def answer(about: Person, reader: Person, outcome: str, by: Person | None = None, *domains: str) -> None:
    Consent.objects.create(
        person=about,
        purpose="read_along",
        outcome=outcome,
        reader=reader,
        decided_by=by,
        domains=list(domains),
        starts_at=LONG_AGO,
    )


TABLE = [
    # what the mother, the girl of 14 and (for the boy of 6) mother and father said; may it open?
    ({}, False),
    ({"mother": "yes"}, False),
    ({"mother": "yes", "girl": "yes"}, False),
    ({"mother": "yes", "girl": "yes", "boy_mother": "yes"}, True),
    ({"mother": "yes", "girl": "yes", "boy_father": "yes"}, True),
    ({"mother": "yes", "girl": "yes", "boy_mother": "yes", "boy_father": "no"}, False),
    ({"mother": "yes", "girl": "not_now", "boy_mother": "yes"}, False),
    ({"mother": "no", "girl": "yes", "boy_mother": "yes"}, False),
]


@pytest.mark.parametrize(("said", "opens"), TABLE)
def test_of_an_item_about_three_everybody_agrees(said, opens) -> None:
    mother, father = person("An", "Bos", born(38)), person("Piet", "Bos", born(39))
    girl, boy = person("Mila", "Bos", born(14)), person("Jef", "Bos", born(6))
    family_of("Bos", parent=[mother], child=[girl, boy])
    tie(father, boy, "vader")
    support = person("Sam", "Mertens", born(30))
    about = {
        "mother": (mother, None),
        "girl": (girl, None),
        "boy_mother": (boy, mother),
        "boy_father": (boy, father),
    }
    for who, outcome in said.items():
        subject, by = about[who]
        answer(subject, support, outcome, by)
    item = open_item(mother, girl, boy)
    assert may_open(item, support, MONDAY) is opens
    if opens:
        open_to(item, support, MONDAY)
        assert ItemNamed.objects.filter(person=support).count() == 1
    else:
        with pytest.raises(ValidationError):
            open_to(item, support, MONDAY)
        assert not ItemNamed.objects.exists()


def test_a_yes_over_school_opens_no_more_than_school() -> None:
    girl, support = person("Mila", "Bos", born(14)), person("Sam", "Mertens", born(30))
    answer(girl, support, "yes", None, "school")
    assert may_open(open_item(girl, domain="school"), support, MONDAY)
    assert not may_open(open_item(girl, domain="health"), support, MONDAY)
    assert not may_open(open_item(girl), support, MONDAY)


def test_nobody_is_asked_about_themself() -> None:
    girl, mother = person("Mila", "Bos", born(14)), person("An", "Bos", born(38))
    family_of("Bos", parent=[mother], child=[girl])
    assert everybody_agrees([girl], girl, MONDAY)
    assert not everybody_agrees([girl, mother], girl, MONDAY)


def test_a_child_about_whom_nobody_decides_is_opened_to_nobody() -> None:
    boy, support = person("Jef", "Bos", born(6)), person("Sam", "Mertens", born(30))
    assert not everybody_agrees([boy], support, MONDAY)


def test_the_only_decider_needs_no_yes_of_their_own() -> None:
    boy, mother = person("Jef", "Bos", born(6)), person("An", "Bos", born(38))
    father = person("Piet", "Bos", born(39))
    family_of("Bos", parent=[mother], child=[boy])
    assert everybody_agrees([boy], mother, MONDAY)
    tie(father, boy, "vader")
    assert not everybody_agrees([boy], mother, MONDAY)
    assert not everybody_agrees([boy], father, MONDAY)


def test_to_a_worker_it_is_the_organisation_that_was_agreed_to() -> None:
    girl = person("Mila", "Bos", born(14))
    helper, reader = at_work("Kim Wens", "caw")
    assert not may_open(open_item(girl), helper, MONDAY)
    shares_with(girl, reader)
    assert may_open(open_item(girl), helper, MONDAY)
    assert may_open(open_item(girl), helper.roles.get().organisation, MONDAY)


def test_closing_takes_back_what_was_handed_over_about_the_person() -> None:
    girl, boy = person("Mila", "Bos", born(14)), person("Jef", "Bos", born(15))
    support = person("Sam", "Mertens", born(30))
    for one in (girl, boy):
        answer(one, support, "yes")
        open_to(open_item(one), support, MONDAY)
    open_to(open_item(girl, boy), support, MONDAY)
    assert close_to(girl, support) == 2
    assert [named.item.subjects.get().person for named in ItemNamed.objects.order_by("pk")] == [boy]


def test_within_the_organisation_that_wrote_it_the_author_says_who_needs_it() -> None:
    girl, support = person("Mila", "Bos", born(14)), person("Sam", "Mertens", born(30))
    helper, _reader = at_work("Kim Wens", "caw")
    elsewhere, _other = at_work("Noa Pels", "cig")
    item = open_item(girl)
    item.owner = helper.roles.get().organisation
    item.save(update_fields=["owner"])
    found = [may_open(item, receiver, MONDAY) for receiver in (helper, elsewhere, support)]
    assert found == [True, False, False]
