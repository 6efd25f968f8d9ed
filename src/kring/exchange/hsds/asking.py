"""What is asked of the door, by the names HSDS gives its parameters."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from kring.exchange.hsds.fitting import plain
from kring.foundation.deadlines.calendar import LOCAL

A_PAGE, LONGEST_PAGE, LONGEST_FULL_PAGE = 50, 1000, 100
LONGEST_SEARCH, MOST_WORDS = 200, 8
LONGEST_NUMBER = 9
JSON, LINES = "json", "ndjson"
TRUTH = {"true": True, "false": False}


class Unclear(ValueError):
    """A parameter that cannot be read; the message is a sentence for who asked."""

    status = 400

    def __init__(self, parameter: str, why: str) -> None:
        super().__init__(why)
        self.parameter = parameter


class Unknown(Unclear):
    """It can be read, but there is nothing of that name."""

    status = 404


@dataclass(frozen=True, slots=True)
class Asked:
    """One question to the door; what is not asked is as it stands here. ``proximity`` in metres."""

    search: str = ""
    page: int = 1
    per_page: int | None = None
    format: str = JSON
    taxonomy_term_id: str = ""
    taxonomy_id: str = ""
    organization_id: str = ""
    parent_id: str = ""
    modified_after: datetime | None = None
    minimal: bool = False
    full: bool = False
    full_service: bool = False
    top_only: bool = False
    postcode: str = ""
    proximity: int | None = None

    @property
    def words(self) -> list[str]:
        """The words of the search."""
        return self.search.split()[:MOST_WORDS]

    @property
    def size(self) -> int | None:
        """How many on a page; None for all at once, as with ``minimal`` unless a number is asked."""
        if self.minimal and self.per_page is None:
            return None
        most = LONGEST_FULL_PAGE if self.full or self.full_service else LONGEST_PAGE
        return min(self.per_page or A_PAGE, most)


def asked(said: QueryDict, names: Collection[str]) -> Asked:
    """Read these parameters and no others. Raises Unclear."""
    values: dict[str, Any] = {}
    for name in names:
        found = said.getlist(name)
        if len(found) > 1:
            raise Unclear(name, _("Vraag dit maar één keer."))
        if found:
            values[name] = READ.get(name, _text)(name, found[0])
    if "proximity" in values and not values.get("postcode"):
        raise Unclear("proximity", _("Vraag een afstand samen met een postcode."))
    return Asked(**values)


def _text(_name: str, said: str) -> str:
    return str(plain(said.strip()[:LONGEST_SEARCH]))


def _number(least: int, why: Callable[[], str]) -> Callable[[str, str], int]:
    def read(name: str, said: str) -> int:
        if not (said.isascii() and said.isdigit()):
            raise Unclear(name, why())
        found = int(said) if len(said) <= LONGEST_NUMBER else 10**LONGEST_NUMBER
        if found < least:
            raise Unclear(name, why())
        return found

    return read


def _truth(name: str, said: str) -> bool:
    if said.casefold() not in TRUTH:
        raise Unclear(name, _("Schrijf true of false."))
    return TRUTH[said.casefold()]


def _moment(name: str, said: str) -> datetime:
    """A moment of ISO 8601; a plus that was read as a blank is a plus, no zone is local time."""
    try:
        found = datetime.fromisoformat(said.strip().replace(" ", "+") if "T" in said else said.strip())
        return (found if found.tzinfo else found.replace(tzinfo=LOCAL)).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        why = _("Schrijf een moment zoals 2026-11-02T09:00:00Z.")
        raise Unclear(name, why) from error


def _format(name: str, said: str) -> str:
    if said not in (JSON, LINES):
        raise Unclear(name, _("Schrijf json of ndjson."))
    return said


def _postcode(name: str, said: str) -> str:
    if not (len(said) == len("9000") and said.isascii() and said.isdigit()):
        raise Unclear(name, _("Schrijf een Belgische postcode van vier cijfers."))
    return said


READ: dict[str, Callable[[str, str], Any]] = {
    "page": _number(1, lambda: _("Schrijf het nummer van een bladzijde, vanaf 1.")),
    "per_page": _number(1, lambda: _("Schrijf hoeveel er op een bladzijde staan, vanaf 1.")),
    "format": _format,
    "modified_after": _moment,
    "minimal": _truth,
    "full": _truth,
    "full_service": _truth,
    "top_only": _truth,
    "postcode": _postcode,
    "proximity": _number(0, lambda: _("Schrijf een afstand in meter.")),
}
