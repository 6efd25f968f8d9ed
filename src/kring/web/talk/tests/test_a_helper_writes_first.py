"""Who takes part in the help writes first, to who reads it; a message shows the goal it tells of."""

import pytest
from tests.at_work import client_of as at_work
from tests.cast import Network, PeetersElAmrani, kempen, peeters_el_amrani

from kring.registry.people.models import Person
from kring.support.messages.models import FamilyMessage
from kring.trust.access.models import Item
from kring.web.mine.tests.a_plan import MORNINGS, a_goal, a_plan
from kring.web.mine.tests.at_home import client_of, second_parent

pytestmark = pytest.mark.django_db


@pytest.fixture
def network() -> Network:
    return kempen()


@pytest.fixture
def home() -> PeetersElAmrani:
    return peeters_el_amrani()


def path_of(person: Person) -> str:
    return f"/gesprekken/{person.key}/"


def test_the_first_words_come_from_the_helper(network: Network, home: PeetersElAmrani) -> None:
    a_plan(home, network)
    nele, page = at_work(network.nele), path_of(home.sofia)
    member = nele.get(f"/gezinnen/{home.family.key}/mensen/{home.sofia.key}/").text
    assert f'href="{page}"' in member
    assert "Eerste bericht" in nele.get(page).text
    assert nele.post(page, {"words": " "}).status_code == 422
    assert nele.post(page, {"words": "Dag Sofia, vrijdag kom ik langs."}).status_code == 302
    assert "vrijdag kom ik langs" in client_of(home.sofia, network).get("/mijn/berichten/").text
    assert FamilyMessage.objects.get().from_worker == network.nele


def test_not_by_a_stranger_and_not_to_who_does_not_read_it(
    network: Network, home: PeetersElAmrani
) -> None:
    a_plan(home, network)
    jan = second_parent(home, network, safe=False)
    nele = at_work(network.nele)
    assert at_work(network.bram).get(path_of(home.sofia)).status_code == 404
    for person in (home.noor, jan):
        assert nele.get(path_of(person)).status_code == 404
        assert nele.post(path_of(person), {"words": "Dag"}).status_code == 404
    assert not FamilyMessage.objects.exists()


def test_a_message_shows_its_goal_to_who_may_see_it(network: Network, home: PeetersElAmrani) -> None:
    goal = a_goal(a_plan(home, network), network, home.sofia, together=(home.sofia,))
    nele, sofia = at_work(network.nele), client_of(home.sofia, network)
    assert MORNINGS in nele.get(path_of(home.sofia)).text
    sent = {"words": "Hoe ging het vandaag?", "goal": str(goal.key)}
    assert nele.post(path_of(home.sofia), sent).status_code == 302
    sofia.post("/mijn/berichten/", {"words": "Goed!", "goal": str(goal.key)})
    assert list(FamilyMessage.objects.values_list("about_key", flat=True)) == [goal.key] * 2
    for page in (sofia.get("/mijn/berichten/"), nele.get(path_of(home.sofia))):
        assert page.text.count(f"Over het doel “{MORNINGS}”") == 2
    assert MORNINGS in sofia.post("/mijn/kopie/", {"vorm": "data"}).text
    Item.objects.filter(pk=goal.item_id).update(private=True, author=network.bram)
    for page in (sofia.get("/mijn/berichten/"), nele.get(path_of(home.sofia))):
        assert MORNINGS not in page.text


def test_a_goal_the_other_does_not_read_cannot_be_chosen(
    network: Network, home: PeetersElAmrani
) -> None:
    goal = a_goal(a_plan(home, network), network, home.younes, together=(home.younes,))
    nele = at_work(network.nele)
    assert MORNINGS not in nele.get(path_of(home.sofia)).text
    told = {"words": "Dag", "goal": str(goal.key)}
    nele.post(path_of(home.sofia), told)
    client_of(home.sofia, network).post("/mijn/berichten/", told)
    assert set(FamilyMessage.objects.values_list("about_key", flat=True)) <= {None}
