"""Loads the reference data of this room from its own files; loading again changes nothing."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.apps.registry import Apps

from kring.foundation.records.folding import fold

DATA = Path(__file__).parent / "data"
COPIED: list[str] = (
    "name_nl name_fr province_id region_nis search_nl search_fr latitude longitude children_0_4 "
    "children_5_11 children_12_17 valid_from valid_until successor_id"
).split()


def load_places(apps: Apps) -> None:
    """Make the provinces, municipalities, postcodes and care zones as the files have them.

    ``apps`` is the registry of a migration or of the running product. Existing rows keep their
    integer key, so that what points to them stays.
    """
    provinces = _load_provinces(apps.get_model("places", "Province"))
    municipality = apps.get_model("places", "Municipality")
    current = list(_read("municipalities"))
    _store(municipality, [_current(municipality, row, provinces) for row in current])
    by_nis = dict(municipality.objects.values_list("nis", "pk"))
    former = [_former(municipality, row, provinces, by_nis) for row in _read("former")]
    _store(municipality, former)
    _load_postcodes(apps.get_model("places", "Postcode"), current, by_nis)
    _load_zones(apps.get_model("places", "CareZone"), current, by_nis)


def _read(name: str) -> Iterator[dict[str, str]]:
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _load_provinces(model: Any) -> dict[str, int]:
    rows = [
        model(nis=row["nis"], name={code: row[code] for code in ("nl", "fr", "en")})
        for row in _read("provinces")
    ]
    model.objects.bulk_create(rows, update_conflicts=True, unique_fields=["nis"], update_fields=["name"])
    return dict(model.objects.values_list("nis", "pk"))


def _store(model: Any, rows: list[Any]) -> None:
    model.objects.bulk_create(rows, update_conflicts=True, unique_fields=["nis"], update_fields=COPIED)


def _named(model: Any, row: dict[str, str], provinces: dict[str, int], **more: Any) -> Any:
    return model(
        nis=row["nis"],
        name_nl=row["name_nl"],
        name_fr=row["name_fr"],
        search_nl=fold(row["name_nl"]),
        search_fr=fold(row["name_fr"]),
        province_id=provinces[row["province"]],
        region_nis=row["region"],
        **more,
    )


def _current(model: Any, row: dict[str, str], provinces: dict[str, int]) -> Any:
    bands = ("children_0_4", "children_5_11", "children_12_17")
    return _named(
        model,
        row,
        provinces,
        latitude=float(row["latitude"]),
        longitude=float(row["longitude"]),
        valid_from=row["valid_from"] or None,
        **{band: int(row[band]) if row[band] else None for band in bands},
    )


def _former(model: Any, row: dict[str, str], provinces: dict[str, int], by_nis: dict[str, int]) -> Any:
    return _named(
        model,
        row,
        provinces,
        valid_until=row["valid_until"],
        successor_id=by_nis[row["successor"]],
    )


def _load_postcodes(model: Any, rows: list[dict[str, str]], by_nis: dict[str, int]) -> None:
    codes = [
        model(code=code, municipality_id=by_nis[row["nis"]])
        for row in rows
        for code in row["postcodes"].split(";")
    ]
    model.objects.bulk_create(codes, ignore_conflicts=True)


def _load_zones(model: Any, rows: list[dict[str, str]], by_nis: dict[str, int]) -> None:
    members: dict[str, list[int]] = {}
    for row in rows:
        for name in filter(None, row["zones"].split(";")):
            members.setdefault(name, []).append(by_nis[row["nis"]])
    model.objects.bulk_create([model(name=name) for name in sorted(members)], ignore_conflicts=True)
    zones = dict(model.objects.values_list("name", "pk"))
    through = model.municipalities.through
    through.objects.bulk_create(
        [
            through(carezone_id=zones[name], municipality_id=member)
            for name, keys in members.items()
            for member in keys
        ],
        ignore_conflicts=True,
    )
