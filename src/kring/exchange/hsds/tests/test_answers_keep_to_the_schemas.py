"""Every answer of the door is as the published schemas of HSDS 3.0 say, whatever a feed said."""

from pathlib import Path

import pytest

from kring.exchange.hsds.reading import open_file
from kring.exchange.hsds.taxonomies import TAXONOMIES
from kring.exchange.hsds.tests.feeding import read, service
from kring.exchange.hsds.tests.published import OPENAPI, faults
from kring.offer.directory.models import Eligibility, Organization, Service, ServiceAtLocation
from kring.offer.directory.tests.offering import playgroup

pytestmark = pytest.mark.django_db
DATA = Path(__file__).parent / "data"
TYPES = {
    "/services": Service,
    "/organizations": Organization,
    "/service_at_locations": ServiceAtLocation,
}


@pytest.fixture
def offer() -> None:
    """Services of our own and of the UK default feed."""
    playgroup(eligibility=Eligibility(minimum_months=0, maximum_months=36, expecting=True))
    for name in ("service_full", "organization", "organization_list"):
        read(open_file(DATA / f"{name}.json"), whole=False)


@pytest.mark.parametrize("full", ["true", "false"])
@pytest.mark.parametrize("path", [path for path in OPENAPI["paths"] if "{" not in path and path != "/"])
def test_lists(offer, ask, path, full):
    said = ask(path, full=full)
    assert faults(path, said) == []
    assert said["total_items"] == said["size"] > 0


@pytest.mark.parametrize("path", TYPES)
def test_a_list_is_one_to_one(offer, ask, path):
    for one in ask(path)["contents"]:
        nested = [value for value in one.values() if isinstance(value, dict)]
        assert not [
            value for part in [one, *nested] for value in part.values() if isinstance(value, list)
        ]


@pytest.mark.parametrize("path", TYPES)
def test_each_entry(offer, ask, path):
    for key in TYPES[path].objects.order_by("pk").values_list("key", flat=True):
        said = ask(f"{path}/{key}")
        assert faults(f"{path}/{{id}}", said) == []
        assert said["id"] == str(key)


def test_lists_and_terms(offer, ask):
    for taxonomy in TAXONOMIES:
        assert faults("/taxonomies/{id}", ask(f"/taxonomies/{taxonomy.key}")) == []
        for code in taxonomy.terms:
            said = ask(f"/taxonomy_terms/{taxonomy.term_key(code)}")
            assert faults("/taxonomy_terms/{id}", said) == []


def test_minimal_says_what_changed(offer, ask):
    said = ask("/services", minimal="true")
    assert faults("/services", said) == []
    assert set(said["contents"][0]) == {"id", "name", "status", "modified_date"}


def test_the_root_names_the_version_and_the_description(ask):
    said = ask("/")
    assert faults("/", said) == []
    assert said["version"] == "3.0"
    described = ask("/openapi.json")
    assert described["paths"].keys() == OPENAPI["paths"].keys()
    assert said["openapi_url"] == f"{described['servers'][0]['url']}/openapi.json"


@pytest.mark.parametrize(
    "changes",
    [
        {"program": "geen"},
        {"funding": [{"id": "f"}, 12]},
        {"fees": 12},
        {"attributes": [{"value": "zonder id"}, {"id": "a", "taxonomy_term": {"id": "t"}}]},
        {"organization": {"id": "h", "name": "Huis", "year_incorporated": "ooit", "locations": 3}},
        {"contacts": [{"id": "c", "name": "Balie", "phones": [{"id": "f"}, {"number": 14}]}]},
        {"metadata": [{"id": "m", "field_name": "name"}]},
        {"last_modified": 12},
    ],
)
def test_what_a_feed_says_wrong_is_mended_or_left_out(ask, changes):
    read(service(**changes))
    said = ask("/services", full="true")
    assert faults("/services", said) == []
    assert said["size"] == 1
