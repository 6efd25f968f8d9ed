"""At the kitchen table, on a phone: a first plan within five minutes, and all the rest on one page."""

from collections.abc import Callable
from typing import Any

import pytest

from kring.support.plans.models import Action, Goal, GoalScore
from kring.support.plans.states import DONE
from kring.trust.access.tests.a_glass import kept_by
from tests.cast import Network, PeetersElAmrani, peeters_el_amrani
from tests.journeys.walker import Walker

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]
SECONDS_A_SIGN = 60 / 120
"""On a phone somebody types 120 signs a minute, and looks up in between."""
SECONDS_A_TAP = 3
FIVE_MINUTES = 300
WORDS = "Dat de ochtenden zonder ruzie verlopen en Noor op tijd op school is."
FIRST = "Ochtendkaart maken met Noor"


@pytest.fixture
def home(kempen_network: Network) -> PeetersElAmrani:
    people = peeters_el_amrani()
    kept_by(people, kempen_network.nele)
    return people


def test_a_first_plan_on_a_phone(
    somebody: Callable[..., Walker], kempen_network: Network, home: PeetersElAmrani, clock: Any
) -> None:
    nele = somebody(width=360)
    nele.signs_in(kempen_network.nele)
    nele.open(f"/gezinnen/{home.family.key}/")
    nele.follow("Gezinsplan")
    nele.reads("Eén doel, één afspraak, één dag.")
    nele.fill("Wat moet er veranderen?", WORDS)
    nele.fill("Wat is de eerste stap?", FIRST)
    nele.page.get_by_label("Wie doet dit?").select_option(label="Sofia")
    nele.press("Begin het plan")
    seconds = (len(WORDS) + len(FIRST)) * SECONDS_A_SIGN + 6 * SECONDS_A_TAP
    assert seconds < FIVE_MINUTES
    nele.reads("Het plan is begonnen.")
    nele.reads("Plan loopt, week 1")
    assert (Goal.objects.get().domain, Action.objects.get().doer_person) == ("parenting", home.sofia)


def test_the_rest_grows_on_the_same_page(
    somebody: Callable[..., Walker], kempen_network: Network, home: PeetersElAmrani, clock: Any
) -> None:
    nele = somebody(width=360)
    nele.signs_in(kempen_network.nele)
    nele.open(f"/gezinnen/{home.family.key}/plan/")
    nele.fill("Wat moet er veranderen?", WORDS)
    nele.fill("Wat is de eerste stap?", FIRST)
    nele.press("Begin het plan")
    _a_score_opens_in_its_place(nele)
    _one_tap_and_it_is_done(nele)
    _what_is_missing_is_said_there(nele)


def _a_score_opens_in_its_place(nele: Walker) -> None:
    nele.page.get_by_role("link", name="Hoe gaat het?").click()
    form = nele.page.locator(".goal .deed-box")
    form.wait_for()
    nele.look()
    form.get_by_label("Sofia").check()
    form.get_by_text("3", exact=True).click()
    nele.press("Bewaar")
    nele.reads("Sofia · Staat op 3")
    assert GoalScore.objects.get().score == 3


def _one_tap_and_it_is_done(nele: Walker) -> None:
    tick = nele.page.get_by_role("checkbox", name="Gedaan: Ochtendkaart")
    tick.click()
    nele.page.locator('.act [aria-checked="true"]').wait_for()
    nele.look()
    assert Action.objects.get().state == DONE
    assert nele.page.evaluate("document.activeElement.getAttribute('role')") == "checkbox"


def _what_is_missing_is_said_there(nele: Walker) -> None:
    nele.page.get_by_role("link", name="Doel toevoegen").click()
    nele.page.locator(".slot-new .deed-box").wait_for()
    nele.look()
    nele.press("Zet op het plan")
    nele.reads("Schrijf wat er moet veranderen, in de woorden van het gezin.")
    assert Goal.objects.count() == 1


def test_without_a_script_it_is_the_same_plan(
    somebody: Callable[..., Walker], kempen_network: Network, home: PeetersElAmrani, clock: Any
) -> None:
    nele = somebody(width=360, java_script_enabled=False)
    nele.signs_in(kempen_network.nele)
    nele.open(f"/gezinnen/{home.family.key}/plan/")
    nele.fill("Wat moet er veranderen?", WORDS)
    nele.fill("Wat is de eerste stap?", FIRST)
    nele.press("Begin het plan")
    with nele.page.expect_navigation():
        nele.page.get_by_role("checkbox", name="Gedaan: Ochtendkaart").click()
    assert Action.objects.get().state == DONE
    nele.follow("Hoe gaat het?")
    nele.choose("Sofia")
    nele.page.get_by_label("4", exact=True).check(force=True)
    nele.press("Bewaar")
    nele.reads("Sofia · Staat op 4")
