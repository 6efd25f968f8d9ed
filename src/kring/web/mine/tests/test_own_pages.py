"""A person reads what is kept about them, who looked, and takes a copy of it."""

import json
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.cast import Network, PeetersElAmrani, kempen, peeters_el_amrani

from kring.foundation.accounts.models import Account
from kring.foundation.journal.actor import VISITOR
from kring.registry.people.models import ContactChannel
from kring.support.requests.actions import Question, ask
from kring.support.requests.models import Request
from kring.trust.consent.models import Consent, FeltForced
from kring.web.mine.tests.at_home import client_of, second_parent

pytestmark = pytest.mark.django_db
PAGES = [
    "",
    "plan/",
    "bewaard/",
    "berichten/",
    "mensen/",
    "wie-keek/",
    "delen/",
    "stop/",
    "kopie/",
    "klopt-niet/",
]


@pytest.fixture
def network() -> Network:
    return kempen()


@pytest.fixture
def home() -> PeetersElAmrani:
    return peeters_el_amrani()


def words(client: Client, path: str = "bewaard/") -> str:
    answer = client.get(f"/mijn/{path}")
    assert answer.status_code == 200
    return answer.content.decode()


def asked_by(home: PeetersElAmrani, network: Network) -> Request:
    question = Question(
        door="web",
        asker_kind="family",
        words="De ochtenden lopen uit op ruzie.",
        family=home.family,
        asker=home.sofia,
    )
    at = timezone.now() - timedelta(hours=1)
    return ask(question=question, desk=network.counter, by=VISITOR, at=at)


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_every_page_opens(network: Network, home: PeetersElAmrani, path: str, language: str) -> None:
    client = client_of(home.sofia, network)
    Account.objects.filter(kind="family").update(language=language)
    answer = client.get(f"/mijn/{path}")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert f'<html lang="{language}"' in page
    assert "0800 900 33" in page
    assert "data-quick-exit" in page
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize("path", PAGES)
def test_nobody_else_comes_in(network: Network, home: PeetersElAmrani, path: str) -> None:
    worker = Client()
    worker.force_login(network.nele.account)
    assert worker.get(f"/mijn/{path}").status_code == 403
    assert Client().get(f"/mijn/{path}").status_code == 302


def test_a_mother_reads_herself_and_her_small_child(network: Network, home: PeetersElAmrani) -> None:
    ContactChannel.objects.create(person=home.sofia, kind="sms", value="+32470111111", safe=True)
    ContactChannel.objects.create(person=home.noor, kind="sms", value="+32470222222", safe=True)
    asked_by(home, network)
    page = words(client_of(home.sofia, network))
    for known in ("El Amrani", "0470\u00a011\u00a011\u00a011", "Noor", "De ochtenden lopen uit"):
        assert known in page
    assert "+32470222222" not in page
    assert "0470\u00a022\u00a022\u00a022" not in page
    assert "Younes" not in page


def test_a_second_parent_reads_only_himself(network: Network, home: PeetersElAmrani) -> None:
    asked_by(home, network)
    client = client_of(second_parent(home, network, safe=True), network)
    everything = "".join(words(client, path) for path in PAGES)
    for hidden in ("Sofia", "Noor", "Younes", network.counter.name, "ochtenden"):
        assert hidden not in everything


def test_a_protected_place_stands_on_no_page(network: Network, home: PeetersElAmrani) -> None:
    assert "Geel" in words(client_of(home.sofia, network))
    home.noor.protected_address = True
    home.noor.save()
    client = client_of(home.sofia, network)
    assert "Geel" not in words(client)
    assert "Geel" not in client.post("/mijn/kopie/", {"vorm": "data"}).content.decode()


def test_who_looked_in_sentences(network: Network, home: PeetersElAmrani) -> None:
    asked_by(home, network)
    worker = Client()
    worker.force_login(network.nele.account)
    assert worker.get(f"/gezinnen/{home.family.key}/").status_code == 200
    page = words(client_of(home.sofia, network), "wie-keek/")
    assert "Nele Wouters" in page
    assert "Huis van het Kind Geel" in page
    assert "las het dossier" in page


def test_a_copy_holds_what_the_pages_show(network: Network, home: PeetersElAmrani) -> None:
    asked_by(home, network)
    client = client_of(home.sofia, network)
    answer = client.post("/mijn/kopie/", {"vorm": "data"})
    assert answer["Content-Disposition"] == 'attachment; filename="kopie.json"'
    assert "no-store" in answer["Cache-Control"]
    kept = json.loads(answer.content)
    assert [part["code"] for part in kept["parts"]][:2] == ["jij", "vragen"]
    said = answer.content.decode()
    assert "De ochtenden lopen uit" in said
    assert "Younes" not in said


def test_a_copy_on_paper_is_accessible(network: Network, home: PeetersElAmrani) -> None:
    home.sofia.nickname = "Sofia #strong[*x*] $y$"
    home.sofia.save()
    answer = client_of(home.sofia, network).post("/mijn/kopie/", {"vorm": "papier"})
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")
    assert b"pdfuaid" in answer.content


def test_what_is_not_right_becomes_a_question_of_ones_own(
    network: Network, home: PeetersElAmrani
) -> None:
    client = client_of(home.younes, network)
    assert client.post("/mijn/klopt-niet/", {"words": ""}).status_code == 422
    assert client.post("/mijn/klopt-niet/", {"words": "Mijn naam is fout."}).status_code == 302
    asked = Request.objects.get()
    assert (asked.asker, asked.family, asked.asker_kind) == (home.younes, None, "young_person")
    assert "Mijn naam is fout." in words(client)


def test_yes_and_stop_with_the_effect_beforehand(network: Network, home: PeetersElAmrani) -> None:
    asked_by(home, network)
    client = client_of(home.sofia, network)
    house = network.counter.organisation
    path = f"delen/{home.sofia.key}/{house.key}/"
    assert "Wat er dan verandert" in words(client, path)
    assert client.post(f"/mijn/{path}", {"antwoord": "yes"}).status_code == 302
    assert house.name in words(client, "stop/")
    assert client.post(f"/mijn/{path}", {"antwoord": "no"}).status_code == 302
    assert "je zei nee" in words(client, "delen/")
    standing = Consent.objects.get(ends_at__isnull=True)
    assert (standing.person, standing.outcome) == (home.sofia, "no")


def test_nobody_answers_for_another(network: Network, home: PeetersElAmrani) -> None:
    asked_by(home, network)
    house = network.counter.organisation
    jan = second_parent(home, network, safe=True)
    for who in (home.sofia, jan):
        client = client_of(who, network)
        path = f"/mijn/delen/{home.younes.key}/{house.key}/"
        assert client.post(path, {"antwoord": "yes"}).status_code == 404
    assert client.get(f"/mijn/delen/{home.noor.key}/{house.key}/").status_code == 404


def test_an_able_minor_decides_whether_the_mother_reads_along(
    network: Network, home: PeetersElAmrani
) -> None:
    client = client_of(home.younes, network)
    path = f"/mijn/delen/{home.younes.key}/{home.sofia.key}/"
    assert client.post(path, {"antwoord": "yes"}).status_code == 302
    consent = Consent.objects.get()
    assert (consent.purpose, consent.reader, consent.decided_by) == ("read_along", home.sofia, None)


def test_a_silent_word_goes_to_nobody_else(network: Network, home: PeetersElAmrani) -> None:
    client = client_of(home.younes, network)
    client.post(f"/mijn/delen/{home.younes.key}/{home.sofia.key}/", {"antwoord": "yes"})
    consent = Consent.objects.get()
    path = f"/mijn/antwoord/{consent.key}/gedwongen/"
    assert client_of(home.sofia, network).post(path).status_code == 404
    assert client.post(path).status_code == 302
    assert FeltForced.objects.get().consent == consent


def test_closing_the_own_access_signs_out(network: Network, home: PeetersElAmrani) -> None:
    client = client_of(home.sofia, network)
    assert client.post("/mijn/stop/toegang/").status_code == 302
    assert client.get("/mijn/").status_code == 302


def test_a_second_parent_loses_the_page_when_it_is_no_longer_safe(
    network: Network, home: PeetersElAmrani
) -> None:
    jan = second_parent(home, network, safe=True)
    client = client_of(jan, network)
    assert client.get("/mijn/").status_code == 200
    home.noor.parent_safety.filter(parent=jan).update(ends_at=timezone.now())
    assert client.get("/mijn/").status_code == 403
