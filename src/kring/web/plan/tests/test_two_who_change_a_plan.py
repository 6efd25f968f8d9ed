"""Of two who change the same words the second reads both; two goals do not stand in each other's way."""

from datetime import timedelta

import pytest
import time_machine
from tests.cast import MONDAY

from kring.support.plans.models import Action, Goal
from kring.web.plan.tests.a_sheet import MORNINGS, Planned, client_of, planned

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_wednesday() -> object:
    with time_machine.travel(MONDAY + timedelta(days=2), tick=False) as now:
        yield now


@pytest.fixture
def family_plan() -> Planned:
    return planned()


def test_the_second_reads_both_texts_and_saves_again(family_plan: Planned) -> None:
    url = family_plan.of_goal("aanpassen")
    nele, other = [client_of(family_plan.network.nele) for _window in range(2)]
    assert nele.post(url, {"words": "Rustige ochtenden.", "aim": 8, "version": 1}).status_code == 302
    stale = other.post(url, {"words": "Samen <ontbijten>.", "aim": 7, "version": 1})
    assert stale.status_code == 409
    for words in ("Samen &lt;ontbijten&gt;.", "Rustige", "Iemand anders bewaarde intussen ook iets."):
        assert words in stale.text
    goal = Goal.objects.get()
    assert (goal.words, goal.aim) == ("Rustige ochtenden.", 8)
    again = {"words": "Samen ontbijten.", "aim": 8, "version": goal.version}
    assert other.post(url, again).status_code == 302
    assert Goal.objects.get().words == "Samen ontbijten."


def test_an_action_too(family_plan: Planned) -> None:
    url = family_plan.of_action(family_plan.talk, "aanpassen")
    client = client_of(family_plan.network.nele)
    form = {"words": "Met de juf bellen", "doer_words": "oma Rita", "version": 1}
    assert client.post(url, form).status_code == 302
    late = form | {"words": "De juf mailen", "due_on": "2026-12-01"}
    stale = client.post(url, late)
    assert stale.status_code == 409
    assert "De juf mailen" in stale.text
    assert 'value="2026-12-01"' in stale.text
    assert Action.objects.get(pk=family_plan.talk.pk).words == "Met de juf bellen"


def test_a_goal_and_an_action_merge(family_plan: Planned) -> None:
    client = client_of(family_plan.network.nele)
    client.post(family_plan.of_goal("aanpassen"), {"words": MORNINGS, "aim": 9, "version": 1})
    form = {"words": "Met juf An praten", "doer_words": "oma Rita", "version": 1}
    assert client.post(family_plan.of_action(family_plan.talk, "aanpassen"), form).status_code == 302
    assert (Goal.objects.get().aim, Action.objects.filter(words="Met juf An praten").count()) == (9, 1)
