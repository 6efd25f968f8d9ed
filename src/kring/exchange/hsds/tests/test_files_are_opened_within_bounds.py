"""A file that is broken, too large or a bomb is refused; tables become records."""

import io
import json
import zipfile
from unittest.mock import patch

import pytest

from kring.exchange.hsds import reading
from kring.exchange.hsds.reading import BrokenFeedError, open_file, opened

TABLES = {
    "organizations.csv": "id,name\nh,Huis\n",
    "services.csv": "id,organization_id,name,status,minimum_age\ns,h,Spel,active,3\nq,x,Dool,active,\n",
    "locations.csv": "id,organization_id,location_type,latitude\nl,h,physical,51.2\n",
    "service_at_location.csv": "id,service_id,location_id\np,s,l\n",
    "schedules.csv": "id,service_id,freq,byday\nc,s,WEEKLY,TU\n",
    "phones.csv": "id,organization_id,number\nf,h,014\n",
}


def zipped(tables: dict[str, str]) -> bytes:
    """These tables as a zip."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as box:
        for name, text in tables.items():
            box.writestr(name, text)
    return held.getvalue()


def test_tables_become_records():
    house, strayed = opened(zipped(TABLES))
    (service,) = house["services"]
    assert service["schedules"] == [{"id": "c", "freq": "WEEKLY", "byday": "TU"}]
    assert [place["location_id"] for place in service["service_at_locations"]] == ["l"]
    assert house["locations"][0]["latitude"] == 51.2
    assert house["phones"] == [{"id": "f", "number": "014"}]
    assert (service["minimum_age"], strayed["id"]) == (3, "q")


def test_tables_in_json_too():
    rows = {"organizations.csv": [{"id": "h", "name": "Huis"}], "services.csv": []}
    assert opened(json.dumps(rows).encode()) == [{"id": "h", "name": "Huis"}]


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"\xff\xfe", b"[NaN]", b"[" * 200_000, b"PK\x03\x04 geen zip", b"<html>", b"9" * 5000],
    ids=["empty", "half", "no text", "no number", "deep", "no zip", "a page", "endless number"],
)
def test_what_cannot_be_read_is_refused(content):
    with pytest.raises(BrokenFeedError):
        opened(content)


@pytest.mark.parametrize("place", [0, 5, 400])
def test_a_damaged_zip_is_refused(place):
    whole = zipped({"services.csv": "id,name\n" + "".join(f"{n},Spel {n * n}\n" for n in range(500))})
    at = whole.index(b"services.csv") + len("services.csv") + place
    damaged = whole[:at] + bytes(255 - sign for sign in whole[at : at + 20]) + whole[at + 20 :]
    with pytest.raises(BrokenFeedError):
        opened(damaged)


@pytest.mark.parametrize("kind", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_zip_that_is_packed_in_another_way_is_refused(kind):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", kind) as box:
        box.writestr("services.csv", "id,name\ns,Spel\n")
    with pytest.raises(BrokenFeedError, match="zipbestand"):
        opened(held.getvalue())


def test_too_large_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "feed.json"
    path.write_bytes(b"[1, 2, 3]")
    with patch.object(reading, "LARGEST", 5), pytest.raises(BrokenFeedError, match="te groot"):
        open_file(path)
    assert open_file(path) == [1, 2, 3]


def test_200_mb_is_not_read(tmp_path):
    path = tmp_path / "feed.json"
    with path.open("wb") as file:
        file.truncate(200 * reading.MEGABYTE)
    with pytest.raises(BrokenFeedError, match="te groot"):
        open_file(path)


def test_a_large_term_is_not_repeated_under_each_service():
    term = {"id": "t", "name": "x" * 20_000}
    services = [{"id": f"s{number}", "organization_id": "h"} for number in range(2)]
    links = [{"id": f"a{one['id']}", "link_id": one["id"], "taxonomy_term_id": "t"} for one in services]
    tables = {"organizations.csv": [{"id": "h"}], "services.csv": services, "attributes.csv": links}
    for name, carried in (("x", True), (term["name"], False)):
        _term, house = opened(
            json.dumps(tables | {"taxonomy_terms.csv": [term | {"name": name}]}).encode()
        )
        assert all(("taxonomy_term" in one["attributes"][0]) is carried for one in house["services"])


def test_rows_and_ids_of_the_wrong_type_hang_nowhere():
    tables = {"organizations.csv": [3, {"id": ["h"]}], "services.csv": [{"organization_id": {}}, None]}
    tables |= {"phones.csv": [{"organization_id": [1]}], "attributes.csv": [{"link_id": {"a": 1}}]}
    assert opened(json.dumps(tables).encode()) == [{"id": ["h"]}, {"organization_id": {}}]


def test_a_bomb_is_not_unpacked():
    bomb = zipped({"services.csv": "id\n" + "x" * 4_000_000})
    with patch.object(reading, "LARGEST", 1_000_000), pytest.raises(BrokenFeedError, match="te groot"):
        opened(bomb)
