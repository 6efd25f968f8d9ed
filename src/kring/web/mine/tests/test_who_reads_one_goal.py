"""A young person shares one goal with her coach and not with her father."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.cast import Network, PeetersElAmrani, acting, kempen, peeters_el_amrani, person

from kring.registry.people.models import Person
from kring.support.plans.actions import join_team
from kring.support.plans.models import Goal, Plan
from kring.support.plans.queries import plan_page
from kring.trust.access.queries import reader_for
from kring.trust.access.readers import Reader
from kring.trust.consent.actions import record_consent
from kring.web.mine.tests.a_plan import a_plan
from kring.web.mine.tests.at_home import client_of

pytestmark = pytest.mark.django_db
HERS = "Ik wil bij de scouts."


@pytest.fixture
def network() -> Network:
    return kempen()


@pytest.fixture
def home() -> PeetersElAmrani:
    return peeters_el_amrani()


@pytest.fixture
def plan(home: PeetersElAmrani, network: Network) -> Plan:
    """Bram of the CAW is in the team, without any yes of the son."""
    made = a_plan(home, network)
    at = timezone.now() - timedelta(days=2)
    join_team(plan=made, worker=network.bram, because="test", by=acting(network.nele), at=at)
    return made


def own_goal(client: Client) -> Goal:
    client.post("/mijn/plan/doel/", {"words": HERS})
    return Goal.objects.get()


def reads(who: Person | None, plan: Plan, network: Network) -> bool:
    at = timezone.now()
    reader = Reader(person=who) if who is not None else reader_for(network.bram.account, at)
    return bool(plan_page(reader, plan, at).goals)


def test_with_the_coach_and_not_with_the_parent(
    network: Network, home: PeetersElAmrani, plan: Plan
) -> None:
    client = client_of(home.younes, network)
    goal = own_goal(client)
    path = f"/mijn/plan/doel/{goal.key}/lezers/"
    page = client.get(path).content.decode()
    assert "Bram De Smet" in page
    assert "Sofia El Amrani" in page
    assert not reads(None, plan, network)
    assert client.post(path, {"wie": str(network.bram.key)}).status_code == 302
    assert reads(None, plan, network)
    assert not reads(home.sofia, plan, network)
    client.post(path, {"wie": str(network.bram.key), "doe": "stop"})
    assert not reads(None, plan, network)


def test_a_stop_for_one_goal_holds_against_a_yes_to_everything(
    network: Network, home: PeetersElAmrani, plan: Plan
) -> None:
    client = client_of(home.younes, network)
    goal = own_goal(client)
    record_consent(
        person=home.younes,
        purpose="read_along",
        outcome="yes",
        reader=home.sofia,
        by=acting(network.nele),
        at=timezone.now(),
    )
    assert reads(home.sofia, plan, network)
    path = f"/mijn/plan/doel/{goal.key}/lezers/"
    client.post(path, {"wie": str(home.sofia.key), "doe": "stop"})
    assert not reads(home.sofia, plan, network)
    client.post(f"/mijn/plan/doel/{goal.key}/afspraak/", {"words": "Opa belt", "who": "ik"})
    assert not plan_page(Reader(person=home.sofia), plan, timezone.now()).given
    client.post(path, {"wie": str(home.sofia.key)})
    assert reads(home.sofia, plan, network)


def test_of_two_children_one_cannot_share_for_the_other(
    network: Network, home: PeetersElAmrani, plan: Plan
) -> None:
    client = client_of(home.younes, network)
    goal = own_goal(client)
    goal.item.subjects.create(person=person("Lina", "Peeters", date(2011, 3, 8)))
    path = f"/mijn/plan/doel/{goal.key}/lezers/"
    client.post(path, {"wie": str(network.bram.key)})
    assert not reads(None, plan, network)
    assert "eerst een ja nodig" in client.get(path).content.decode()


def test_who_does_not_decide_shares_nothing(network: Network, home: PeetersElAmrani, plan: Plan) -> None:
    client = client_of(home.younes, network)
    goal = own_goal(client)
    assert client_of(home.sofia, network).get(f"/mijn/plan/doel/{goal.key}/lezers/").status_code == 404
