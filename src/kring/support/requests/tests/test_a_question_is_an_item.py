"""A question of somebody known is an item about them, in step with where it lies."""

from datetime import timedelta

import pytest
from tests.cast import MONDAY, Network, acting, kempen, peeters_el_amrani

from kring.foundation.journal.actor import SYSTEM
from kring.foundation.retention.erasing import ERASERS
from kring.foundation.retention.running import erase_now
from kring.registry.people.models import Person
from kring.support.requests import actions
from kring.support.requests.checks import questions_are_items
from kring.support.requests.models import Request
from kring.support.requests.tests.a_question import asked
from kring.trust.access.items import readable_items
from kring.trust.access.models import Item, ToldBy
from kring.trust.access.readers import Reader
from kring.trust.consent.actions import HowAsked

pytestmark = pytest.mark.django_db
LATER = MONDAY + timedelta(hours=2)


@pytest.fixture
def network() -> Network:
    return kempen()


def reads(person: Person, request: Request) -> bool:
    found = readable_items(Reader(person=person), Item.objects.filter(question=request), LATER)
    return bool(found)


def test_it_is_about_who_asks_and_belongs_to_the_desk(network: Network) -> None:
    home = peeters_el_amrani()
    request = asked(network, asker=home.sofia, family=home.family, topic="parenting")
    item = request.item
    assert item is not None
    assert [row.person for row in item.subjects.all()] == [home.sofia]
    assert (item.owner, item.domain) == (network.counter.organisation, "parenting")
    assert (item.told_by, item.data_class) == (ToldBy.SELF, request.data_class)
    assert reads(home.sofia, request)
    assert not reads(home.younes, request)


def test_a_question_of_nobody_known_is_about_nobody(network: Network) -> None:
    assert asked(network).item is None


def test_it_goes_along_to_the_desk_that_takes_it_over_with_what_was_joined(network: Network) -> None:
    home = peeters_el_amrani()
    one, two = (asked(network, asker=who, family=home.family) for who in (home.sofia, home.younes))
    by = acting(network.nele)
    actions.join(request=two, into=one, by=by, at=MONDAY)
    handover = actions.ask_handover(
        request=one, to_desk=network.outside, words="Graag", worker=network.nele, by=by, at=MONDAY
    )
    by = acting(network.bram)
    actions.accept_handover(handover=handover, worker=network.bram, by=by, at=LATER)
    owners = {item.owner for item in Item.objects.filter(question__in=[one, two])}
    assert owners == {network.outside.organisation}
    assert list(questions_are_items(LATER)) == []


def test_what_a_child_asked_alone_she_reads_and_her_mother_does_not(network: Network) -> None:
    home = peeters_el_amrani()
    request = asked(network, asker=home.noor, asker_kind="young_person")
    assert reads(home.noor, request)
    assert not reads(home.sofia, request)


def test_her_mother_reads_it_when_she_agreed_that_it_joins_her_family(network: Network) -> None:
    home = peeters_el_amrani()
    request = asked(network, asker=home.younes, asker_kind="young_person")
    by, how = acting(network.nele), HowAsked(asked_alone=True, text_read=actions.FAMILY_TEXT)
    actions.answer_about_family(request=request, outcome="yes", how=how, by=by, at=LATER)
    actions.give_family(request=request, family=home.family, by=by, at=LATER)
    item = Item.objects.get(question=request)
    assert not item.alone
    assert reads(home.younes, request)


def test_it_goes_with_the_question(network: Network) -> None:
    home = peeters_el_amrani()
    request = asked(network, asker=home.sofia)
    actions.withdraw(request=request, words="", by=acting(network.nele), at=MONDAY)
    erase_now(eraser=ERASERS["person"], keys=[home.sofia.key], by=SYSTEM, at=LATER)
    assert not Request.objects.exists()
    assert not Item.objects.exists()
