"""Territory apart from address, ages in months, situations as codes."""

import pytest
from tests.cast import geel

from kring.offer.directory.models import Eligibility, Service, ServiceArea
from kring.offer.directory.queries import for_age, for_situations, serving, shown_services
from kring.offer.directory.tests.offering import playgroup
from kring.registry.places.models import Municipality

pytestmark = pytest.mark.django_db


def elsewhere() -> Municipality:
    """A municipality of another province, which went up into another one."""
    return Municipality.objects.create(
        nis="99001",
        name_nl="Oud",
        name_fr="Oud",
        search_nl="oud",
        search_fr="oud",
        province=geel().province,
        region_nis="02000",
        successor=geel(),
    )


@pytest.mark.parametrize(
    ("extent", "here"), [("13008", True), ("10000", True), ("02000", True), ("01000", True)]
)
def test_an_area_holds_what_lies_in_it(extent, here):
    geel()
    playgroup(parts=[ServiceArea(extent_type="nis", extent=extent)])
    assert serving(shown_services(), geel()).exists() is here


def test_another_region_does_not_count_and_no_area_is_everybody():
    playgroup(parts=[ServiceArea(extent_type="nis", extent="04000")])
    assert not serving(shown_services(), geel()).exists()
    everybody = playgroup(parts=())
    assert list(serving(shown_services(), geel())) == [everybody]


def test_a_municipality_that_merged_away_counts_for_its_successor():
    old = elsewhere()
    playgroup(parts=[ServiceArea(extent_type="nis", extent=old.nis)])
    assert serving(shown_services(), geel()).exists()
    assert serving(shown_services(), old).exists()


@pytest.mark.parametrize(
    ("months", "fits"), [(-3, False), (0, True), (35, True), (36, False), (200, False)]
)
def test_ages_count_until_before_the_last_birthday(months, fits):
    playgroup()
    assert for_age(shown_services(), months).exists() is fits


def test_a_child_that_is_expected():
    playgroup(eligibility=Eligibility(expecting=True, maximum_months=12))
    assert for_age(shown_services(), -1).exists()


def test_no_limit_fits_every_age():
    playgroup(eligibility=None)
    assert for_age(shown_services(), 700).exists()


def test_situations_are_found_once():
    made = playgroup(situations=("lone_parent", "low_income"))
    assert list(for_situations(Service.objects.all(), ["lone_parent", "low_income"])) == [made]
    assert not for_situations(Service.objects.all(), ["debt"]).exists()
