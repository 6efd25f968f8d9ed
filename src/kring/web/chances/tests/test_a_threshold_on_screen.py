"""A threshold is logged from the file and on its own, answered by the organisation, and counted."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from tests.at_work import client_of
from tests.cast import MONDAY, Network, PeetersElAmrani, kempen, peeters_el_amrani, worker

from kring.registry.network.models import RoleType
from kring.support.thresholds.models import MetBy, Threshold
from kring.support.thresholds.tests.logging import ASKED, TOLD, logged
from kring.trust.access.tests.a_glass import kept_by

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def now() -> Iterator[None]:
    with time_machine.travel(MONDAY + timedelta(hours=1), tick=False):
        yield


@pytest.fixture
def network() -> Network:
    return kempen()


@pytest.fixture
def home(network: Network) -> PeetersElAmrani:
    people = peeters_el_amrani()
    kept_by(people, network.nele)
    return people


def _told(network: Network, **more: object) -> dict[str, object]:
    where = str(network.outside.organisation.key)
    return {"organisation": where, "kind": "language", "words_sent": ASKED} | more


def _read(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_it_is_logged_from_the_file(network: Network, home: PeetersElAmrani) -> None:
    client = client_of(network.nele)
    address = f"/gezinnen/{home.family.key}/drempels/nieuw/"
    page = _read(client, address)
    assert page.count("checked") == 3, "everybody of the family met it, until somebody says otherwise"
    told = _told(network, persons=[str(home.sofia.key)], words=TOLD)
    answer = client.post(address, told, follow=True)
    assert TOLD in answer.content.decode()
    assert "Gezin Peeters" in answer.content.decode()
    assert MetBy.objects.get().family == home.family
    assert "CAW De Kempen" in _read(client, f"/gezinnen/{home.family.key}/")


def test_a_name_in_the_words_sent_is_refused_beside_its_field(
    network: Network, home: PeetersElAmrani
) -> None:
    told = _told(network, persons=[str(home.sofia.key)], words_sent="Sofia vraagt een tolk.")
    answer = client_of(network.nele).post(f"/gezinnen/{home.family.key}/drempels/nieuw/", told)
    assert answer.status_code == 422
    assert "Hier staat een naam van het gezin." in answer.content.decode()
    assert not Threshold.objects.exists()


def test_it_is_logged_on_its_own(network: Network) -> None:
    client_of(network.nele).post("/drempels/nieuw/", _told(network))
    one = Threshold.objects.get()
    assert (one.state, one.worker, MetBy.objects.count()) == ("asked", network.nele, 0)


def test_the_organisation_answers_and_reads_nobody(network: Network, home: PeetersElAmrani) -> None:
    one = logged(network, home, words_sent=ASKED)
    client = client_of(network.bram)
    assert ASKED in _read(client, "/drempels/")
    page = _read(client, f"/drempels/{one.key}/")
    assert ASKED in page
    for word in ("Sofia", "Noor", "Peeters", TOLD):
        assert word not in page
    client.post(f"/drempels/{one.key}/antwoord/", {"antwoord-words": "Vanaf januari."})
    one.refresh_from_db()
    assert (one.state, one.answered_by) == ("answered", network.bram)


def test_only_who_logged_it_says_what_came_of_it(network: Network) -> None:
    one = logged(network, words_sent=ASKED)
    assert client_of(network.bram).post(f"/drempels/{one.key}/weg/").status_code == 404
    assert client_of(network.nele).post(f"/drempels/{one.key}/antwoord/").status_code == 404
    client_of(network.nele).post(f"/drempels/{one.key}/blijft/")
    one.refresh_from_db()
    assert one.state == "stays"


def test_a_colleague_outside_the_file_cannot_try_names(network: Network, home: PeetersElAmrani) -> None:
    one = logged(network, home)
    client = client_of(worker("Tine Aerts", network.counter))
    assert "vraag-words_sent" not in _read(client, f"/drempels/{one.key}/")
    for words in ("Sofia komt.", ASKED):
        asked = client.post(f"/drempels/{one.key}/vraag/", {"vraag-words_sent": words})
        assert asked.status_code == 404
    nele = client_of(network.nele)
    assert "vraag-words_sent" in _read(nele, f"/drempels/{one.key}/")
    assert nele.post(f"/drempels/{one.key}/vraag/", {"vraag-words_sent": ASKED}).status_code == 302


def test_who_comes_second_is_told(network: Network) -> None:
    one = logged(network, words_sent=ASKED)
    client = client_of(network.bram)
    client.post(f"/drempels/{one.key}/antwoord/", {"antwoord-words": "Ja."})
    late = client.post(f"/drempels/{one.key}/antwoord/", {"antwoord-words": "Nee."})
    assert late.status_code == 409
    assert "Een collega was je voor." in late.content.decode()


def test_policy_reads_counts_and_no_small_one(network: Network, home: PeetersElAmrani) -> None:
    RoleType.objects.update_or_create(code="coordinator", defaults={"grants": ["region.coordinate"]})
    client = client_of(worker("Karel Hens", network.team, "coordinator"))
    logged(network, home, words_sent=ASKED)
    assert "te klein om te tonen" in _read(client, "/drempels/tellingen/")
    for _turn in range(5):
        logged(network, home, words_sent=ASKED)
    page = _read(client, "/drempels/tellingen/")
    assert "CAW De Kempen" in page
    assert 'data-label="Aantal">6</td>' in page
    for word in ("Sofia", "Noor", "Peeters", TOLD, ASKED):
        assert word not in page


def test_counts_are_for_who_steers(network: Network) -> None:
    assert client_of(network.bram).get("/drempels/tellingen/").status_code == 403
