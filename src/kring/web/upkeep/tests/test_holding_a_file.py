"""The data protection officer keeps a file from being destroyed and reads no file."""

import pytest
from django.test import Client
from tests.cast import MONDAY, Network, acting, kempen, worker

from kring.foundation.retention.models import DestructionReport, LegalHold
from kring.registry.people.actions import register_family
from kring.registry.people.models import Family

pytestmark = pytest.mark.django_db


@pytest.fixture
def network() -> Network:
    return kempen()


@pytest.fixture
def greet(network: Network) -> Client:
    client = Client()
    account = worker("Greet Lambert", network.outside, "privacy").account
    assert account is not None
    client.force_login(account)
    return client


@pytest.fixture
def family(network: Network) -> Family:
    return register_family(by=acting(network.nele), at=MONDAY, name="Peeters – El Amrani")


def test_a_file_is_held_by_its_address_and_let_go(greet: Client, family: Family) -> None:
    address = f"https://kring.example/gezinnen/{family.key}/"
    greet.post("/bewaren/", {"about": address, "reason": "court", "reference": "R 12"})
    hold = LegalHold.objects.get()
    assert (hold.subject_kind, hold.subject_key) == ("family", family.key)
    page = greet.get("/bewaren/").text
    assert "R 12" in page
    assert "Greet Lambert" in page
    assert "El Amrani" not in page
    greet.post(f"/bewaren/{hold.key}/opheffen/")
    hold.refresh_from_db()
    assert hold.ends_at is not None


@pytest.mark.parametrize("typed", ["Peeters", "00000000-0000-4000-8000-000000000000"])
def test_what_is_no_file_gets_a_sentence_and_stays(greet: Client, typed: str) -> None:
    page = greet.post("/bewaren/", {"about": typed, "reason": "court"})
    assert page.context["form"].errors["about"]
    assert f'value="{typed}"' in page.text
    assert not LegalHold.objects.exists()


def test_the_reports_are_counts(greet: Client) -> None:
    DestructionReport.objects.create(
        ran_at=MONDAY, counts={"message": {"messages": 12}}, held_back=3, failed=0
    )
    assert "12 messages" in greet.get("/bewaren/").text


def test_nobody_else_opens_the_page(network: Network) -> None:
    client = Client()
    assert network.lotte.account is not None
    client.force_login(network.lotte.account)
    assert client.get("/bewaren/").status_code == 403
