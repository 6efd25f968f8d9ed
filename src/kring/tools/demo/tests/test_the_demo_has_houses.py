"""The Houses of the demo have gaps to see, and those of the cast everything else."""

from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from tests.cast import kempen, organisation, partnership

from kring.offer.houses.checks import pillars_are_carried_by_partners
from kring.offer.houses.models import ConditionCheck, House, Nickname, PillarPartner, WalkIn
from kring.tools.demo.houses import VISITS, house_stories
from kring.tools.demo.unrolling import unroll

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 20, 10, tzinfo=UTC)


def test_houses_pillars_visits_and_a_street_team() -> None:
    kempen()
    name = "Huis van het Kind Geel"
    partnership(name, "hvhk", organisation(name, "hvhk"))
    unroll(house_stories(NOW - timedelta(days=600), NOW, Random(2)), NOW)  # noqa: S311 - invented
    assert House.objects.count() == 1
    assert PillarPartner.objects.exists()
    assert ConditionCheck.objects.exists()
    assert WalkIn.objects.count() == VISITS
    assert Nickname.objects.exists()
    assert list(pillars_are_carried_by_partners(NOW)) == []
