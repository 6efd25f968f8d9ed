"""What the law lets out, read from ``data``: pure, no database.

Three files: what may be given (``articles.csv``), the article that forbids (``refusals.csv``), and
which class of item may ever leave (``release.csv``). Each row has its ground and its dates; a
jurist signs them.
"""

import csv
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

FOLDER = Path(__file__).parent / "data"


class Gives(StrEnum):
    """How much may be given."""

    NOTHING = "nothing"
    BASIC = "basic"
    """Who it is about, and which help is given."""
    ITEMS = "items"
    """Chosen pieces of the file as well."""


ARTICLES: dict[str, str | Promise] = {
    "dijh_75": _(
        "Artikel 75 van het decreet integrale jeugdhulp: niets gaat naar de jeugdrechter of het parket, "
        "tenzij de bekwame minderjarige en de ouders instemmen. Op een schriftelijke vraag mag wel "
        "gezegd worden over wie het gaat en welke hulp er is."
    ),
    "dijh_75_1": _(
        "Artikel 75/1 van het decreet integrale jeugdhulp: niets gaat naar de sociale dienst van de "
        "jeugdrechtbank, tenzij de bekwame minderjarige en de ouders instemmen. Op een schriftelijke "
        "vraag mag wel gezegd worden over wie het gaat en welke hulp er is."
    ),
    "sw_458": _(
        "Artikel 458 van het Strafwetboek: het beroepsgeheim. Alleen een rechter kan vragen om te "
        "spreken, of de persoon zelf stemt in."
    ),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """What a request may get, and the article that says so."""

    gives: Gives
    article: str
    ground: str

    @property
    def words(self) -> str:
        """The article in plain words."""
        return str(ARTICLES[self.article])


def finding(requester: str, paper: str, day: date, *, consent: bool) -> Finding:
    """What may be given on this paper on this day; nothing where no row says otherwise."""
    wanted = (requester, paper, "yes" if consent else "no")
    for row in _rows("articles.csv"):
        if (row["requester"], row["paper"], row["consent"]) == wanted and _valid(row, day):
            return Finding(Gives(row["gives"]), row["article"], row["ground"])
    forbids = {row["requester"]: row["article"] for row in _rows("refusals.csv")}
    return Finding(Gives.NOTHING, forbids.get(requester, "sw_458"), "")


def may_release(data_class: str, day: date, *, consent: bool) -> bool:
    """Whether an item of this class may ever go into a bundle."""
    for row in _rows("release.csv"):
        if row["data_class"] == data_class and _valid(row, day):
            return row["release"] == "may" or (row["release"] == "consent" and consent)
    return False


def _valid(row: dict[str, str], day: date) -> bool:
    until = row["valid_until"]
    return date.fromisoformat(row["valid_from"]) <= day and (
        not until or day < date.fromisoformat(until)
    )


@cache
def _rows(name: str) -> tuple[dict[str, str], ...]:
    lines = [line for line in (FOLDER / name).read_text().splitlines() if not line.startswith("#")]
    return tuple(csv.DictReader(lines))
