"""What a visitor asks of the directory. Any address is read as far as it goes; none is refused."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from math import isfinite
from typing import Any
from urllib.parse import urlencode

from kring.offer.directory.models import LifeDomain, Reach
from kring.offer.directory.search.documents import Point, Query
from kring.web.finding.place import Place

PAGE = 20
FURTHEST = 50
KM, USUAL_KM = (2, 5, 10, 25, 50, 100), 25
LIST, MAP = "lijst", "kaart"
YES = "ja"
LONGEST_TEXT, LONGEST_PLACE, LONGEST_CODE = 300, 80, 12
LANGUAGES = tuple("nl fr en ar tr ber pl ro bg ru uk es pt it de so ps fa ti sq".split())
"""Languages offered as a filter; any other code works in an address."""
MOST_MONTHS = 130 * 12


@dataclass(frozen=True, slots=True)
class Asked:
    """The fields of the search form, by the names they have in an address.

    ``maanden`` is the age of the youngest, below zero before birth; ``dag`` 1 (Monday) to 7.
    """

    q: str = ""
    waar: str = ""
    km: int = USUAL_KM
    maanden: int | None = None
    taal: str = ""
    dag: int | None = None
    domein: str = ""
    bereik: str = ""
    vrij: bool = False
    extra: bool = False
    beeld: str = LIST
    bladzijde: int = 1

    @property
    def anything(self) -> bool:
        """Whether something is asked at all."""
        return bool(self.q.strip() or self.waar or self.filtered)

    @property
    def filtered(self) -> bool:
        """Whether one of the folded choices is made."""
        return any(
            (
                self.taal,
                self.domein,
                self.bereik,
                self.vrij,
                self.extra,
                self.dag,
                self.maanden is not None,
                self.km != USUAL_KM,
            )
        )

    def address(self, **changes: Any) -> str:
        """The query of an address that asks this with these changes; what is usual is left out."""
        asked = replace(self, **changes)
        usual = Asked()
        said = {one.name: getattr(asked, one.name) for one in fields(asked)}
        kept = {name: value for name, value in said.items() if value != getattr(usual, name)}
        return "?" + urlencode({name: YES if value is True else value for name, value in kept.items()})

    def query(self, place: Place | None) -> Query:
        """The question for the index."""
        return Query(
            text=self.q,
            near=place.point if place else None,
            within_km=float(self.km),
            areas=place.areas if place else frozenset(),
            age=self.maanden,
            languages=_one(self.taal),
            domains=_one(self.domein),
            open_on=frozenset({self.dag} if self.dag else ()),
            reach=self.bereik,
            free_now=self.vrij,
            specific_need=self.extra,
            offset=(self.bladzijde - 1) * PAGE,
            limit=PAGE,
        )


def read(given: Mapping[str, str]) -> Asked:
    """What an address asks; a value that is none is as if it were not there."""
    km = _number(given.get("km"), 1, 400)
    return Asked(
        q=given.get("q", "")[:LONGEST_TEXT],
        waar=given.get("waar", "").strip()[:LONGEST_PLACE],
        km=km or USUAL_KM,
        maanden=_number(given.get("maanden"), -10, MOST_MONTHS),
        taal=given.get("taal", "")[:LONGEST_CODE].strip(),
        dag=_number(given.get("dag"), 1, 7),
        domein=_listed(given.get("domein"), LifeDomain.values),
        bereik=_listed(given.get("bereik"), Reach.values),
        vrij=given.get("vrij", "") == YES,
        extra=given.get("extra", "") == YES,
        beeld=MAP if given.get("beeld") == MAP else LIST,
        bladzijde=_number(given.get("bladzijde"), 1, FURTHEST) or 1,
    )


def point_of(given: Mapping[str, str]) -> Point | None:
    """Degrees in an address: for programs, which know where they are."""
    try:
        point = Point(float(given.get("lat", "")), float(given.get("lon", "")))
    except ValueError:
        return None
    on_earth = isfinite(point.lat) and isfinite(point.lon)
    return point if on_earth and abs(point.lat) <= 90 and abs(point.lon) <= 180 else None  # noqa: PLR2004


def _one(code: str) -> frozenset[str]:
    return frozenset({code} if code else ())


def _listed(value: str | None, known: list[str]) -> str:
    return value if value in known else ""


def _number(text: str | None, least: int, most: int) -> int | None:
    """A whole number within bounds, else None."""
    if not text or len(text) > 6 or not text.lstrip("-").isdecimal():  # noqa: PLR2004
        return None
    number = int(text) if text.count("-") == text.startswith("-") else least - 1
    return number if least <= number <= most else None
