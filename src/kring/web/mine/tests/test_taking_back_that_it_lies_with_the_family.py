"""A yes to lay one's own question with the family is taken back on one's own page, effect first."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.cast import Network, PeetersElAmrani, acting, kempen, peeters_el_amrani

from kring.registry.people.models import Person
from kring.support.requests.actions import (
    FAMILY_TEXT,
    Question,
    answer_about_family,
    ask,
    give_family,
)
from kring.support.requests.models import Request
from kring.trust.access.models import Item
from kring.trust.access.queries import families_visible_to, reader_for
from kring.trust.consent.actions import HowAsked
from kring.trust.consent.models import Consent
from kring.web.mine.tests.at_home import client_of

pytestmark = pytest.mark.django_db
PAGE = "/mijn/stop/gezin/"
HER_WORDS = "Ik slaap slecht."


@pytest.fixture
def network() -> Network:
    return kempen()


@pytest.fixture
def home() -> PeetersElAmrani:
    return peeters_el_amrani()


def laid(asker: Person, home: PeetersElAmrani, network: Network) -> Request:
    """A young person's own question that lies with the family by their own yes."""
    by, at = acting(network.nele), timezone.now() - timedelta(hours=3)
    question = Question(door="web", asker_kind="young_person", words=HER_WORDS, asker=asker)
    asked = ask(question=question, desk=network.counter, by=by, at=at)
    shown = HowAsked(asked_alone=True, text_read=FAMILY_TEXT)
    answer_about_family(request=asked, outcome="yes", how=shown, by=by, at=at)
    give_family(request=asked, family=home.family, by=by, at=at)
    return asked


def words(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_effect_is_shown_and_nothing_changes_by_looking(
    network: Network, home: PeetersElAmrani
) -> None:
    Person.objects.filter(pk=home.younes.pk).update(birth_date=date(2016, 5, 2))
    home.younes.refresh_from_db()
    asked = laid(home.younes, home, network)
    client = client_of(home.younes, network)
    assert PAGE in words(client, "/mijn/stop/")
    page = words(client, PAGE)
    assert "Mogen je vraag dan niet meer lezen: Sofia El Amrani." in page
    assert "wie dienst doet bij Huis van het Kind Geel" in page
    asked.refresh_from_db()
    assert asked.family == home.family


def test_taken_back_it_stands_alone_again_at_the_next_request(
    network: Network, home: PeetersElAmrani
) -> None:
    Person.objects.filter(pk=home.younes.pk).update(birth_date=date(2016, 5, 2))
    home.younes.refresh_from_db()
    asked = laid(home.younes, home, network)
    mother, client = client_of(home.sofia, network), client_of(home.younes, network)
    assert HER_WORDS in words(mother, "/mijn/bewaard/")
    assert client.post(PAGE).status_code == 302
    assert HER_WORDS not in words(mother, "/mijn/bewaard/")
    assert HER_WORDS in words(client, "/mijn/bewaard/")
    asked.refresh_from_db()
    assert (asked.family, asked.desk) == (None, network.counter)
    assert Item.objects.get(question=asked).alone
    now = timezone.now()
    assert network.nele.account is not None
    assert not families_visible_to(reader_for(network.nele.account, now), now).exists()
    answer = Consent.objects.get(purpose="join_family", ends_at=None)
    assert (answer.person, answer.outcome, answer.decided_by) == (home.younes, "no", None)


def test_without_a_yes_of_ones_own_there_is_nothing_to_take_back(
    network: Network, home: PeetersElAmrani
) -> None:
    laid(home.younes, home, network)
    mother, client = client_of(home.sofia, network), client_of(home.younes, network)
    for verb in (mother.get, mother.post):
        assert verb(PAGE).status_code == 404
    client.post(PAGE)
    assert client.get(PAGE).status_code == 404
    assert PAGE not in words(client, "/mijn/stop/")
