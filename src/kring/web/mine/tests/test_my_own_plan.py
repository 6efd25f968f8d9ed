"""The plan in the person's own hands: reading it, saying how it goes, adding, and saying yes or no."""

from uuid import uuid4

import pytest
from tests.cast import Network, PeetersElAmrani, kempen, peeters_el_amrani

from kring.support.plans.models import Action, Goal, GoalAgreement, GoalScore
from kring.support.plans.states import DONE, TO_DO
from kring.web.mine.tests.a_plan import CARD, MORNINGS, a_goal, a_plan, to_do
from kring.web.mine.tests.at_home import client_of, second_parent

pytestmark = pytest.mark.django_db


@pytest.fixture
def network() -> Network:
    return kempen()


@pytest.fixture
def home() -> PeetersElAmrani:
    return peeters_el_amrani()


def test_a_mother_reads_her_goals_and_her_anchor(network: Network, home: PeetersElAmrani) -> None:
    goal = a_goal(a_plan(home, network), network, home.sofia)
    to_do(goal, network, home.sofia)
    client = client_of(home.sofia, network)
    for path in ("", "plan/"):
        page = client.get(f"/mijn/{path}").content.decode()
        assert MORNINGS in page
        assert CARD in page
    assert "Nele Wouters" in client.get("/mijn/").content.decode()


def test_a_service_on_the_plan_leads_to_its_page(network: Network, home: PeetersElAmrani) -> None:
    goal = a_goal(a_plan(home, network), network, home.sofia)
    todo, key = to_do(goal, network, home.sofia), uuid4()
    client, link = client_of(home.sofia, network), f'href="/aanbod/{key}"'
    assert link not in client.get("/mijn/plan/").content.decode()
    Action.objects.filter(pk=todo.pk).update(service_key=key)
    assert link in client.get("/mijn/plan/").content.decode()


def test_how_it_goes_is_said_in_one_tap(network: Network, home: PeetersElAmrani) -> None:
    goal = a_goal(a_plan(home, network), network, home.sofia)
    client = client_of(home.sofia, network)
    answer = client.post(f"/mijn/plan/doel/{goal.key}/hoe/", {"gaat": "5", "van": "begin"})
    assert (answer.status_code, answer["Location"]) == (302, "/mijn/")
    said = GoalScore.objects.get()
    assert (said.person, said.score, said.heard_by) == (home.sofia, 5, None)
    assert "Je zei: gaat wel" in client.get("/mijn/").content.decode()
    assert client.post(f"/mijn/plan/doel/{goal.key}/hoe/", {"gaat": "6"}).status_code == 404


def test_a_goal_and_an_agreement_of_ones_own(network: Network, home: PeetersElAmrani) -> None:
    plan = a_plan(home, network)
    client = client_of(home.sofia, network)
    assert client.post("/mijn/plan/doel/", {"words": ""}).status_code == 422
    sent = {"words": "Werk vinden", "about": [str(home.sofia.key), str(home.noor.key)]}
    goal_page = client.post("/mijn/plan/doel/", sent)
    goal = Goal.objects.get(plan=plan)
    assert goal_page["Location"] == f"/mijn/plan/doel/{goal.key}/lezers/"
    assert {row.person for row in goal.item.subjects.all()} == {home.sofia, home.noor}
    path = f"/mijn/plan/doel/{goal.key}/afspraak/"
    assert client.post(path, {"words": "Bellen", "who": "iemand"}).status_code == 422
    assert client.post(path, {"words": "Bellen naar de VDAB", "who": "ik"}).status_code == 302
    todo = Action.objects.get()
    assert (todo.doer_person, todo.item.told_by) == (home.sofia, "self")


def test_done_in_one_tap_and_taken_back(network: Network, home: PeetersElAmrani) -> None:
    todo = to_do(a_goal(a_plan(home, network), network, home.sofia), network, home.sofia)
    client = client_of(home.sofia, network)
    for sent, state in (({}, DONE), ({}, DONE), ({"weer": "1"}, TO_DO)):
        assert client.post(f"/mijn/plan/afspraak/{todo.key}/", sent).status_code == 302
        todo.refresh_from_db()
        assert todo.state == state


def test_what_somebody_else_does_is_not_ones_own_tap(network: Network, home: PeetersElAmrani) -> None:
    goal = a_goal(a_plan(home, network), network, home.sofia, home.noor)
    todo = to_do(goal, network, home.noor)
    client = client_of(home.sofia, network)
    assert client.post(f"/mijn/plan/afspraak/{todo.key}/").status_code == 404


@pytest.mark.parametrize("said", ["yes", "not_now", "no"])
def test_yes_not_yet_and_no(network: Network, home: PeetersElAmrani, said: str) -> None:
    goal = a_goal(a_plan(home, network), network, home.sofia)
    client = client_of(home.sofia, network)
    assert client.post(f"/mijn/plan/doel/{goal.key}/zeg/", {"zeg": said}).status_code == 302
    assert GoalAgreement.objects.get().said == said
    assert client.post(f"/mijn/plan/doel/{goal.key}/zeg/", {"zeg": "misschien"}).status_code == 404


def test_a_second_parent_reads_only_what_he_takes_part_in(
    network: Network, home: PeetersElAmrani
) -> None:
    plan = a_plan(home, network)
    jan = second_parent(home, network, safe=True)
    hers = a_goal(plan, network, home.sofia, home.noor, words="Alleen van Sofia en Noor.")
    client = client_of(jan, network)
    pages = [client.get(f"/mijn/{path}").content.decode() for path in ("", "plan/")]
    assert not any(word in page for page in pages for word in ("Alleen van Sofia", "Nele", "Sofia"))
    assert "Er is nu geen plan dat jij mag lezen." in pages[1]
    assert client.get("/mijn/plan/doel/").status_code == 404
    assert client.post(f"/mijn/plan/doel/{hers.key}/hoe/", {"gaat": "5"}).status_code == 404
    a_goal(plan, network, home.noor, words="Naar de zwemles.", together=(jan,))
    page = client.get("/mijn/plan/").content.decode()
    assert "Naar de zwemles." in page
    assert "Alleen van Sofia" not in page
    assert "Nele" not in page
