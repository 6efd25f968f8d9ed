"""Whose own part opens: everybody's, but of a second parent only when each child's safety is a yes."""

from datetime import timedelta

import pytest
from tests.cast import LONG_AGO, MONDAY, kempen, person

from kring.foundation.accounts.models import Account
from kring.trust.access.models import PersonAccess
from kring.trust.access.queries import may_have_access, reader_for
from kring.trust.access.readers import NOBODY
from kring.trust.access.tests.households import born, called_safe, family_of, tie

pytestmark = pytest.mark.django_db
KINDS = ["moeder", "vader", "meemoeder", "meevader", "voogd"]


@pytest.fixture
def home():
    mother, father = person("An", "Bos", born(38)), person("Piet", "Bos", born(40))
    girl, boy = person("Mila", "Bos", born(14)), person("Jef", "Bos", born(6))
    family_of("Bos", parent=[mother], child=[girl, boy])
    return mother, father, girl, boy


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("authority", [None, True, False])
def test_every_parental_tie_makes_a_second_parent_unless_without_authority(
    home, kind, authority
) -> None:
    mother, father, girl, _boy = home
    tie(father, girl, kind, authority=authority)
    assert may_have_access(father, MONDAY) is (authority is False)
    assert may_have_access(mother, MONDAY)
    assert may_have_access(girl, MONDAY)


@pytest.mark.parametrize(
    ("of_girl", "of_boy", "expected"),
    [(None, None, False), (True, None, False), (None, True, False), (True, True, True)],
)
def test_of_two_children_each_must_be_safe(home, of_girl, of_boy, expected) -> None:
    mother, father, girl, boy = home
    nele = kempen().nele
    for child, safe in ((girl, of_girl), (boy, of_boy)):
        tie(father, child, "vader")
        if safe:
            called_safe(child, mother, father, nele)
    assert may_have_access(father, MONDAY) is expected


def test_a_yes_about_another_parent_or_that_ended_is_no_yes(home) -> None:
    mother, father, girl, _boy = home
    nele, guardian = kempen().nele, person("Rik", "Bos", born(50))
    tie(father, girl, "vader")
    tie(guardian, girl, "voogd")
    called_safe(girl, mother, guardian, nele)
    assert (may_have_access(guardian, MONDAY), may_have_access(father, MONDAY)) == (True, False)
    girl.parent_safety.update(ends_at=MONDAY)
    assert not may_have_access(guardian, MONDAY)
    assert may_have_access(guardian, MONDAY - timedelta(seconds=1))


def test_who_moves_in_as_a_parent_is_a_second_one_and_a_child_of_age_asks_for_no_safety(home) -> None:
    mother, father, _girl, boy = home
    grown = person("Sam", "Bos", born(18))
    step = person("Koen", "Smet", born(41))
    tie(father, grown, "vader")
    assert may_have_access(father, MONDAY)
    family_of("Smet", parent=[mother, step], child=[boy])
    assert not may_have_access(step, MONDAY)
    tie(step, boy, "plusvader")
    assert may_have_access(step, MONDAY)


def test_the_reader_of_an_account_is_nobody_before_its_access_after_it_and_while_it_is_not_safe(
    home,
) -> None:
    mother, father, girl, _boy = home
    account = Account.objects.create_user("piet@example.org", "", kind="family", created_at=LONG_AGO)
    assert reader_for(account, MONDAY) == NOBODY
    end = MONDAY + timedelta(days=1)
    PersonAccess.objects.create(person=father, account=account, starts_at=MONDAY, ends_at=end)
    found = reader_for(account, MONDAY)
    assert (found.person, found.because, found.account_key) == (father, "own_part", account.key)
    assert (found.actor.key, found.worker_id) == (father.key, None)
    assert reader_for(account, MONDAY - timedelta(microseconds=1)) == NOBODY
    assert reader_for(account, end) == NOBODY
    tie(father, girl, "vader")
    assert reader_for(account, MONDAY) == NOBODY
    called_safe(girl, mother, father, kempen().nele)
    assert reader_for(account, MONDAY).person == father
