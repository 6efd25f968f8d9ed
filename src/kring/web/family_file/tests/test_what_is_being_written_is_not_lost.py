"""What somebody writes is saved meanwhile, for them alone; what should not stand there is said."""

from typing import Any

import pytest
from django.utils import timezone
from tests.at_work import client_of
from tests.cast import MONDAY, Network, PeetersElAmrani, acting, kempen, peeters_el_amrani

from kring.registry.people.models import Person
from kring.support.notes.erasers import let_go_of_drafts
from kring.support.notes.models import Note, NoteDraft
from kring.trust.access.models import Involvement

pytestmark = pytest.mark.django_db
NUMBER = "85.07.30-999.32"


@pytest.fixture
def network() -> Network:
    return kempen()


@pytest.fixture
def home(network: Network) -> PeetersElAmrani:
    made = peeters_el_amrani()
    for worker in (network.nele, network.lotte):
        Involvement.objects.create(
            family=made.family, worker=worker, role="team", because="request", starts_at=MONDAY
        )
    return made


def form(home: PeetersElAmrani, words: str, **more: Any) -> dict[str, Any]:
    return {"words": words, "about": [str(home.noor.key)], "kind": "shared", "told_by": "self"} | more


def urls(home: PeetersElAmrani) -> tuple[str, str]:
    """Where is written, and where is saved meanwhile."""
    story = f"/gezinnen/{home.family.key}/verhaal/"
    return f"{story}schrijven/", f"{story}concept/"


def test_it_stands_there_again_for_the_author_alone(network: Network, home: PeetersElAmrani) -> None:
    nele, lotte = client_of(network.nele), client_of(network.lotte)
    write, draft = urls(home)
    kept = nele.post(draft, form(home, "Noor slaapt"))
    assert "Onthouden om" in kept.text
    nele.post(draft, form(home, "Noor slaapt weer door", told_by="onzin"))
    again = nele.get(write)
    assert "Noor slaapt weer door" in again.text
    assert "Dit begon je te schrijven" in again.text
    assert again.context["form"].initial["about"] == [str(home.noor.key)]
    assert "slaapt" not in lotte.get(write).text
    assert client_of(network.bram).post(draft, form(home, "x")).status_code == 404
    assert not Note.objects.exists()


def test_once_it_is_kept_or_not_wanted_it_is_gone(network: Network, home: PeetersElAmrani) -> None:
    nele, (write, draft) = client_of(network.nele), urls(home)
    nele.post(draft, form(home, "Noor slaapt"))
    assert nele.post(write, form(home, "Noor slaapt door")).status_code == 302
    assert not NoteDraft.objects.exists()
    nele.post(draft, form(home, "Toch niet"))
    assert nele.post(draft, {"weg": "1"}).status_code == 302
    nele.post(draft, form(home, "  "))
    assert not NoteDraft.objects.exists()
    assert Note.objects.get().words == "Noor slaapt door"


def test_what_should_not_stand_there_is_said_and_stops_nobody(
    network: Network, home: PeetersElAmrani
) -> None:
    nele, (write, draft) = client_of(network.nele), urls(home)
    told = nele.post(draft, form(home, f"Haar nummer is {NUMBER}")).text
    assert "rijksregisternummer" in told
    assert NUMBER not in told
    assert "straat" not in nele.post(draft, form(home, "Ze wonen Kerkstraat 12")).text
    Person.objects.filter(pk=home.noor.pk).update(protected_address=True)
    assert "een adres beschermd" in nele.post(draft, form(home, "Ze wonen Kerkstraat 12")).text
    kept = nele.post(write, form(home, f"Haar nummer is {NUMBER}"), follow=True)
    assert "Laat het weg" in kept.text
    assert Note.objects.count() == 1


def test_a_very_long_text_is_not_lost(network: Network, home: PeetersElAmrani) -> None:
    nele, (write, draft) = client_of(network.nele), urls(home)
    long = "woord " * 17_000
    assert nele.post(draft, form(home, long)).status_code == 200
    refused = nele.post(write, form(home, long))
    assert refused.status_code == 422
    assert "Dit is te lang" in refused.text
    assert NoteDraft.objects.get().words == long


def test_it_goes_with_who_it_is_about(network: Network, home: PeetersElAmrani) -> None:
    client_of(network.nele).post(urls(home)[1], form(home, "Noor slaapt"))
    let_go_of_drafts(by=acting(network.nele), at=timezone.now(), keys=[home.noor.key])
    assert not NoteDraft.objects.exists()
