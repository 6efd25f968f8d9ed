"""Which questions stand on the own pages the reader table says, and not who asked them."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from tests.cast import LONG_AGO, Network, PeetersElAmrani, acting, kempen, peeters_el_amrani, person

from kring.foundation.journal.models import JournalSubject
from kring.registry.people.models import Person, Relation, RelationType
from kring.support.requests.actions import Question, ask
from kring.support.requests.models import Request
from kring.trust.access.models import Item
from kring.web.mine.tests.at_home import client_of, second_parent

pytestmark = pytest.mark.django_db
WORDS = "De ochtenden lopen uit op ruzie."


@pytest.fixture
def network() -> Network:
    return kempen()


@pytest.fixture
def home() -> PeetersElAmrani:
    return peeters_el_amrani()


def asked(asker: Person, home: PeetersElAmrani, network: Network) -> Request:
    question = Question(
        door="counter", asker_kind="family", words=WORDS, asker=asker, family=home.family
    )
    at = timezone.now() - timedelta(hours=1)
    return ask(question=question, desk=network.counter, by=acting(network.nele), at=at)


def sees(who: Person, network: Network) -> bool:
    client = client_of(who, network)
    page = client.get("/mijn/bewaard/").content.decode()
    copy = client.post("/mijn/kopie/", {"vorm": "data"}).content.decode()
    assert (WORDS in page) == (WORDS in copy)
    return WORDS in page


@pytest.mark.parametrize("data_class", ["confidence", "court", "harm", "mediation"])
def test_what_the_table_keeps_back_is_not_shown_to_who_asked(
    network: Network, home: PeetersElAmrani, data_class: str
) -> None:
    question = asked(home.sofia, home, network)
    Item.objects.filter(question=question).update(data_class=data_class)
    assert not sees(home.sofia, network)


def test_what_the_table_opens_is_shown_and_written_down_as_read(
    network: Network, home: PeetersElAmrani
) -> None:
    question = asked(home.sofia, home, network)
    assert sees(home.sofia, network)
    assert JournalSubject.objects.filter(subject_key=question.key, entry__verb="read").exists()


def test_a_parent_reads_what_was_asked_about_a_small_child_and_not_of_an_able_one(
    network: Network, home: PeetersElAmrani
) -> None:
    question = asked(home.noor, home, network)
    assert sees(home.sofia, network)
    Person.objects.filter(pk=question.asker_id).update(birth_date=date(2012, 1, 1))
    assert not sees(home.sofia, network)


def test_a_second_parent_reads_neither(network: Network, home: PeetersElAmrani) -> None:
    asked(home.noor, home, network)
    asked(home.sofia, home, network)
    assert not sees(second_parent(home, network, safe=True), network)


def test_what_a_child_asked_alone_shows_to_no_trusted_person(
    network: Network, home: PeetersElAmrani
) -> None:
    rita = person("Rita", "Maes", date(1970, 6, 6))
    Relation.objects.create(
        person=rita, to=home.younes, type=RelationType.TRUSTED_PERSON, starts_at=LONG_AGO
    )
    question = asked(home.younes, home, network)
    assert sees(rita, network)
    Item.objects.filter(question=question).update(alone=True)
    assert not sees(rita, network)
    assert sees(home.younes, network)
