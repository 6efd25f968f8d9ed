"""The tables of HSDS (CSV files, or a list of rows each) as the records they stand for."""

import csv
import io
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from kring.exchange.hsds.naming import as_taxonomy, as_term

type Row = dict[str, Any]
type Tables = Mapping[str, Iterable[Mapping[str, Any]]]

NUMBERS = {
    "latitude",
    "longitude",
    "minimum_age",
    "maximum_age",
    "amount",
    "extension",
    "interval",
    "count",
    "timezone",
    "year_incorporated",
}
OWNED = {
    "services": (
        "service_id",
        ("schedules", "languages", "cost_options", "required_documents", "service_areas", "funding"),
    ),
    "locations": ("location_id", ("addresses", "accessibility", "schedules", "languages")),
    "organizations": ("organization_id", ("organization_identifiers", "funding")),
}
SHARED = ("contacts", "phones")
DESCRIBED = ("organizations", "locations", "services", "service_at_location", "service_at_locations")
LARGEST_CELL = 1_000_000
LARGEST_REPEATED = 10_000


def rows_of(text: str) -> list[Row]:
    """The rows of a CSV file; an empty cell says nothing. Raises csv.Error."""
    csv.field_size_limit(LARGEST_CELL)
    reader = csv.DictReader(io.StringIO(text), strict=True)
    return [
        {name: _cell(name, value) for name, value in row.items() if name and value not in (None, "")}
        for row in reader
    ]


def _cell(name: str, value: str) -> Any:
    if name not in NUMBERS:
        return value
    try:
        return int(value) if value.lstrip("+-").isdigit() else float(value)
    except ValueError:
        return value


def nested(tables: Tables) -> list[Row]:
    """The organisations, each with its services and places, that these tables stand for."""
    by_name = {
        name.removesuffix(".csv"): [dict(row) for row in rows if isinstance(row, Mapping)]
        for name, rows in tables.items()
    }
    found: dict[str, list[Row]] = defaultdict(list, by_name)
    _describe(found)
    _give(found["phones"], "phone_id", {"languages": found["languages"]})
    _give(found["contacts"], "contact_id", {"phones": found["phones"]})
    for name, (link, parts) in OWNED.items():
        _give(found[name], link, {part: found[part] for part in (*parts, *SHARED)})
    places = found["service_at_location"] or found["service_at_locations"]
    _give(places, "service_at_location_id", {part: found[part] for part in ("schedules", *SHARED)})
    _give(found["services"], "service_id", {"service_at_locations": places})
    _give(
        found["organizations"],
        "organization_id",
        {name: found[name] for name in ("services", "locations")},
    )
    known = {_named(row, "id") for row in found["organizations"]} - {""}
    strayed = [row for row in found["services"] if _named(row, "organization_id") not in known]
    lost = [row for row in found["locations"] if _named(row, "organization_id") not in known]
    lists = [as_taxonomy(row) for row in found["taxonomies"]]
    terms = [as_term(row) for row in found["taxonomy_terms"]]
    return [*lists, *terms, *found["organizations"], *lost, *strayed]


def _describe(found: Mapping[str, list[Row]]) -> None:
    """Hang terms under the attributes that name them, these under what they describe; programs too."""
    taxonomies, terms = _by_id(found["taxonomies"]), _by_id(found["taxonomy_terms"])
    programs = _by_id(_without_links(row) for row in found["programs"])
    for term in terms.values():
        if detail := taxonomies.get(_named(term, "taxonomy_id")):
            term["taxonomy_detail"] = detail
    for attribute in found["attributes"]:
        if term := terms.get(_named(attribute, "taxonomy_term_id"), {}):
            attribute["taxonomy_term"] = term
    for service in found["services"]:
        if program := programs.get(_named(service, "program_id")):
            del service["program_id"]
            service["program"] = program
    for name in DESCRIBED:
        _give(found[name], "link_id", {"attributes": found["attributes"]})
        _give(found[name], "resource_id", {"metadata": found["metadata"]})


def _named(row: Mapping[str, Any], name: str) -> str:
    """The id that stands under this name; what is no text names nothing."""
    found = row.get(name)
    return found if isinstance(found, str) else ""


def _by_id(rows: Iterable[Row]) -> dict[str, Row]:
    """Rows that many others name, by their id; a large one is not repeated under each of them."""
    return {
        key: row
        for row in rows
        if (key := _named(row, "id")) and len(json.dumps(row)) <= LARGEST_REPEATED
    }


def _give(owners: list[Row], link: str, parts: Mapping[str, list[Row]]) -> None:
    """Hang the rows that name an owner under it."""
    for name, rows in parts.items():
        of: dict[Any, list[Row]] = defaultdict(list)
        for row in rows:
            if key := _named(row, link):
                of[key].append(row)
        for owner in owners:
            if mine := of.get(_named(owner, "id")):
                owner[name] = [_without_links(row) if name not in WITH_LINKS else row for row in mine]


WITH_LINKS = {"services", "locations", "service_at_locations"}
LINKS = {
    "service_id",
    "location_id",
    "organization_id",
    "service_at_location_id",
    "contact_id",
    "phone_id",
}


def _without_links(row: Row) -> Row:
    return {name: value for name, value in row.items() if name not in LINKS}
