"""Two worlds that differ only in "I felt forced" give the same answers, to the byte."""

import pytest

from kring.trust.consent.actions import felt_forced, record_consent
from kring.trust.consent.models import Consent
from tests.access.twins import Twins
from tests.access.world import NOW, World
from tests.cast import MONDAY, acting

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.above_the_database]

READS = "receiver referrer intake coordinator".split()
"""Those who read something of the family, or stand near it, and are not its anchor person."""


@pytest.fixture(scope="module")
def twins(built: World) -> Twins:
    return Twins(built, {}, only_open=True)


def agreed(world: World) -> None:
    """Sofia said yes to sharing with the CAW."""
    record_consent(
        person=world.home.sofia,
        purpose=Consent.Purpose.SHARE,
        outcome=Consent.Outcome.YES,
        organisation=world.network.outside.organisation,
        by=acting(world.network.nele),
        at=MONDAY,
    )


def felt_it(world: World) -> None:
    """And said in silence that she felt forced."""
    agreed(world)
    felt_forced(consent=Consent.objects.get(), by=acting(world.network.nele), at=NOW)


def test_it_shows_to_nobody_but_the_anchor(twins: Twins) -> None:
    found = twins.differences(agreed, felt_it, READS)
    assert found == [], "\n".join(found)


def test_the_anchor_sees_it(twins: Twins) -> None:
    page = twins.told(felt_it, ["on_duty"])["on_duty"]["GET family_file:family"]
    assert b"voelde zich gedwongen" in page[2]
