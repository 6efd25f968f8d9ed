"""A mother takes her yes back: nothing shows any more, on a page, on paper, in a feed, in a tab."""

from datetime import timedelta

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from tests.cast import MONDAY, Network, PeetersElAmrani, acting, kempen, peeters_el_amrani

from kring.exchange.calendars.actions import open_feed
from kring.foundation.journal.actor import SYSTEM
from kring.support.plans.actions import add_action, join_team
from kring.support.plans.makers import Doer, Maker, NewAction
from kring.support.plans.models import Action, Goal, GoalScore
from kring.support.plans.states import TO_DO
from kring.trust.consent.actions import record_consent
from kring.web.mine.tests.a_plan import MORNINGS, a_goal, a_plan
from kring.web.mine.tests.at_home import client_of

pytestmark = pytest.mark.django_db
HIS = "Thuis langsgaan"


@pytest.fixture(autouse=True)
def _on_wednesday() -> object:
    with time_machine.travel(MONDAY + timedelta(days=2), tick=False) as now:
        yield now


@pytest.fixture
def network() -> Network:
    return kempen()


@pytest.fixture
def home() -> PeetersElAmrani:
    return peeters_el_amrani()


@pytest.fixture
def goal(network: Network, home: PeetersElAmrani) -> Goal:
    """Bram of the CAW helps along with Sofia's yes, and has something to do himself."""
    nele, at = network.nele, timezone.now()
    plan = a_plan(home, network)
    made = a_goal(plan, network, home.sofia, together=(home.sofia,))
    join_team(plan=plan, worker=network.bram, because="test", by=acting(nele), at=at)
    record_consent(
        person=home.sofia,
        purpose="share",
        outcome="yes",
        organisation=network.outside.organisation,
        by=acting(nele),
        at=at,
    )
    new = NewAction(HIS, Doer(worker=network.bram), at.date())
    maker = Maker(worker=nele, organisation=plan.owner)
    add_action(goal=made, new=new, maker=maker, by=acting(nele), at=at)
    return made


class Tab:
    """The browser of Bram, in which everything of this family is open; and his own calendar."""

    def __init__(self, network: Network, home: PeetersElAmrani, goal: Goal) -> None:
        self.client = Client()
        self.client.force_login(network.bram.account)
        self.file = f"/gezinnen/{home.family.key}/"
        self.sofia, self.goal, self.action = home.sofia, goal, Action.objects.get()
        account = network.bram.account
        token = open_feed(account=account, level="named", by=SYSTEM, at=timezone.now())
        self.feed = f"/kalender/{token}/kring.ics"

    def pages(self) -> list[HttpResponse]:
        places = ["", "plan/", "plan/geschiedenis/", "kring/", "verhaal/", "afspraken/", "kopieer/"]
        return [self.client.get(self.file + place) for place in [*places, "papier/"]]

    def files(self) -> list[HttpResponse]:
        """The paper for Sofia, and the copies for his own system."""
        copies = [{"kopieer": f"plan.{form}"} for form in ("tekst", "csv", "pdf")]
        posted = [self.client.post(f"{self.file}kopieer/", form) for form in copies]
        return [self.client.post(f"{self.file}papier/", {"voor": self.sofia.key}), *posted]

    def deeds(self) -> list[HttpResponse]:
        """What the forms of an open page send, with a script and without."""
        plan, score = f"{self.file}plan/", {"person": self.sofia.key, "score": "5"}
        asked = [
            (f"{plan}doel/{self.goal.key}/cijfer/", score),
            (f"{plan}doel/{self.goal.key}/aanpassen/", {"version": 1, "words": "Iets anders"}),
            (f"{plan}afspraak/{self.action.key}/gedaan/", {}),
        ]
        script = {"HX-Request": "true"}
        return [
            self.client.post(url, form, headers=headers)
            for url, form in asked
            for headers in ({}, script)
        ]

    def calendar(self) -> str:
        answer = Client().get(self.feed)
        assert answer.status_code == 200
        return answer.content.decode()


def test_at_the_very_next_request(network: Network, home: PeetersElAmrani, goal: Goal) -> None:
    tab, sofia = Tab(network, home, goal), client_of(home.sofia, network)
    assert [page.status_code for page in tab.pages()] == [200] * 8
    assert MORNINGS in tab.pages()[1].text
    assert [file.status_code for file in tab.files()] == [200] * 4
    assert MORNINGS in tab.files()[1].content.decode()
    assert "Iets te doen: Sofia" in tab.calendar()

    caw = network.outside.organisation
    told = sofia.get(f"/mijn/delen/{home.sofia.key}/{caw.key}/").text
    assert "Lezen meteen niet meer mee: Bram De Smet." in told
    sofia.post(f"/mijn/delen/{home.sofia.key}/{caw.key}/", {"antwoord": "no"})

    for answer in [*tab.pages(), *tab.files(), *tab.deeds()]:
        assert answer.status_code == 404
        for word in (MORNINGS, HIS, "El Amrani"):
            assert word not in answer.text
    assert "VEVENT" not in tab.calendar()
    assert Action.objects.get().state == TO_DO
    assert Goal.objects.get().words == MORNINGS
    assert not GoalScore.objects.exists()


def test_an_open_tab_worked_until_then(network: Network, home: PeetersElAmrani, goal: Goal) -> None:
    """So that what is refused above is refused for the no alone."""
    assert {answer.status_code for answer in Tab(network, home, goal).deeds()} <= {200, 302, 409}
    assert GoalScore.objects.exists()
