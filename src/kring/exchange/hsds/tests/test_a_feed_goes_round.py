"""What a feed says is read in, and said again as it was said."""

import json
from pathlib import Path
from typing import Any

import pytest

from kring.exchange.hsds import writing
from kring.exchange.hsds.reading import open_file
from kring.exchange.hsds.tests.feeding import read, service
from kring.offer.directory.models import Organization, Service
from kring.offer.directory.queries import service_by_key

pytestmark = pytest.mark.django_db
DATA = Path(__file__).parent / "data"


def not_said_again(said: Any, again: Any, path: str = "") -> list[str]:
    """Where ``again`` lacks something of ``said``; it may say more."""
    if isinstance(said, dict):
        if not isinstance(again, dict):
            return [path]
        return [
            lost
            for name, value in said.items()
            for lost in not_said_again(value, again.get(name), f"{path}.{name}")
        ]
    if isinstance(said, list):
        if not isinstance(again, list) or len(said) != len(again):
            return [path]
        pairs = zip(said, again, strict=True)
        return [lost for one, other in pairs for lost in not_said_again(one, other, f"{path}[]")]
    return [] if said in (again, "") else [f"{path}: {said!r} is {again!r}"]


def said_again() -> dict[str, Any]:
    """The one service of the directory."""
    kept = service_by_key(Service.objects.get().key)
    assert kept is not None
    return json.loads(json.dumps(writing.service(kept)))


def test_a_service_of_the_uk_default_goes_round():
    read(open_file(DATA / "service_full.json"))
    assert not_said_again(open_file(DATA / "service_full.json"), said_again()) == []


def test_a_list_of_services_goes_round():
    read(open_file(DATA / "service_list.json"))
    (said,) = open_file(DATA / "service_list.json")["contents"]
    assert not_said_again(said, said_again()) == []


def test_a_service_at_a_location_goes_round():
    said = open_file(DATA / "service_at_location_full.json")
    read(said)
    again = said_again()
    (place,) = again["service_at_locations"]
    assert not_said_again(said, place | {"service": again}) == []


def test_organisations_go_round():
    for file in ("organization.json", "organization_list.json"):
        said = open_file(DATA / file)
        read(said, whole=False)
        for one in said.get("contents", [said]):
            kept = Organization.objects.get(foreign_id=one["id"])
            parts = {name: value for name, value in one.items() if name not in ("services", "locations")}
            assert not_said_again(parts, json.loads(json.dumps(writing.organization(kept)))) == []


@pytest.mark.parametrize(("lowest", "highest"), [(0, 2), (12, 100), (0.5, 2.5), (3, None)])
def test_ages_go_round(lowest, highest):
    said = service(minimum_age=lowest, maximum_age=highest)
    read(said)
    again = said_again()
    assert (again.get("minimum_age"), again.get("maximum_age")) == (lowest, highest)


def test_an_export_read_in_elsewhere_is_the_same():
    read(service(phones=[{"number": "014 00 00 00"}], cost_options=[{"amount": 2.5}]))
    first = said_again()
    Service.objects.get().delete()
    read(first)
    assert not_said_again(first, said_again()) == []
