"""Reading a feed of HSDS into the directory: all of it or, when it is broken, nothing."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DatabaseError
from django.utils.translation import gettext as _

from kring.exchange.hsds.gathering import Gathered, Gathering
from kring.exchange.hsds.report import Report
from kring.exchange.hsds.saying import Saying
from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action
from kring.offer.directory.actions import (
    Came,
    finish_reading,
    set_parent,
    take_location,
    take_organization,
    take_service,
    take_taxonomies,
    take_terms,
)
from kring.offer.directory.models import Location, Organization, Source


@action
def read_in(
    *, source: Source, answers: Iterable[Any], report: Report, whole: bool, by: Actor, at: datetime
) -> Report:
    """Take over what a feed says in ``answers`` (pages, lists or records of HSDS).

    One deed: what raises while the answers come leaves everything as it was. A record that cannot
    be kept is refused with its reason and the others are taken. ``whole``: the answers are all the
    feed has, so a service that it does not name has stopped; not when its totals contradict that.
    """
    gathering = Gathering(report)
    for answer in answers:
        gathering.add(answer)
    report.whole = report.whole and gathering.adds_up
    _Reading(source, gathering.found, report, at).take()
    report.whole = report.whole and whole and not report.counts["services.refused"]
    gone = finish_reading(
        source=source, began_at=at, whole=report.whole, counts=report.counts, by=by, at=at
    )
    report.counts["services.gone"] += gone
    return report


class _Reading:
    """One feed on its way into the directory."""

    def __init__(self, source: Source, found: Gathered, report: Report, at: datetime) -> None:
        self.source, self.found, self.report, self.at = source, found, report, at
        self.saying = Saying(report, source.language, source.key)
        self.organizations: dict[str, Organization] = {}
        self.locations: dict[str, Location] = {}

    def take(self) -> None:
        self._terms()
        for found in self.found.organizations:
            self._one("organizations", found, self._organization)
        self._parents()
        for found in self.found.locations:
            self._one("locations", found, self._location)
        for found in self.found.services:
            self._one("services", found, self._service)

    def _terms(self) -> None:
        """The lists and terms it names, by which its services are found."""
        lists = take_taxonomies(source=self.source, said=self.found.taxonomies)
        terms = take_terms(source=self.source, said=self.found.said_terms())
        for kind, came in (("taxonomies", lists), ("taxonomy_terms", terms)):
            for how, number in came.items():
                self.report.counts[f"{kind}.{how}"] += number

    def _one(self, kind: str, found: str, take: Callable[[str], Came]) -> None:
        """Take one record, or say why not."""
        try:
            came = take(found)
        except ValidationError as error:
            self.report.refused(kind, found, " ".join(error.messages))
        except (DatabaseError, RecursionError, OverflowError):
            self.report.refused(kind, found, _("Dit kan niet bewaard worden."))
        else:
            self.report.counts[f"{kind}.{came}"] += 1

    def _organization(self, found: str) -> Came:
        said = self.saying.organization(found, self.found.organizations[found])
        self.organizations[found], came = take_organization(source=self.source, said=said, at=self.at)
        return came

    def _location(self, found: str) -> Came:
        raw = self.found.locations[found]
        owner = self.organizations.get(str(raw.get("organization_id")))
        said = self.saying.location(found, raw, owner)
        self.locations[found], came = take_location(source=self.source, said=said, at=self.at)
        return came

    def _service(self, found: str) -> Came:
        owner = self.organizations.get(self.found.owner_of.get(found, ""))
        if owner is None:
            raise ValidationError(_("De organisatie van dit aanbod is niet gekend."))
        said, described, state, confirmed_at = self.saying.service(
            found, self.found.services[found], self.locations
        )
        _kept, came = take_service(
            source=self.source,
            said=said,
            described=described,
            organization=owner,
            state=state,
            confirmed_at=confirmed_at,
            at=self.at,
        )
        return came

    def _parents(self) -> None:
        """Which organisation is a part of which; a ring of them is refused."""
        named = {
            found: str(self.found.organizations[found].get("parent_organization_id") or "")
            for found in self.organizations
        }
        for found, listed in self.organizations.items():
            if _in_a_ring(found, named):
                why = _("Deze organisatie zou een deel zijn van zichzelf.")
                self.report.refused("organizations", found, why, field="parent_organization_id")
                named[found] = ""
            set_parent(organization=listed, parent=self.organizations.get(named[found]))


def _in_a_ring(found: str, named: dict[str, str]) -> bool:
    seen, at = {found}, named[found]
    while at in named:
        if at in seen:
            return at == found
        seen.add(at)
        at = named[at]
    return False
