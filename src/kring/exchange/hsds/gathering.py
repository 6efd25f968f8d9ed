"""Bringing together what a feed says: each organisation, place and service once.

HSDS nests: an organisation has services, a service has its organisation, both have places. The same
record may stand in several places, with more or less of it told.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from kring.exchange.hsds.fitting import plain
from kring.exchange.hsds.naming import (
    is_ours,
    is_taxonomy,
    is_term,
    taxonomies_within,
    taxonomy_of,
    terms_within,
    text_of,
)
from kring.exchange.hsds.report import Report
from kring.offer.directory.actions import SaidTerm

type Raw = dict[str, Any]
ID_SIGNS = 200
DEEPEST = 40
LARGEST_TERM = 20_000


@dataclass
class Gathered:
    """The records of a feed by their id, as they were said."""

    organizations: dict[str, Raw] = field(default_factory=dict)
    locations: dict[str, Raw] = field(default_factory=dict)
    services: dict[str, Raw] = field(default_factory=dict)
    owner_of: dict[str, str] = field(default_factory=dict)
    taxonomies: dict[str, Raw] = field(default_factory=dict)
    terms: dict[str, Raw] = field(default_factory=dict)
    taxonomy_of: dict[str, str] = field(default_factory=dict)

    def said_terms(self) -> dict[str, SaidTerm]:
        """The terms with their list and what stands above them."""
        return {
            found: SaidTerm(raw, self.taxonomy_of.get(found, ""), text_of(raw, "parent_id")[:ID_SIGNS])
            for found, raw in self.terms.items()
        }


class Gathering:
    """One walk through what a feed says."""

    def __init__(self, report: Report) -> None:
        self.found, self.report = Gathered(), report
        self._came, self._totals = set[str](), list[Any]()

    def add(self, payload: Any) -> None:
        """Take in one answer of a feed: a page, a list or one record."""
        for raw in self._records(payload):
            self._add_record(raw)
            self._add_nested_terms(raw)

    def _records(self, payload: Any) -> Iterator[Raw]:
        listed = payload
        if isinstance(payload, dict) and "contents" in payload:
            listed = payload["contents"]
            self._check_totals(payload)
        if isinstance(listed, dict):
            listed = [listed]
        if not isinstance(listed, list):
            self.report.refused("feed", "", _("Hier staan geen gegevens van HSDS in."))
            self.report.whole = False
            return
        for raw in listed:
            if not isinstance(raw, dict):
                self.report.refused("feed", "", _("Dit is geen gegeven van HSDS."))
            elif _is_too_deep(raw):
                self.report.refused("feed", _id_of(raw), _("Dit zit te diep in elkaar."))
                self.report.whole = False
            else:
                yield raw

    def _check_totals(self, page: Raw) -> None:
        """Count what a page gives; of all pages together the feed must have said how many there are."""
        contents = page["contents"]
        if not isinstance(contents, list):
            return
        self._came |= {_id_of(one) or str(len(self._came)) for one in contents if isinstance(one, dict)}
        self.report.counts["feed.counted"] += len(contents)
        size, total, pages = page.get("size"), page.get("total_items"), page.get("total_pages")
        if isinstance(size, int) and size != len(contents):
            self.report.mended("feed", "", "size", _("De bron telt anders dan wat ze geeft."))
        if pages == 1 and total != len(contents):
            self.report.mended("feed", "", "total_items", _("De bron telt anders dan wat ze geeft."))
        self._totals.append(total)

    @property
    def adds_up(self) -> bool:
        """Whether the pages said as many as came, none twice; without pages it is all."""
        return all(total == len(self._came) for total in self._totals)

    def _add_record(self, raw: Raw) -> None:
        if isinstance(raw.get("service"), dict):
            place = {name: value for name, value in raw.items() if name != "service"}
            service = dict(raw["service"])
            service["service_at_locations"] = [*_listed(service, "service_at_locations"), place]
            self._add_service(service, None)
        elif "location_type" in raw and "status" not in raw:
            self._add_location(raw, None)
        elif {"status", "organization", "organization_id"} & set(raw):
            self._add_service(raw, None)
        elif is_term(raw):
            self._add_term(raw, "")
        elif is_taxonomy(raw):
            self._add_taxonomy(raw)
        else:
            self._add_organization(raw)

    def _add_nested_terms(self, raw: Raw) -> None:
        """Take the lists and terms that are said within a record."""
        for taxonomy in taxonomies_within(raw):
            self._add_taxonomy(taxonomy)
        for term, owner in terms_within(raw):
            self._add_term(term, owner)

    def _add_taxonomy(self, raw: Raw) -> None:
        brief = raw if _fits(raw) else {**raw, "taxonomy_terms": []}
        if self._is_foreign("taxonomies", brief):
            self._keep("taxonomies", self.found.taxonomies, plain(brief), ())

    def _add_term(self, raw: Raw, owner: str) -> None:
        alone = {name: value for name, value in raw.items() if name != "taxonomy_detail"}
        if not self._is_foreign("taxonomy_terms", alone):
            return
        found = self._keep("taxonomy_terms", self.found.terms, plain(alone), ())
        within = (taxonomy_of(raw) or owner)[:ID_SIGNS]
        if found and within:
            self.found.taxonomy_of.setdefault(found, within)

    def _is_foreign(self, kind: str, raw: Raw) -> bool:
        """Whether it is of a list of somebody else, and no larger than one thing of a list is."""
        if is_ours(raw.get("id")):
            return False
        if not _fits(raw):
            self.report.refused(kind, _id_of(raw), _("Dit is te lang voor een term."))
            return False
        return True

    def _add_organization(self, raw: Raw) -> str | None:
        found = self._keep("organizations", self.found.organizations, raw, ("services", "locations"))
        if found is None:
            return None
        for service in _objects(raw, "services"):
            self._add_service(service, found)
        for location in _objects(raw, "locations"):
            self._add_location(location, found)
        return found

    def _add_service(self, raw: Raw, owner: str | None) -> None:
        nested = raw.get("organization")
        if isinstance(nested, dict):
            owner = self._add_organization(nested)
        named = raw.get("organization_id")
        owner = owner or (named if isinstance(named, str) else None)
        found = self._keep("services", self.found.services, raw, ("organization",))
        if found is None:
            return
        if owner:
            self.found.owner_of.setdefault(found, owner)
        for place in _objects(raw, "service_at_locations"):
            if isinstance(place.get("location"), dict):
                self._add_location(place["location"], owner)

    def _add_location(self, raw: Raw, owner: str | None) -> None:
        found = self._keep("locations", self.found.locations, raw, ())
        if found and owner:
            self.found.locations[found].setdefault("organization_id", owner)

    def _keep(self, kind: str, kept: dict[str, Raw], raw: Raw, without: tuple[str, ...]) -> str | None:
        """Keep a record, or what it says more than before. None when it has no id."""
        said = {name: value for name, value in raw.items() if name not in without}
        found = raw.get("id")
        if not isinstance(found, str) or not found.isprintable() or not 0 < len(found) <= ID_SIGNS:
            self.report.refused(kind, _id_of(raw), _("Dit heeft geen id."))
            return None
        known = kept.get(found)
        if known is None:
            kept[found] = said
            return found
        self._complete(kind, found, known, said)
        return found

    def _complete(self, kind: str, found: str, known: Raw, said: Raw) -> None:
        for name, value in said.items():
            if name not in known:
                known[name] = value
            elif name == "service_at_locations" and isinstance(value, list):
                known[name] = [*known[name], *(one for one in value if one not in known[name])]
            elif known[name] != value and not isinstance(value, dict | list):
                why = _("Dit id staat er twee keer, met iets anders. Het eerste telt.")
                self.report.refused(kind, found, why, field=name)


def _is_too_deep(raw: Raw) -> bool:
    """Whether a record nests deeper than anything of HSDS, so that no reading of it ends well."""
    level: list[Any] = [raw]
    for _level in range(DEEPEST):
        values = (one.values() if isinstance(one, dict) else one for one in level)
        level = [inner for found in values for inner in found if isinstance(inner, dict | list)]
        if not level:
            return False
    return True


def _fits(raw: Raw) -> bool:
    """Whether this is no larger than one thing of a list is."""
    return len(json.dumps(raw)) <= LARGEST_TERM


def _id_of(raw: Raw) -> str:
    found = raw.get("id")
    return ascii(found)[1 : ID_SIGNS + 1] if isinstance(found, str) else ""


def _listed(raw: Mapping[str, Any], name: str) -> list[Any]:
    found = raw.get(name)
    return found if isinstance(found, list) else []


def _objects(raw: Mapping[str, Any], name: str) -> list[Raw]:
    return [one for one in _listed(raw, name) if isinstance(one, dict)]
