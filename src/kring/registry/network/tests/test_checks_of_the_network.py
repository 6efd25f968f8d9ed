"""The checks name what is wrong in the network, and are silent when all is well."""

import pytest

from kring.registry.network.checks import (
    desks_are_staffed,
    one_fallback_desk,
    regions_do_not_overlap,
    regions_have_a_desk,
)
from kring.registry.network.models import Duty, PartnershipArea, Worker
from kring.registry.network.tests.small_network import NOW, desk, municipality, region

pytestmark = pytest.mark.django_db


def test_a_missing_fallback_desk_is_named() -> None:
    assert list(one_fallback_desk(NOW)) == ["There are 0 open fallback desks."]
    desk("Vangnet", region("Kempen"), fallback=True)
    assert list(one_fallback_desk(NOW)) == []


def test_a_desk_without_people_is_named() -> None:
    counter = desk("Balie", region("Kempen"))
    assert list(desks_are_staffed(NOW)) == [f"Desk {counter.key} has nobody on its list."]
    Duty.objects.create(desk=counter, worker=Worker.objects.create(name="Lotte"), starts_at=NOW)
    assert list(desks_are_staffed(NOW)) == []


def test_a_municipality_in_two_regions_is_named() -> None:
    region("Kempen", "Geel")
    assert list(regions_do_not_overlap(NOW)) == []
    other = region("Elders")
    PartnershipArea.objects.create(partnership=other, municipality=municipality("Geel"), starts_at=NOW)
    assert list(regions_do_not_overlap(NOW)) == ["Municipality 13008 lies in 2 regions."]


def test_a_region_without_a_desk_is_named() -> None:
    kempen = region("Kempen", "Geel")
    assert list(regions_have_a_desk(NOW)) == [f"Region {kempen.key} has no open counter or intake team."]
    desk("Balie", kempen)
    assert list(regions_have_a_desk(NOW)) == []
