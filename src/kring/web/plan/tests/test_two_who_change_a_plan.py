"""Of two who change the same words the second reads both; two goals do not stand in each other's way."""

import pytest
from tests.at_work import client_of

from kring.support.plans.models import Action, Goal
from kring.web.plan.tests.a_sheet import MORNINGS, Planned

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_on_wednesday")]


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


def test_the_words_of_a_goal_stay_in_the_language_they_were_said_in(family_plan: Planned) -> None:
    client, home = client_of(family_plan.network.nele), family_plan.home
    told = {"words": "أريد أن أجد عملًا", "words_language": "ar", "concerns": [str(home.sofia.key)]}
    assert client.post(f"{family_plan.url}doel/", told).status_code == 302
    goal = Goal.objects.get(words_language="ar")
    url = f"{family_plan.url}doel/{goal.key}/aanpassen/"
    again = {"words": "أريد عملًا", "version": goal.version}
    assert client.post(url, again).status_code == 302
    goal.refresh_from_db()
    assert (goal.words, goal.words_language) == ("أريد عملًا", "ar")
    changed = again | {"version": goal.version, "words_language": "fr"}
    assert client.post(url, changed).status_code == 302
    goal.refresh_from_db()
    assert goal.words_language == "fr"
    assert client.post(url, changed | {"words_language": "<b>"}).status_code == 422
