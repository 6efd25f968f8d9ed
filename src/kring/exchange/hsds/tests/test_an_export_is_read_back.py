"""All the offer as a file: read in elsewhere, it says the same."""

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from kring.exchange.hsds.exporting import export
from kring.exchange.hsds.reading import open_file
from kring.exchange.hsds.tests.feeding import read
from kring.offer.directory.actions import put_aside
from kring.offer.directory.models import (
    Eligibility,
    Location,
    Organization,
    Service,
    ServiceAtLocation,
    TypeModule,
)
from kring.offer.directory.tests.offering import BY, playgroup

pytestmark = pytest.mark.django_db
DATA = Path(__file__).parent / "data"


@pytest.fixture
def offer() -> None:
    """Services of our own and of the UK default feed."""
    playgroup(
        eligibility=Eligibility(minimum_months=6, maximum_months=36, expecting=True),
        typemodule=TypeModule(code="CIG-1", function="guidance"),
        situations=("debt", "lone_parent"),
    )
    read(open_file(DATA / "service_full.json"), whole=False)


def exported(file: Path) -> Any:
    """What a file of the whole offer says, in any order."""
    export(file)
    return json.loads(file.read_text())


def forget() -> None:
    """An installation without an offer."""
    for model in (ServiceAtLocation, Service, Location, Organization):
        model.objects.all().delete()


@pytest.mark.parametrize("suffix", [".json", ".zip"])
def test_our_own_export_goes_round(offer, tmp_path, suffix):
    first = exported(tmp_path / "first.json")
    file = tmp_path / f"offer{suffix}"
    export(file)
    forget()
    report = read(open_file(file))
    assert {note.field for note in report.notes} == {"latitude", "longitude"}
    again = exported(tmp_path / "again.json")
    assert by_id(again, tabular=suffix == ".zip") == by_id(first, tabular=suffix == ".zip")
    kept = Service.objects.get(name__nl="Speelgroep")
    assert (kept.pillar, kept.reach, kept.entry) == ("meeting", "universal", "direct")
    assert {one.code for one in kept.situations.all()} == {"debt", "lone_parent"}
    assert (kept.typemodule.code, kept.eligibility.expecting) == ("CIG-1", True)


BEYOND = {"label", "service_area", "accessibility", "term"}
"""Texts of this feed that HSDS 3.0 does not name: nested they go round, a table has no column."""
LINKS = {"link_id", "link_entity", "taxonomy_term_id"}
"""What a table says where nesting does not have to."""


def by_id(said: Any, *, tabular: bool) -> Any:
    """A record with its lists in one order, and for tables without what these say otherwise."""
    if isinstance(said, list):
        rows = [by_id(one, tabular=tabular) for one in said]
        return sorted(rows, key=lambda row: row["id"])
    if not isinstance(said, dict):
        return said
    left_out = {name for name in BEYOND if isinstance(said.get(name), str)} | LINKS if tabular else set()
    return {name: by_id(one, tabular=tabular) for name, one in said.items() if name not in left_out}


def test_the_tables_are_a_data_package(offer, tmp_path):
    file = tmp_path / "offer.zip"
    assert export(file) == 2
    with zipfile.ZipFile(file) as box:
        package = json.loads(box.read("datapackage.json"))
        paths = {one["path"] for one in package["resources"]}
        assert paths | {"datapackage.json"} == set(box.namelist())
        for one in package["resources"]:
            table = csv.DictReader(io.StringIO(box.read(one["path"]).decode()))
            assert table.fieldnames == [field["name"] for field in one["schema"]["fields"]]
        services = list(csv.DictReader(io.StringIO(box.read("services.csv").decode())))
    assert len(services) == len({row["id"] for row in services}) == 2
    assert all(row["organization_id"] for row in services)


def test_what_is_put_aside_is_not_in_it(tmp_path):
    put_aside(service=playgroup(), **BY)
    (house,) = exported(tmp_path / "offer.json")
    assert house["services"] == []


def test_nothing_is_an_empty_file(tmp_path):
    assert exported(tmp_path / "offer.json") == []
    assert export(tmp_path / "offer.zip") == 0


def test_what_fails_halfway_leaves_the_file_that_was(offer, tmp_path, monkeypatch):
    file = tmp_path / "offer.json"
    before = exported(file)
    monkeypatch.setattr("kring.exchange.hsds.exporting.organizations", broken)
    with pytest.raises(OSError, match="vol"):
        export(file)
    assert json.loads(file.read_text()) == before
    assert list(tmp_path.iterdir()) == [file]


def broken(_language: str) -> Any:
    """A directory that stops while it is said."""
    yield {"id": "a"}
    raise OSError("vol")
