"""On the page of a young person's own question the family comes only after her yes."""

from datetime import timedelta

import pytest
from django.test import Client
from tests.at_work import client_of
from tests.cast import MONDAY, Network, acting, kempen, peeters_el_amrani

from kring.registry.people.models import ContactChannel, FamilyMembership
from kring.support.requests.actions import NewAsker, Question, ask_as, take
from kring.support.requests.models import Request
from kring.trust.consent.models import Consent
from kring.web.desk.tests.signed_in import leads_intake

pytestmark = pytest.mark.django_db


@pytest.fixture
def network() -> Network:
    return kempen()


@pytest.fixture
def asked(network: Network) -> Request:
    question = Question(door="web", asker_kind="young_person", words="Ik wil met iemand praten.")
    asker = NewAsker(name="Fien", reach_kind="sms", reach="+32470123456")
    by = acting(network.nele)
    found = ask_as(question=question, asker=asker, desk=network.counter, by=by, at=MONDAY)
    take(request=found, worker=network.nele, by=by, at=MONDAY + timedelta(hours=1))
    return found


def answers(client: Client, asked: Request, outcome: str) -> int:
    form = {"eigen-vraag-outcome": outcome, "eigen-vraag-asked_alone": "on"}
    return client.post(f"/vragen/{asked.key}/doe/eigen-vraag/", form).status_code


def gives(client: Client, asked: Request) -> int:
    return client.post(f"/vragen/{asked.key}/doe/gezin/", {"gezin-name": "De Smet"}).status_code


def test_the_family_is_refused_with_the_reason(network: Network, asked: Request) -> None:
    client = client_of(network.nele)
    assert gives(client, asked) == 403
    page = client.get(f"/vragen/{asked.key}/").content.decode()
    assert "Vraag eerst aan de jongere of dit mag." in page


def test_after_her_yes_she_is_a_child_of_that_family(network: Network, asked: Request) -> None:
    client = client_of(network.nele)
    assert answers(client, asked, "yes") == 302
    consent = Consent.objects.get()
    assert (consent.text_read, consent.asked_alone, consent.recorded_by) != ("", None, None)
    assert gives(client, asked) == 302
    assert FamilyMembership.objects.get(person=asked.asker).role == "child"


def test_a_hint_stands_there_for_who_holds_it(network: Network, asked: Request) -> None:
    home = peeters_el_amrani()
    theirs = Question(door="web", asker_kind="family", words="Wij.", family=home.family)
    by = acting(network.nele)
    ask_as(question=theirs, asker=NewAsker(), desk=network.counter, by=by, at=MONDAY)
    ContactChannel.objects.create(person=home.younes, kind="sms", value="+32470123456")
    client = client_of(network.nele)
    assert "Peeters – El Amrani" in client.get(f"/vragen/{asked.key}/").content.decode()
    leads_intake(network.lotte)
    page = client_of(network.lotte).get(f"/vragen/{asked.key}/")
    assert page.status_code == 200
    assert "Peeters – El Amrani" not in page.content.decode()
