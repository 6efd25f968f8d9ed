"""Whatever a feed says, reading it ends with a report, and our own door still answers."""

import pytest

from kring.exchange.hsds.tests.feeding import HALL, HOUSE, read, service
from kring.exchange.hsds.tests.published import faults
from kring.offer.directory.models import Location, Service

pytestmark = pytest.mark.django_db
WRONG = [12, "x" * 20_000, [[]], {"id": 3}, [{"id": []}], [{"id": "a"}]]
NAMES = [name for name in service() if name != "id"] + [
    "attributes",
    "contacts",
    "phones",
    "languages",
    "cost_options",
    "required_documents",
    "service_areas",
    "funding",
    "metadata",
    "program",
    "email",
    "last_modified",
    "organization_id",
]


def key(number: int) -> str:
    """An id."""
    return f"{number:08d}-0000-4000-8000-00000000000b"


@pytest.mark.slow
def test_wrong_types_everywhere(ask):
    said = [(name, wrong) for name in NAMES for wrong in WRONG]
    report = read([service(id=key(place), **{name: wrong}) for place, (name, wrong) in enumerate(said)])
    taken, refused = report.counts["services.new"], len(said) - report.counts["services.new"]
    assert taken > refused > 0
    assert Service.objects.count() == taken
    for path in ("/services", "/organizations", "/service_at_locations"):
        for full in ("true", "false"):
            assert faults(path, ask(path, full=full, per_page="1000")) == []


def nested(depth: int) -> dict:
    """Something in something, so many times."""
    found: dict = {}
    for _level in range(depth):
        found = {"in": found}
    return found


def test_what_nests_without_end_is_refused_and_the_rest_is_taken(ask):
    said = [service(), service(id=key(1), licenses=nested(900)), service(id=key(2), fees=nested(9))]
    report = read(said)
    assert report.counts["feed.refused"] == 1
    assert not report.whole
    assert ask("/services")["total_items"] == 2


def test_an_organisation_that_is_a_part_of_itself_stands_alone(ask):
    read(service(organization={"id": HOUSE, "name": "Huis", "parent_organization_id": HOUSE}))
    assert ask(f"/organizations/{HOUSE}")["id"] == HOUSE


@pytest.mark.parametrize(
    ("place", "where"),
    [
        ({"addresses": [{"address_1": "Markt 1", "city": "Geel", "postal_code": "2440"}]}, "Geel"),
        ({"latitude": 51.16, "longitude": 4.99}, "Geel"),
        ({"latitude": 48.85, "longitude": 2.35}, None),
        ({"location_type": "virtual", "latitude": 51.16, "longitude": 4.99}, None),
        ({"addresses": [{"address_1": "x", "city": "x", "postal_code": "2440", "country": "NL"}]}, None),
        ({"addresses": [{"address_1": "x", "city": "x", "postal_code": "nergens"}]}, None),
        ({}, None),
    ],
)
def test_a_place_of_a_feed_lies_in_a_municipality(place, where):
    said = {"id": HALL, "location_type": "physical"} | place
    read(service(service_at_locations=[{"id": key(1), "location": said}]))
    kept = Location.objects.get()
    assert (kept.municipality and kept.municipality.name_nl) == where
