"""A plan begins from a template or is filled from one; a keeper makes and changes templates."""

from datetime import timedelta

import pytest
import time_machine
from tests.at_work import client_of
from tests.cast import LONG_AGO, MONDAY, Network, PeetersElAmrani, kempen, peeters_el_amrani, worker

from kring.registry.network.models import PartnershipMember
from kring.support.plans.models import Action, Goal, Plan, PlanTemplate
from kring.web.plan.tests.a_sheet import planned

pytestmark = pytest.mark.django_db
NOW = MONDAY + timedelta(days=2)
OWN = {
    "name": "Samen de dag door",
    "doel0": "Rustig opstaan",
    "onderwerp0": "parenting",
    "afspraak0-0": "Een dagkaart maken",
    "dagen0-0": "10",
    "afspraak0-1": "Samen ontbijten",
}


@pytest.fixture(autouse=True)
def _on_wednesday() -> object:
    with time_machine.travel(NOW, tick=False) as now:
        yield now


def test_a_first_plan_begins_from_a_template() -> None:
    made = planned()
    Plan.objects.update(state="completed", ended_because="reached", ends_at=MONDAY)
    client, home = client_of(made.network.nele), made.home
    assert "begin-sjabloon" in client.get(made.url).text
    template = PlanTemplate.objects.get(code="calm_at_home")
    page = client.get(f"{made.url}begin-sjabloon/").text
    assert "Samen een ochtendkaart maken (binnen 7 dagen)" in page
    form = {"concerns": [str(home.sofia.key)], "together": [str(home.sofia.key)]}
    assert client.post(f"{made.url}begin-sjabloon/", form).status_code == 422
    sent = form | {"template": str(template.key)}
    assert client.post(f"{made.url}begin-sjabloon/", sent).status_code == 302
    plan = Plan.objects.get(state="active")
    due = Action.objects.filter(goal__plan=plan).order_by("due_on")
    assert [(one.due_on - NOW.date()).days for one in due if one.due_on] == [7, 14, 21]


def test_a_plan_that_runs_is_filled_once() -> None:
    made = planned()
    client = client_of(made.network.nele)
    template = PlanTemplate.objects.get(code="first_plan")
    sent = {"template": str(template.key), "concerns": [str(made.home.sofia.key)]}
    assert "Vul aan met een sjabloon" in client.get(made.url).text
    for _twice in range(2):
        assert client.post(f"{made.url}sjabloon/", sent).status_code == 302
    assert Goal.objects.filter(plan=made.plan).count() == 2
    assert client.post(f"{made.url}begin-sjabloon/", sent).status_code == 302
    assert Plan.objects.count() == 1


def keeper(network: Network) -> str:
    PartnershipMember.objects.create(
        partnership=network.region,
        organisation=network.counter.organisation,
        role="member",
        starts_at=LONG_AGO,
    )
    return f"/partners/samenwerking/{network.region.key}/sjablonen/"


def test_a_keeper_makes_changes_and_takes_away_a_template() -> None:
    network = kempen()
    url, client = keeper(network), client_of(worker("Karel Hens", network.team, "coordinator"))
    assert client.post(f"{url}nieuw/", {"name": "Leeg"}).status_code == 422
    loose = {"name": "Los", "doel0": "Rust", "afspraak1-0": "Bellen"}
    assert "bij welk doel" in client.post(f"{url}nieuw/", loose).text
    assert client.post(f"{url}nieuw/", OWN).status_code == 302
    first = PlanTemplate.objects.get(partnership=network.region)
    assert [one["due_after_days"] for one in first.goals[0]["actions"]] == [10, 14]
    changed = OWN | {"name": "Samen de ochtend door"}
    assert client.post(f"{url}{first.key}/", changed).status_code == 302
    assert client.post(f"{url}{first.key}/", changed).status_code == 404
    page = client.get(url).text
    assert "Samen de ochtend door" in page
    assert "Samen de dag door" not in page
    now = PlanTemplate.objects.get(partnership=network.region, valid_until=None)
    assert client.post(f"{url}{now.key}/weg/").status_code == 302
    assert "Nog geen." in client.get(url).text


def test_nobody_else_makes_templates_and_general_ones_stay() -> None:
    network, home = kempen(), peeters_el_amrani()
    assert isinstance(home, PeetersElAmrani)
    url = keeper(network)
    assert client_of(network.nele).get(url).status_code == 403
    general = PlanTemplate.objects.get(code="first_plan")
    client = client_of(worker("Karel Hens", network.team, "coordinator"))
    assert client.get(f"{url}{general.key}/").status_code == 404
