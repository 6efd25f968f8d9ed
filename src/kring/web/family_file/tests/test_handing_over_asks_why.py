"""Who hands a note to another organisation on screen is asked why and for whom, and it is kept."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from tests.cast import MONDAY, Network, PeetersElAmrani, acting, kempen, peeters_el_amrani

from kring.support.notes.actions import Draft, write_note
from kring.trust.access.tests.a_glass import kept_by
from kring.trust.consent.actions import record_consent
from kring.trust.consent.models import Sharing

pytestmark = pytest.mark.django_db


@pytest.fixture
def network() -> Iterator[Network]:
    with time_machine.travel(MONDAY + timedelta(hours=1), tick=False):
        yield kempen()


def on_the_page(network: Network, home: PeetersElAmrani) -> tuple[Client, str]:
    """Nele, with the page of a note about Sofia; Bram of the CAW helps along."""
    by = acting(network.nele)
    kept_by(home, network.nele)
    kept_by(home, network.bram, "team")
    record_consent(
        person=home.sofia,
        purpose="share",
        outcome="yes",
        organisation=network.outside.organisation,
        by=by,
        at=MONDAY,
    )
    note = write_note(
        draft=Draft(words="Sofia slaapt slecht.", about=[home.sofia]),
        author=network.nele,
        owner=network.counter.organisation,
        by=by,
        at=MONDAY,
    )
    client = Client()
    assert network.nele.account is not None
    client.force_login(network.nele.account)
    return client, f"/gezinnen/{home.family.key}/verhaal/{note.key}/"


def test_without_the_words_it_is_said_what_is_missing_and_then_it_is_kept(network: Network) -> None:
    home = peeters_el_amrani()
    client, page = on_the_page(network, home)
    assert "Waarom is dat nodig?" in client.get(page).text
    given = {"reader": network.bram.key, "legal_basis": "consent"}
    refused = client.post(f"{page}lezen/", given)
    assert refused.status_code == 422
    for words in ("Schrijf in een korte zin waarom dit nodig is.", "Schrijf voor wie dit goed is."):
        assert words in refused.text
    assert not Sharing.objects.exists()
    why = {"necessary_because": "Hij start met de avonden.", "in_the_interest_of": "Sofia"}
    assert client.post(f"{page}lezen/", given | why).status_code == 302
    row = Sharing.objects.get()
    assert (row.person, row.necessary_because) == (home.sofia, why["necessary_because"])
    assert (
        "Hij start met de avonden."
        in client.get(f"/gezinnen/{home.family.key}/mensen/{home.sofia.key}/").text
    )
