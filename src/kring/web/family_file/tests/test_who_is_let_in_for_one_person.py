"""The file tells who is let in for one member alone, and only to who keeps or helps that member."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from tests.cast import MONDAY, Network, PeetersElAmrani, acting, kempen, peeters_el_amrani, worker

from kring.registry.network.models import Worker
from kring.registry.people.models import Family, Person
from kring.support.requests.actions import Question, ask
from kring.trust.access.models import Involvement
from kring.trust.access.tests.a_glass import kept_by

pytestmark = pytest.mark.django_db
HEADING = "Voor één persoon"


@pytest.fixture(autouse=True)
def _on_monday() -> object:
    with time_machine.travel(MONDAY + timedelta(hours=1), tick=False) as now:
        yield now


@pytest.fixture
def network() -> Network:
    return kempen()


@pytest.fixture
def home(network: Network) -> PeetersElAmrani:
    """Nele keeps the family; Bram of the CAW is let in for Younes alone."""
    found = peeters_el_amrani()
    kept_by(found, network.nele)
    return found


def let_in(who: Worker, about: Person | Family, because: str, role: str = "team") -> None:
    Involvement.objects.create(
        family=about if isinstance(about, Family) else None,
        person=about if isinstance(about, Person) else None,
        worker=who,
        role=role,
        because=because,
        starts_at=MONDAY,
    )


def panel(who: Worker, home: PeetersElAmrani) -> str:
    """What the panel says below its heading for one person; empty without one."""
    client = Client()
    assert who.account is not None
    client.force_login(who.account)
    page = client.get(f"/gezinnen/{home.family.key}/")
    assert page.status_code == 200
    return page.text.partition(HEADING)[2].partition("</ul>")[0]


def test_the_keeper_reads_whom_a_yes_let_in(network: Network, home: PeetersElAmrani) -> None:
    let_in(network.bram, home.younes, "join")
    shown = panel(network.nele, home)
    for words in ("Bram De Smet", "voor Younes Peeters", "omdat hierom gevraagd en ja gezegd is"):
        assert words in shown


def test_who_only_helps_along_in_the_family_does_not(network: Network, home: PeetersElAmrani) -> None:
    let_in(network.bram, home.younes, "join")
    tine = worker("Tine Maes", network.outside)
    let_in(tine, home.family, "request")
    assert panel(tine, home) == ""


def test_who_helps_that_person_alone_reads_who_else_does(
    network: Network, home: PeetersElAmrani
) -> None:
    tine = worker("Tine Maes", network.outside)
    let_in(network.bram, home.younes, "request")
    let_in(tine, home.family, "request")
    assert panel(tine, home) == ""
    let_in(tine, home.younes, "request")
    assert "Bram De Smet" in panel(tine, home)


def test_an_own_question_of_a_young_person_shows_to_no_keeper_of_the_family(
    network: Network, home: PeetersElAmrani
) -> None:
    question = Question(door="web", asker_kind="young_person", words="Help.", asker=home.younes)
    ask(question=question, desk=network.outside, by=acting(network.bram), at=MONDAY)
    let_in(network.bram, home.younes, "anchor_chosen", "anchor")
    assert panel(network.nele, home) == ""


def test_a_keeper_of_the_own_family_reads_nothing_once_the_person_said_no(
    network: Network, home: PeetersElAmrani
) -> None:
    let_in(network.bram, home.younes, "join")
    home.younes.consents.create(
        purpose="share",
        outcome="no",
        organisation=network.counter.organisation,
        starts_at=MONDAY,
    )
    assert panel(network.nele, home) == ""
