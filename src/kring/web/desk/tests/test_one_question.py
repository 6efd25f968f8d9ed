"""The page of one question: its story, who may see it, and every deed on it."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from tests.at_work import client_of
from tests.cast import MONDAY, acting, geel, kempen, organisation, peeters_el_amrani

from kring.registry.people.models import Family
from kring.support.requests.actions import ask_handover, take
from kring.support.requests.models import Request
from kring.web.desk.tests.signed_in import asked, leads_intake

pytestmark = pytest.mark.django_db
LATER = MONDAY + timedelta(days=1)


@pytest.fixture(autouse=True)
def _on_wednesday() -> object:
    with time_machine.travel(MONDAY + timedelta(days=2), tick=False) as now:
        yield now


def do(who: Any, question: Request, deed: str, **values: Any) -> Any:
    data = {f"{deed}-{name}": value for name, value in values.items()}
    return client_of(who).post(f"/vragen/{question.key}/doe/{deed}/", data)


def test_it_works_for_the_desk_and_its_intake_and_is_not_there_for_others() -> None:
    network, family = kempen(), peeters_el_amrani()
    question = asked(network, family=family.family, asker=family.sofia, municipality=geel())
    url = f"/vragen/{question.key}/"
    page = client_of(network.nele).get(url).content.decode()
    assert "Sofia El Amrani" in page
    assert "De vraag is gesteld (website)" in page
    assert client_of(network.lotte).get(url).status_code == 404
    leads_intake(network.lotte)
    assert client_of(network.lotte).get(url).status_code == 200
    assert client_of(network.bram).get(url).status_code == 404
    assert client_of(network.nele).get(url + "afdruk/").status_code == 200


def test_taking_it_and_letting_it_go() -> None:
    network = kempen()
    question = asked(network)
    assert do(network.nele, question, "nemen").status_code == 302
    question.refresh_from_db()
    assert question.worker == network.nele
    assert do(network.nele, question, "loslaten").status_code == 302
    question.refresh_from_db()
    assert (question.worker, question.state) == (None, "asked")


def test_a_refused_deed_stands_there_with_its_sentence() -> None:
    network = kempen()
    question = asked(network)
    leads_intake(network.lotte)
    take(request=question, worker=network.lotte, by=acting(network.lotte), at=LATER)
    page = client_of(network.nele).get(f"/vragen/{question.key}/").content.decode()
    assert "Een collega houdt deze vraag al." in page
    answer = do(network.nele, question, "nemen")
    assert answer.status_code == 403


def test_who_comes_second_reads_who_was_first_and_keeps_the_own_text() -> None:
    network = kempen()
    question = asked(network)
    ask_handover(
        request=question,
        to_desk=network.team,
        words="",
        worker=network.nele,
        by=acting(network.nele),
        at=LATER,
    )
    other = do(
        network.nele, question, "overdragen", to_desk=network.outside.key, words="Bel na vier uur."
    )
    assert other.status_code == 403
    assert "Bel na vier uur." in other.content.decode()


def test_naming_help_waits_for_a_yes_and_the_family_may_give_it() -> None:
    network = kempen()
    question = asked(network)
    caw = organisation("CAW De Kempen", "caw")
    values = {"starter": caw.key, "what": "Gesprekken aan huis", "starts_on": "2026-11-20"}
    assert do(network.nele, question, "hulp", **values).status_code == 302
    page = client_of(network.nele).get(f"/vragen/{question.key}/").content.decode()
    assert "Dit telt zodra de dienst ja zegt" in page
    assert do(network.nele, question, "bevestigd").status_code == 302
    question.refresh_from_db()
    assert question.state == "answered"


def test_the_named_service_says_yes_on_the_page_of_handovers() -> None:
    network = kempen()
    question = asked(network)
    caw = organisation("CAW De Kempen", "caw")
    values = {"starter": caw.key, "what": "Gesprekken aan huis", "starts_on": "2026-11-20"}
    do(network.nele, question, "hulp", **values)
    client = client_of(network.bram)
    assert "Gesprekken aan huis" in client.get("/overdrachten/").content.decode()
    assert client.post(f"/aanbod/{question.key}/ja/").status_code == 302
    question.refresh_from_db()
    assert question.state == "answered"
    assert client_of(network.lotte).post(f"/aanbod/{question.key}/ja/").status_code == 404


def test_a_form_that_is_wrong_keeps_its_text_and_says_what() -> None:
    network = kempen()
    question = asked(network)
    page = do(network.nele, question, "advies", what="Bel de opvoedingslijn", told_on="2027-01-01")
    assert page.status_code == 422
    assert "Deze dag moet nog komen." in page.content.decode()
    assert "Bel de opvoedingslijn" in page.content.decode()


def test_a_nameless_question_gets_a_new_family_with_the_asker_in_it() -> None:
    network, people = kempen(), peeters_el_amrani()
    question = asked(network, asker=people.sofia)
    answer = do(network.nele, question, "gezin", name="El Amrani", role="parent")
    assert answer.status_code == 302
    family = Family.objects.get(requests=question)
    assert family.name == "El Amrani"
    assert family.memberships.get().person == people.sofia


@pytest.mark.parametrize(
    ("deed", "values", "state"),
    [
        ("ingetrokken", {"words": "Het is opgelost."}, "withdrawn"),
        ("bijzondere-weg", {"route": "crisis", "words": "Nu."}, "special_route"),
        ("niet-mogelijk", {"reason": "no_offer", "words": "Nachtopvang"}, "not_possible"),
    ],
)
def test_other_ends(deed: str, values: dict[str, str], state: str) -> None:
    network = kempen()
    question = asked(network)
    assert do(network.nele, question, deed, **values).status_code == 302
    question.refresh_from_db()
    assert question.state == state
    page = client_of(network.nele).get(f"/vragen/{question.key}/").content.decode()
    assert "Noteer" not in page


def test_two_questions_of_a_family_become_one() -> None:
    network, people = kempen(), peeters_el_amrani()
    older = asked(network, family=people.family)
    newer = asked(network, at=LATER, family=people.family)
    assert do(network.nele, newer, "samenvoegen", into=older.key).status_code == 302
    newer.refresh_from_db()
    assert newer.joined_to == older


def test_support_and_help_stop_their_clocks() -> None:
    network = kempen()
    question = asked(network)
    assert (
        do(network.nele, question, "steun", kind="first_support", began_on="2026-11-04").status_code
        == 302
    )
    page = client_of(network.nele).get(f"/vragen/{question.key}/").content.decode()
    assert "na 2 dagen" in page


def test_an_unknown_deed_is_not_there() -> None:
    network = kempen()
    assert do(network.nele, asked(network), "verdwijnen").status_code == 404
