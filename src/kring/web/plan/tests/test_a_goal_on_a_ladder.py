"""Goal attainment scaling: levels in words where they are wanted, the level of now, and how it went."""

import pytest
from tests.at_work import client_of

from kring.support.plans.models import Goal, GoalLevel
from kring.web.mine.tests.at_home import client_of as own_client_of
from kring.web.plan.tests.a_sheet import Planned

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_on_wednesday")]
EXPECTED, BETTER = "Op tijd op school, de meeste dagen.", "Elke dag op tijd."


def test_a_goal_has_no_levels_until_somebody_describes_them(family_plan: Planned) -> None:
    client, url = client_of(family_plan.network.nele), family_plan.of_goal("trappen")
    assert "Trap nu" not in client.get(family_plan.url).text
    refused = client.post(url, {"version": 1, "trap2": BETTER})
    assert refused.status_code == 422
    assert "Schrijf bij 0 wat je verwacht." in refused.text
    assert BETTER in refused.text
    assert client.post(url, {"version": 1, "trap0": EXPECTED, "trap2": BETTER}).status_code == 302
    page = client.get(family_plan.url).text
    assert EXPECTED in page
    assert "nog niet gekozen" in page


def described(made: Planned) -> None:
    url = made.of_goal("trappen")
    client_of(made.network.nele).post(url, {"version": 1, "trap0": EXPECTED, "trap2": BETTER})


def test_each_level_is_kept_with_its_day(family_plan: Planned) -> None:
    described(family_plan)
    client, url = client_of(family_plan.network.nele), family_plan.of_goal("trap")
    assert client.post(url, {"version": 2, "level": "-1"}).status_code == 422
    for version, level in ((2, "0"), (3, "2")):
        assert client.post(url, {"version": version, "level": level}).status_code == 302
    assert list(GoalLevel.objects.order_by("pk").values_list("level", flat=True)) == [0, 2]
    page = client.get(family_plan.url).text
    assert page.index("+2 · veel beter dan verwacht") < page.index("0 · zoals verwacht")
    assert client.post(url, {"version": 3, "level": "0"}).status_code == 409
    assert Goal.objects.get().level == 2


def test_the_family_reads_the_levels_in_its_own_plan(family_plan: Planned) -> None:
    described(family_plan)
    client_of(family_plan.network.nele).post(family_plan.of_goal("trap"), {"version": 2, "level": "0"})
    page = own_client_of(family_plan.home.sofia, family_plan.network).get("/mijn/plan/").text
    assert EXPECTED in page
    assert "hier staan we nu" in page
