"""A coach puts a proposed service on the plan: from the goal, in two presses."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kring.support.plans.models import Action
from kring.trust.access.tests.a_glass import kept_by
from kring.web.chances.tests.an_offer import offered
from tests.cast import Network, PeetersElAmrani, peeters_el_amrani
from tests.journeys.walker import Walker

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]


@pytest.fixture
def home(kempen_network: Network, settings: Any, tmp_path: Path) -> PeetersElAmrani:
    """The family of Sofia, kept by Nele, and an offer in Geel."""
    people = peeters_el_amrani()
    kept_by(people, kempen_network.nele)
    offered(settings, tmp_path)
    return people


def test_a_coach_puts_a_proposed_service_on_the_plan(
    somebody: Callable[..., Walker],
    kempen_network: Network,
    home: PeetersElAmrani,
    clock: Any,
) -> None:
    nele = somebody(width=360)
    nele.signs_in(kempen_network.nele)
    nele.open(f"/gezinnen/{home.family.key}/plan/")
    nele.fill("Wat moet er veranderen?", "Dat de ochtenden zonder ruzie verlopen.")
    nele.fill("Wat is de eerste stap?", "Ochtendkaart maken")
    nele.press("Begin het plan")
    nele.page.locator(".goal").get_by_role("link", name="Aanbod").click()
    nele.page.wait_for_url("**/aanbod/")
    nele.look()
    nele.reads("Rustige ochtenden")
    assert "?" not in nele.page.url
    nele.press("Zet op het plan")
    nele.reads("Het aanbod staat op het plan.")
    nele.reads("Contact opnemen met Rustige ochtenden (Huis van het Kind Geel)")
    assert Action.objects.filter(words__startswith="Contact opnemen").count() == 1
