"""A plan is kept when people look at it together, and what changed since is told in sentences."""

from uuid import uuid4

import pytest
from tests.at_work import client_of

from kring.support.plans.models import Plan, Revision
from kring.support.plans.states import COMPLETED, ON_HOLD
from kring.trust.access.models import Item
from kring.web.plan.tests.a_sheet import Planned

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_on_wednesday")]


def heard(made: Planned) -> None:
    """Both children have their line."""
    client = client_of(made.network.nele)
    for child in (made.home.noor, made.home.younes):
        form = {"child": str(child.key), "not_spoken_because": "ziek", "submission": str(uuid4())}
        assert client.post(f"{made.url}kind/", form).status_code == 302


def test_what_was_agreed_is_kept_and_what_changed_is_told(family_plan: Planned) -> None:
    client, url = client_of(family_plan.network.nele), family_plan.url
    client.post(f"{url}vastleggen/")
    client.post(family_plan.of_action(family_plan.card, "gedaan"))
    page = client.get(f"{url}geschiedenis/").text
    assert "Veranderd sinds de laatste keer" in page
    assert "Gedaan: “Ochtendkaart maken” (Sofia El Amrani)." in page
    then = client.get(f"{url}geschiedenis/{Revision.objects.get().key}/").text
    assert "Ochtendkaart maken" in then
    assert "chip-ok" not in then


def test_looking_together_asks_for_every_child(family_plan: Planned) -> None:
    client, url = client_of(family_plan.network.nele), f"{family_plan.url}samen-kijken/"
    form = {"decided": "go_on", "present": [str(family_plan.home.sofia.key)], "next_on": "2027-02-01"}
    refused = client.post(url, form)
    assert refused.status_code == 422
    assert "Schrijf eerst op wat elk kind zegt" in refused.text
    heard(family_plan)
    assert client.post(url, form).status_code == 302
    assert "Evaluatie op maandag 1 februari 2027" in client.get(family_plan.url).text


def test_a_plan_that_stands_still_is_read_and_not_changed(family_plan: Planned) -> None:
    client, url = client_of(family_plan.network.nele), family_plan.url
    client.post(f"{url}pauze/")
    page = client.get(url).text
    assert Plan.objects.get().state == ON_HOLD
    assert "Plan staat even stil" in page
    assert "Doel toevoegen" not in page
    client.post(f"{url}hervat/")
    assert "Doel toevoegen" in client.get(url).text


def test_it_ends_with_why_and_what_came_of_each_goal(family_plan: Planned) -> None:
    client, url = client_of(family_plan.network.nele), f"{family_plan.url}afsluiten/"
    heard(family_plan)
    form = {"because": "reached", "words": "Het lukt."}
    refused = client.post(url, form)
    assert refused.status_code == 422
    assert "Kies bij elk doel wat ervan kwam." in refused.text
    assert client.post(url, form | {f"doel-{family_plan.goal.key}": "achieved"}).status_code == 302
    assert Plan.objects.get().state == COMPLETED
    assert "Eén doel, één afspraak" in client.get(family_plan.url).text


def test_who_may_not_read_a_goal_closes_without_its_result(family_plan: Planned) -> None:
    hidden = family_plan.goal
    Item.objects.filter(pk=hidden.item_id).update(
        author=family_plan.network.lotte, owner=None, private=True
    )
    client, url = client_of(family_plan.network.nele), f"{family_plan.url}afsluiten/"
    heard(family_plan)
    form = client.get(url).text
    assert hidden.words not in form
    assert "Doelen die jij niet leest, sluiten mee." in form
    assert client.post(url, {"because": "reached"}).status_code == 302
    hidden.refresh_from_db()
    assert (hidden.outcome, Plan.objects.get().state) == ("not-said", COMPLETED)
    assert "niet gezegd" not in client.get(family_plan.of_goal("afronden")).text
