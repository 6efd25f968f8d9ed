"""A young person's own question stands on its own until she herself agrees, in words she was shown."""

from datetime import timedelta

import pytest
from tests.cast import MONDAY, Network, acting, kempen, peeters_el_amrani

from kring.foundation.journal.models import JournalSubject
from kring.registry.people.models import ContactChannel, FamilyMembership
from kring.support.requests import actions
from kring.support.requests.actions import FAMILY_TEXT, NewAsker, Question, answer_about_family, ask_as
from kring.support.requests.models import Request
from kring.support.requests.queries import likely_families
from kring.support.requests.rules import NotAllowed, may_get_family
from kring.trust.access.models import Involvement
from kring.trust.access.queries import families_visible_to, reader_for
from kring.trust.consent.actions import HowAsked, record_consent

pytestmark = pytest.mark.django_db
LATER = MONDAY + timedelta(hours=2)
SHOWN = HowAsked(asked_alone=True, text_read=FAMILY_TEXT)


@pytest.fixture
def network() -> Network:
    return kempen()


def asks(network: Network, **asker: str) -> Request:
    question = Question(door="web", asker_kind="young_person", words="Ik wil met iemand praten.")
    return ask_as(
        question=question,
        asker=NewAsker(name="Fien", reach_kind="sms", reach="+32470123456", **asker),
        desk=network.counter,
        by=acting(network.nele),
        at=MONDAY,
    )


def says(request: Request, outcome: str, network: Network, how: HowAsked = SHOWN) -> None:
    answer_about_family(request=request, outcome=outcome, how=how, by=acting(network.nele), at=LATER)


def gives(request: Request, network: Network) -> None:
    home = peeters_el_amrani()
    by = acting(network.nele)
    actions.give_family(request=request, family=home.family, by=by, at=LATER)


def test_a_typed_family_name_joins_no_family(network: Network) -> None:
    asked = asks(network, family_name_given="Peeters")
    assert asked.family is None
    assert not FamilyMembership.objects.exists()


def test_a_family_that_was_picked_is_not_joined_either(network: Network) -> None:
    home = peeters_el_amrani()
    question = Question(
        door="counter", asker_kind="young_person", words="Help.", asker=home.younes, family=home.family
    )
    asked = actions.ask(question=question, desk=network.counter, by=acting(network.nele), at=MONDAY)
    assert asked.family is None
    assert not Involvement.objects.filter(family=home.family).exists()


def test_no_family_without_her_yes(network: Network) -> None:
    asked = asks(network)
    with pytest.raises(NotAllowed):
        gives(asked, network)


@pytest.mark.parametrize("outcome", ["no", "not_now"])
def test_anything_but_a_yes_is_no(network: Network, outcome: str) -> None:
    asked = asks(network)
    says(asked, outcome, network)
    assert not may_get_family(asked)


def test_a_yes_without_words_that_were_shown_is_none(network: Network) -> None:
    asked = asks(network)
    says(asked, "yes", network, HowAsked(asked_alone=True))
    assert not may_get_family(asked)


def test_a_yes_of_somebody_else_is_none(network: Network) -> None:
    home = peeters_el_amrani()
    question = Question(door="web", asker_kind="young_person", words="Help.", asker=home.noor)
    asked = actions.ask(question=question, desk=network.counter, by=acting(network.nele), at=MONDAY)
    record_consent(
        person=home.noor,
        purpose="join_family",
        outcome="yes",
        decided_by=home.sofia,
        how=SHOWN,
        by=acting(network.nele),
        at=LATER,
    )
    assert not may_get_family(asked)


def test_after_her_yes_it_may_lie_with_her_family(network: Network) -> None:
    asked = asks(network)
    says(asked, "yes", network)
    gives(asked, network)
    assert asked.family is not None


def test_taken_back_it_leaves_the_family_at_once(network: Network) -> None:
    asked = asks(network)
    says(asked, "yes", network)
    gives(asked, network)
    reader = reader_for(network.nele.account, LATER)
    assert families_visible_to(reader, LATER).exists()
    says(asked, "not_now", network)
    assert Request.objects.get(pk=asked.pk).family is None
    assert not families_visible_to(reader, LATER + timedelta(seconds=1)).exists()


def test_a_nameless_question_joins_no_family(network: Network) -> None:
    question = Question(door="web", asker_kind="young_person", words="Help.")
    asked = actions.ask(question=question, desk=network.counter, by=acting(network.nele), at=MONDAY)
    assert not may_get_family(asked)


def test_questions_are_not_joined_when_she_took_her_yes_back(network: Network) -> None:
    asked = asks(network)
    says(asked, "yes", network)
    gives(asked, network)
    question = Question(door="web", asker_kind="family", words="Wij ook.", family=asked.family)
    other = actions.ask(question=question, desk=network.counter, by=acting(network.nele), at=MONDAY)
    record_consent(
        person=asked.asker, purpose="join_family", outcome="no", by=acting(network.nele), at=LATER
    )
    with pytest.raises(NotAllowed):
        actions.join(request=asked, into=other, by=acting(network.nele), at=LATER)
    with pytest.raises(NotAllowed):
        actions.join(request=other, into=asked, by=acting(network.nele), at=LATER)


def _with_a_match(network: Network) -> Request:
    """Her family is helped by the same counter, and knows her number."""
    home = peeters_el_amrani()
    question = Question(door="web", asker_kind="family", words="Wij.", family=home.family)
    actions.ask(question=question, desk=network.counter, by=acting(network.nele), at=MONDAY)
    ContactChannel.objects.create(person=home.younes, kind="sms", value="+32470123456")
    return asks(network)


def test_a_likely_family_is_hinted_to_the_holder_alone(network: Network) -> None:
    asked = _with_a_match(network)
    nele = reader_for(network.nele.account, LATER)
    assert likely_families(nele, asked, LATER) == []
    actions.take(request=asked, worker=network.nele, by=acting(network.nele), at=LATER)
    assert [family.name for family in likely_families(nele, asked, LATER)] == ["Peeters – El Amrani"]
    lotte = reader_for(network.lotte.account, LATER)
    assert likely_families(lotte, asked, LATER) == []


def test_a_family_the_holder_does_not_help_is_not_hinted(network: Network) -> None:
    asked = _with_a_match(network)
    actions.take(request=asked, worker=network.nele, by=acting(network.nele), at=LATER)
    Involvement.objects.filter(family__isnull=False).update(ends_at=LATER)
    assert likely_families(reader_for(network.nele.account, LATER), asked, LATER) == []
    assert not JournalSubject.objects.filter(kind="match").exists()
