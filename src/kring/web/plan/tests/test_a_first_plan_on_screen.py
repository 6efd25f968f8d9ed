"""A first plan is one goal, one action and one day, on one small form."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from tests.at_work import client_of
from tests.cast import MONDAY, Network, PeetersElAmrani, kempen, peeters_el_amrani

from kring.registry.network.models import Worker
from kring.support.plans.models import Action, Goal, Plan
from kring.trust.access.tests.a_glass import kept_by

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_wednesday() -> object:
    with time_machine.travel(MONDAY + timedelta(days=2), tick=False) as now:
        yield now


@pytest.fixture
def network() -> Network:
    return kempen()


@pytest.fixture
def home(network: Network) -> PeetersElAmrani:
    people = peeters_el_amrani()
    kept_by(people, network.nele)
    return people


def begun(home: PeetersElAmrani, nele: Worker, **other: object) -> dict[str, object]:
    return {
        "words": "Dat de ochtenden zonder ruzie verlopen.",
        "concerns": [str(home.sofia.key), str(home.noor.key)],
        "first": "Ochtendkaart maken",
        "doer": f"w-{nele.key}",
        "due_on": "2026-11-27",
        "together": [str(home.sofia.key)],
        "submission": str(uuid4()),
    } | other


def test_a_family_without_a_plan_is_offered_one_form(network: Network, home: PeetersElAmrani) -> None:
    page = client_of(network.nele).get(f"/gezinnen/{home.family.key}/plan/").text
    assert "Eén doel, één afspraak, één dag" in page
    assert "waarover" not in page.lower()  # the life domain is not asked


def test_one_form_makes_the_plan_its_goal_and_its_action(
    network: Network, home: PeetersElAmrani
) -> None:
    client, url = client_of(network.nele), f"/gezinnen/{home.family.key}/plan/"
    answer = client.post(f"{url}begin/", begun(home, network.nele))
    goal = Goal.objects.get()
    assert answer.status_code == 302
    assert answer["Location"].endswith(f"#doel-{goal.key}")
    assert (goal.domain, Action.objects.get().doer_worker) == ("parenting", network.nele)
    page = client.get(url).text
    for words in ("Plan loopt, week 1", "zonder ruzie verlopen", "Tegen 27 nov", "Nele Wouters"):
        assert words in page


def test_sent_twice_it_is_one_plan(network: Network, home: PeetersElAmrani) -> None:
    client, url = client_of(network.nele), f"/gezinnen/{home.family.key}/plan/begin/"
    form = begun(home, network.nele)
    answers = [client.post(url, form).status_code for _time in range(2)]
    assert answers == [302, 302]
    assert (Plan.objects.count(), Goal.objects.count(), Action.objects.count()) == (1, 1, 1)


def test_what_is_missing_is_said_beside_it_and_nothing_is_lost(
    network: Network, home: PeetersElAmrani
) -> None:
    client, url = client_of(network.nele), f"/gezinnen/{home.family.key}/plan/begin/"
    answer = client.post(url, begun(home, network.nele, words="  ", first="Kaart maken & ophangen"))
    assert answer.status_code == 422
    assert "in de woorden van het gezin" in answer.text
    assert "Kaart maken &amp; ophangen" in answer.text
    assert not Plan.objects.exists()


def test_too_long_is_said_and_kept(network: Network, home: PeetersElAmrani) -> None:
    client, url = client_of(network.nele), f"/gezinnen/{home.family.key}/plan/begin/"
    answer = client.post(url, begun(home, network.nele, first="a" * 3_000))
    assert answer.status_code == 422
    assert "Dit is te lang" in answer.text
    assert "a" * 3_000 in answer.text
    assert not Plan.objects.exists()


def test_who_is_not_involved_finds_nothing(network: Network, home: PeetersElAmrani) -> None:
    url = f"/gezinnen/{home.family.key}/plan/"
    assert client_of(network.bram).get(url).status_code == 404
    assert client_of(network.bram).post(f"{url}begin/", begun(home, network.bram)).status_code == 404
