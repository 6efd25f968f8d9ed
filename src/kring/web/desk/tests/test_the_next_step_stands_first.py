"""On the page of a question one step stands first: what a worker most likely does in this state."""

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from tests.at_work import client_of
from tests.cast import MONDAY, Network, acting, kempen, organisation

from kring.support.requests.actions import ask_handover, take
from kring.support.requests.models import Request
from kring.web.desk.tests.signed_in import asked, leads_intake

pytestmark = pytest.mark.django_db
LATER = MONDAY + timedelta(days=1)
STEP = re.compile(r'id="nu".*?</section>', re.DOTALL)
MAIN = "btn-main"


@pytest.fixture(autouse=True)
def _on_wednesday() -> object:
    with time_machine.travel(MONDAY + timedelta(days=2), tick=False) as now:
        yield now


def page_for(who: Any, question: Request) -> str:
    return client_of(who).get(f"/vragen/{question.key}/").content.decode()


def step_for(who: Any, question: Request) -> str:
    found = STEP.search(page_for(who, question))
    return found.group() if found else ""


def taken(network: Network) -> Request:
    question = asked(network)
    take(request=question, worker=network.nele, by=acting(network.nele), at=LATER)
    return question


def does(who: Any, question: Request, deed: str, **values: object) -> None:
    data = {f"{deed}-{name}": value for name, value in values.items()}
    assert client_of(who).post(f"/vragen/{question.key}/doe/{deed}/", data).status_code == 302


def test_a_question_nobody_holds_is_taken_first() -> None:
    network = kempen()
    step = step_for(network.nele, asked(network))
    assert "Ik neem deze vraag op mij" in step
    assert step.count(MAIN) == 1


def test_who_holds_it_answers_it_and_the_rest_stands_below_once() -> None:
    network = kempen()
    page = page_for(network.nele, taken(network))
    step = STEP.search(page)
    assert step is not None
    assert "Noem wie hulp start" in step.group()
    assert page.count("Noem wie hulp start, wat en wanneer") == 1
    rest = page[step.end() :]
    for words in ("Advies dat je verteld hebt", "Leg terug op de balie", "Anders afsluiten"):
        assert words in rest
    assert MAIN not in rest


def test_a_colleague_reads_who_holds_it_and_gets_no_button() -> None:
    network = kempen()
    leads_intake(network.lotte)
    step = step_for(network.lotte, taken(network))
    assert network.nele.name in step
    assert "<form" not in step
    assert "<details" not in step


def test_while_another_desk_thinks_it_over_there_is_only_waiting() -> None:
    network = kempen()
    question = taken(network)
    nele = {"worker": network.nele, "by": acting(network.nele), "at": LATER}
    ask_handover(request=question, to_desk=network.team, words="", **nele)
    step = step_for(network.nele, question)
    assert network.team.name in step
    assert "<form" not in step


def test_named_help_waits_for_the_family_and_then_for_what_really_began() -> None:
    network = kempen()
    question = taken(network)
    caw = organisation("CAW De Kempen", "caw")
    does(network.nele, question, "hulp", starter=caw.key, what="Gesprekken", starts_on="2026-11-20")
    assert "Het gezin bevestigt" in step_for(network.nele, question)
    does(network.nele, question, "bevestigd")
    assert "Er kwam steun of hulp" in step_for(network.nele, question)
    does(network.nele, question, "steun", kind="agreed_help", began_on="2026-11-04")
    assert step_for(network.nele, question) == ""


def test_the_own_service_says_yes_or_no_side_by_side() -> None:
    network = kempen()
    question, own = taken(network), network.counter.organisation
    does(network.nele, question, "hulp", starter=own.key, what="Spelnamiddag", starts_on="2026-11-20")
    step = step_for(network.nele, question)
    assert step.index("Ja, wij starten") < step.index("Nee, wij kunnen niet starten")
    assert step.count(MAIN) == 1


def test_a_closed_question_asks_nothing_more() -> None:
    network = kempen()
    question = taken(network)
    does(network.nele, question, "ingetrokken", words="Het is opgelost.")
    assert step_for(network.nele, question) == ""
