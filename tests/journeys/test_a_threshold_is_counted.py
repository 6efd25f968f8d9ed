"""A threshold is logged on a phone within a minute, answered by its organisation, and counted."""

from collections.abc import Callable
from typing import Any

import pytest

from kring.registry.network.models import RoleType
from kring.support.thresholds.models import MetBy, Threshold
from kring.support.thresholds.tests.logging import logged
from kring.trust.access.tests.a_glass import kept_by
from tests.cast import Network, peeters_el_amrani, worker
from tests.journeys.walker import Walker

pytestmark = [pytest.mark.django_db(transaction=True)]
SECONDS_A_SIGN = 60 / 120
SECONDS_A_TAP = 3
A_MINUTE = 60
WORDS = "Kan er een tolk bij het eerste gesprek?"


def test_logged_answered_and_counted(
    somebody: Callable[..., Walker], kempen_network: Network, clock: Any
) -> None:
    home = peeters_el_amrani()
    kept_by(home, kempen_network.nele)
    nele = somebody(width=360)
    nele.signs_in(kempen_network.nele)
    nele.open(f"/gezinnen/{home.family.key}/")
    nele.follow("Meld een drempel")
    nele.page.get_by_label("Bij welke organisatie?").select_option(label="CAW De Kempen")
    nele.page.get_by_label("Welke drempel?").select_option(value="language")
    nele.fill("Wat vraag je aan die organisatie?", WORDS)
    nele.press("Meld")
    nele.reads("De drempel is gemeld.")
    assert len(WORDS) * SECONDS_A_SIGN + 6 * SECONDS_A_TAP < A_MINUTE
    assert MetBy.objects.get().family == home.family
    _the_organisation_answers(somebody(width=1440), kempen_network)
    nele.open(f"/drempels/{Threshold.objects.get().key}/")
    nele.reads("Vanaf januari belt er een tolk mee.")
    nele.press("De drempel is weg")
    nele.reads("Bewaard.")
    _policy_counts(somebody(width=1440), kempen_network)


def _the_organisation_answers(bram: Walker, network: Network) -> None:
    bram.signs_in(network.bram)
    bram.open("/")
    bram.follow("Drempels")
    bram.reads(WORDS)
    bram.follow("Taal: geen uitleg")
    bram.does_not_read("Sofia")
    bram.fill("Wat doen jullie eraan?", "Vanaf januari belt er een tolk mee.")
    bram.press("Antwoord")
    bram.reads("Bewaard.")


def _policy_counts(ann: Walker, network: Network) -> None:
    for _turn in range(5):
        logged(network, words_sent=WORDS)
    RoleType.objects.update_or_create(code="coordinator", defaults={"grants": ["region.coordinate"]})
    ann.signs_in(worker("Ann Mertens", network.team, "coordinator"))
    ann.open("/drempels/")
    ann.follow("Tellingen")
    ann.page.get_by_role("row", name="CAW De Kempen 6").wait_for()
    ann.does_not_read("Peeters")
