"""Every worker reads the terms; the agency changes them from a later day on."""

import pytest
from django.test import Client
from tests.cast import Network, kempen, worker

from kring.foundation.deadlines.models import Term
from kring.web.upkeep.words import value_words

pytestmark = pytest.mark.django_db
TYPED = {
    "count": "6",
    "unit": "W",
    "valid_from": "2099-01-01",
    "ground": "Besluit van de agentschapsraad",
}


@pytest.fixture
def network() -> Network:
    return kempen()


def signed_in(name: str, network: Network, role: str) -> Client:
    client = Client()
    account = worker(name, network.team, role).account
    assert account is not None
    client.force_login(account)
    return client


@pytest.mark.parametrize(
    ("value", "words"),
    [("P1M", "één maand"), ("P8D", "8 dagen"), ("3WD", "3 werkdagen"), ("0WD", "dezelfde werkdag"),
     ("35", "35"), ("P1Y6M", "één jaar, 6 maanden")],
)  # fmt: skip
def test_a_value_is_said_in_words(value: str, words: str) -> None:
    assert value_words(value) == words


def test_every_worker_reads_them_and_changes_nothing(network: Network) -> None:
    lotte = signed_in("Lotte Claes", network, "coach")
    page = lotte.get("/termijnen/")
    assert "Duidelijk antwoord op een vraag" in page.text
    assert "één maand" in page.text
    assert "/termijnen/answer_term/" not in page.text
    assert lotte.get("/termijnen/answer_term/").status_code == 403


def test_the_agency_plans_another_value(network: Network) -> None:
    joris = signed_in("Joris De Wilde", network, "agency")
    seen = joris.get("/termijnen/answer_term/").context["form"]["seen"].value()
    joris.post("/termijnen/answer_term/", {**TYPED, "seen": seen})
    assert Term.objects.get(code="answer_term", valid_until=None).value == "P6W"
    assert "/termijnen/answer_term/" in joris.get("/termijnen/").text
    assert "6 weken" in joris.get("/termijnen/").text


def test_a_day_of_the_past_is_refused_beside_its_field(network: Network) -> None:
    joris = signed_in("Joris De Wilde", network, "agency")
    seen = joris.get("/termijnen/answer_term/").context["form"]["seen"].value()
    page = joris.post("/termijnen/answer_term/", {**TYPED, "seen": seen, "valid_from": "2020-01-01"})
    assert page.context["form"].errors["valid_from"]
    assert "Besluit van de agentschapsraad" in page.text
    assert Term.objects.filter(code="answer_term").count() == 1


def test_a_change_beside_another_shows_both(network: Network) -> None:
    joris = signed_in("Joris De Wilde", network, "agency")
    seen = joris.get("/termijnen/answer_term/").context["form"]["seen"].value()
    joris.post("/termijnen/answer_term/", {**TYPED, "seen": seen})
    late = joris.post("/termijnen/answer_term/", {**TYPED, "seen": seen, "count": "5"})
    assert late.status_code == 409
    assert Term.objects.get(code="answer_term", valid_until=None).value == "P6W"
    assert late.context["form"]["count"].value() == "5"


def test_a_term_nobody_knows_is_not_found(network: Network) -> None:
    assert signed_in("Joris De Wilde", network, "agency").get("/termijnen/nieuw/").status_code == 404
