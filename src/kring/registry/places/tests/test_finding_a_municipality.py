"""People type the name of their municipality, in Dutch or French, or its postcode."""

import pytest
from django.apps import apps

from kring.registry.places.loading import load_places
from kring.registry.places.models import CareZone, Municipality, Postcode
from kring.registry.places.queries import (
    distance_km,
    find_municipalities,
    map_points,
    municipality_by_nis,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Geel", "Geel"),
        ("geel", "Geel"),
        ("Ypres", "Ieper"),
        ("liege", "Luik"),
        ("2440", "Geel"),
        ("2440 Geel", "Geel"),
        ("St-Niklaas", "Sint-Niklaas"),
        ("op-den-berg", "Heist-op-den-Berg"),
        ("Anvers", "Antwerpen"),
    ],
)
def test_the_first_one_found_is_meant(typed: str, found: str) -> None:
    assert find_municipalities(typed)[0].name_nl == found


@pytest.mark.parametrize(
    ("typed", "successor"),
    [
        ("Borgloon", "Tongeren-Borgloon"),
        ("Bilzen", "Bilzen-Hoeselt"),
        ("Melle", "Merelbeke-Melle"),
        ("Tongres", "Tongeren-Borgloon"),
    ],
)
def test_a_merged_away_name_is_found_with_its_successor(typed: str, successor: str) -> None:
    former = find_municipalities(typed)[0]
    assert former.merged_away
    assert former.successor is not None
    assert former.successor.name_nl == successor


def test_a_former_municipality_with_the_same_name_is_not_offered() -> None:
    assert [row.nis for row in find_municipalities("Hasselt")] == ["71072"]


@pytest.mark.parametrize("typed", ["", "   ", "%", "Atlantis", "9999"])
def test_nothing_is_found_for_nonsense(typed: str) -> None:
    assert find_municipalities(typed) == []


def test_loading_again_changes_nothing() -> None:
    models = (Municipality, Postcode, CareZone, CareZone.municipalities.through)
    before = [sorted(model.objects.values_list("pk")) for model in models]
    load_places(apps)
    assert [sorted(model.objects.values_list("pk")) for model in models] == before


def test_all_municipalities_of_2025_are_there() -> None:
    assert Municipality.objects.filter(successor__isnull=True).count() == 565
    assert Municipality.objects.filter(successor__isnull=False).count() == 29


def test_geel_and_mol_lie_about_a_dozen_kilometres_apart() -> None:
    geel, mol = find_municipalities("Geel")[0], find_municipalities("Mol")[0]
    apart = distance_km(geel, mol)
    assert apart is not None
    assert 8 < apart < 16


def test_the_map_shows_flanders_and_brussels_only() -> None:
    names = {point.name for point in map_points()}
    assert len(names) == 304
    assert "Brussel" in names
    assert "Luik" not in names


def test_an_unknown_nis_code_is_none() -> None:
    assert municipality_by_nis("00000") is None
