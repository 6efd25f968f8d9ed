"""Everything of the plan is done on one page, by who takes part in the help."""

from uuid import uuid4

import pytest
from tests.at_work import client_of

from kring.support.plans.models import Action, ChildLine, Goal, Remark, SafetyAgreement
from kring.support.plans.states import DONE, TO_DO
from kring.web.plan.tests.a_sheet import MORNINGS, Planned

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_on_wednesday")]


def test_the_page_says_who_what_and_by_when(family_plan: Planned) -> None:
    page = client_of(family_plan.network.nele).get(family_plan.url).text
    for words in (MORNINGS, "Opvoeding en ouderschap", "oma Rita", "2 dagen te laat", "bedoeling: 7"):
        assert words in page


def test_one_tap_and_it_is_done_and_again_it_is_not(family_plan: Planned) -> None:
    client, card = client_of(family_plan.network.nele), family_plan.card
    answer = client.post(family_plan.of_action(card, "gedaan"))
    assert answer["Location"] == f"{family_plan.url}#afspraak-{card.key}"
    assert Action.objects.get(pk=card.pk).state == DONE
    client.post(family_plan.of_action(card, "weer-open"))
    assert Action.objects.get(pk=card.pk).state == TO_DO


def test_with_a_script_only_the_row_comes_back(family_plan: Planned) -> None:
    client, url = client_of(family_plan.network.nele), family_plan.of_action(family_plan.card, "gedaan")
    for _time in range(2):  # tapped twice, or by two people: it is done
        row = client.post(url, headers={"HX-Request": "true"})
        assert row.status_code == 200
        assert row.text.strip().startswith("<li")
        assert 'aria-checked="true"' in row.text


def test_each_person_says_how_it_goes_for_themself(family_plan: Planned) -> None:
    client, home = client_of(family_plan.network.nele), family_plan.home
    for person, score in ((home.sofia, 3), (home.noor, 6), (home.sofia, 5)):
        form = {"person": str(person.key), "score": score}
        assert client.post(family_plan.of_goal("cijfer"), form).status_code == 302
    page = client.get(family_plan.url).text
    assert "Sofia · Van 3 naar 5 · bedoeling: 7" in page
    assert "Noor · Staat op 6 · bedoeling: 7" in page


def test_a_score_nobody_gave_is_asked_again(family_plan: Planned) -> None:
    client = client_of(family_plan.network.nele)
    answer = client.post(family_plan.of_goal("cijfer"), {"score": "11"})
    assert answer.status_code == 422
    assert "Kies wie dit zegt." in answer.text


def test_what_is_said_beside_the_goals(family_plan: Planned) -> None:
    client, home, url = client_of(family_plan.network.nele), family_plan.home, family_plan.url
    noor, sofia = str(home.noor.key), str(home.sofia.key)
    sent = {
        "opmerking": {"kind": "strength", "words": "Noor lacht weer.", "about": [noor]},
        "kind": {"child": noor, "words": "Ik wil bij mama.", "spoken_alone_on": "2026-11-03"},
        "veilig": {"calls": "Sofia belt 112", "about": [sofia, noor], "known_by": [sofia]},
        "doel": {"words": "Ik wil werk.", "concerns": [sofia], "together": [sofia]},
    }
    for name, form in sent.items():
        answer = client.post(f"{url}{name}/", form | {"submission": str(uuid4())})
        assert answer.status_code == 302, (name, answer.text)
    page = client.get(url).text
    for words in ("Noor lacht weer.", "Ik wil bij mama.", "Sofia belt 112", "Ik wil werk."):
        assert words in page
    rows = (Remark, ChildLine, SafetyAgreement)
    assert [model.objects.count() for model in rows] == [1, 1, 1]
    assert Goal.objects.count() == 2


def test_actions_change_places(family_plan: Planned) -> None:
    client = client_of(family_plan.network.nele)
    client.post(family_plan.of_action(family_plan.talk, "omhoog"))
    order = Action.objects.order_by("position").values_list("words", flat=True)
    assert list(order) == ["Met de juf praten", "Ochtendkaart maken"]
    client.post(family_plan.of_action(family_plan.talk, "omlaag"))
    assert list(order.all()) == ["Ochtendkaart maken", "Met de juf praten"]


def test_a_form_opens_in_its_place_and_on_a_page_of_its_own(family_plan: Planned) -> None:
    client = client_of(family_plan.network.nele)
    for url in (family_plan.of_goal("aanpassen"), family_plan.of_action(family_plan.card, "aanpassen")):
        alone, page = client.get(url, headers={"HX-Request": "true"}), client.get(url)
        assert "<html" not in alone.text
        assert "<html" in page.text
        assert alone.text.count("<textarea") == page.text.count("<textarea") == 1


def test_who_only_reads_changes_nothing(family_plan: Planned) -> None:
    outside = client_of(family_plan.network.bram)
    assert outside.post(family_plan.of_action(family_plan.card, "gedaan")).status_code == 404
    assert Action.objects.get(pk=family_plan.card.pk).state == TO_DO
