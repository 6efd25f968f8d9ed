"""On screen: own people are named by the worker, taken back by the officer, and kept out of the list."""

import pytest
import time_machine
from tests.at_work import client_of
from tests.cast import MONDAY, Network, PeetersElAmrani, kempen, peeters_el_amrani

from kring.foundation.journal.actor import VISITOR
from kring.support.requests.actions import Question, ask
from kring.support.requests.models import Request
from kring.trust.access.models import OwnCircle
from kring.trust.access.tests.a_glass import officer

pytestmark = pytest.mark.django_db
SOFIA = {"given_name": "Sofia", "family_name": "El Amrani", "birth_date": "1988-03-14"}


@pytest.fixture
def network() -> Network:
    with time_machine.travel(MONDAY, tick=False):
        yield kempen()


@pytest.fixture
def home(network: Network) -> PeetersElAmrani:
    return peeters_el_amrani()


@pytest.fixture
def question(network: Network, home: PeetersElAmrani) -> Request:
    asked = Question(
        door="counter",
        asker_kind="family",
        words="De ochtenden lopen uit.",
        family=home.family,
        asker=home.sofia,
        municipality=home.sofia.municipality,
    )
    return ask(question=asked, desk=network.counter, by=VISITOR, at=MONDAY)


def test_the_list_names_nobody_of_it(network: Network, question: Request) -> None:
    nele = client_of(network.nele)
    listed = f"/vragen/?plek={network.counter.key}"
    assert "El Amrani" in nele.get(listed).text
    nele.post("/eigen-kring/", SOFIA)
    for page in (listed, "/vandaag/"):
        text = nele.get(page).text.partition("<main")[2]
        assert "El Amrani" not in text
        assert "ochtenden" not in text
    assert "lopen uit" not in nele.post("/zoeken/", {"q": "ochtenden"}).text


def test_the_question_is_refused_with_a_sentence(network: Network, question: Request) -> None:
    nele = client_of(network.nele)
    nele.post("/eigen-kring/", SOFIA)
    page = nele.get(f"/vragen/{question.key}/")
    assert page.status_code == 403
    assert "iemand van je eigen kring" in page.text
    assert "ochtenden" not in page.text
    taken = nele.post(f"/vragen/{question.key}/doe/nemen/")
    assert taken.status_code == 403
    assert "iemand van je eigen kring" in taken.text
    question.refresh_from_db()
    assert question.worker is None


def test_the_page_shows_what_was_typed_and_no_more(network: Network, home: PeetersElAmrani) -> None:
    nele = client_of(network.nele)
    nele.post("/eigen-kring/", SOFIA)
    nele.post("/eigen-kring/", {**SOFIA, "given_name": "Els"})
    page = nele.get("/eigen-kring/").text
    assert "Sofia El Amrani" in page
    assert "Els El Amrani" in page
    assert "Haal weg" not in page


def test_only_the_officer_takes_somebody_back(network: Network, home: PeetersElAmrani) -> None:
    nele, greet = client_of(network.nele), client_of(officer(network))
    nele.post("/eigen-kring/", SOFIA)
    own = OwnCircle.objects.get()
    assert nele.post(f"/toezicht/kring/{own.key}/weg/").status_code == 403
    assert "Sofia El Amrani" in greet.get(f"/toezicht/kring/{network.nele.key}/").text
    greet.post(f"/toezicht/kring/{own.key}/weg/")
    own.refresh_from_db()
    assert own.ends_at is not None
    greet.post(f"/toezicht/kring/{network.nele.key}/", {**SOFIA, "given_name": "Els"})
    assert OwnCircle.objects.filter(worker=network.nele, ends_at=None).count() == 1
