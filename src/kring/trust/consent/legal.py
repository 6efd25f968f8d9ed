"""Legal bases and receivers of a sharing, as data: articles are renumbered and have dates."""

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from kring.foundation.records.local_text import LocalText, in_language
from kring.registry.network.models import Sector

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """A ground on which something may be shared, with the article that says so in ``[from, until)``."""

    code: str
    article: str
    words: tuple[tuple[str, str], ...]
    valid_from: date
    valid_until: date | None

    @property
    def label(self) -> str:
        """The ground in the language of the screen, with its article."""
        return f"{in_language(dict(self.words))} ({self.article})"

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_until is None or day < self.valid_until)


@dataclass(frozen=True, slots=True)
class Receiver:
    """A kind of receiver; ``barred_by`` is the article that forbids it, empty where none does."""

    code: str
    barred_by: str
    words: tuple[tuple[str, str], ...]

    @property
    def label(self) -> str:
        return in_language(dict(self.words))


@cache
def legal_bases() -> tuple[LegalBasis, ...]:
    """Every legal basis, of every time."""
    return tuple(
        LegalBasis(
            code=row["code"],
            article=row["article"],
            words=_words(row),
            valid_from=date.fromisoformat(row["valid_from"]),
            valid_until=date.fromisoformat(row["valid_until"]) if row["valid_until"] else None,
        )
        for row in _rows("legal_bases")
    )


def legal_bases_on(day: date) -> list[LegalBasis]:
    """The legal bases that hold on a day."""
    return [basis for basis in legal_bases() if basis.holds_on(day)]


def legal_basis(code: str, day: date) -> LegalBasis | None:
    """One legal basis as it read on a day."""
    return next((basis for basis in legal_bases_on(day) if basis.code == code), None)


@cache
def receivers() -> tuple[Receiver, ...]:
    """Every kind of receiver."""
    return tuple(Receiver(r["code"], r["barred_by"], _words(r)) for r in _rows("receivers"))


def receiver_of_kind(code: str) -> Receiver | None:
    """One kind of receiver."""
    return next((receiver for receiver in receivers() if receiver.code == code), None)


_OUTSIDE_YOUTH_HELP: dict[str, str] = {
    Sector.CLB: "clb",
    Sector.CGG: "care",
    Sector.HOME_CARE: "care",
    Sector.LOCAL_AUTHORITY: "local_authority",
    Sector.AGENCY: "other",
    Sector.OTHER: "other",
}


def receiver_kind_of(sector: str) -> str:
    """What kind of receiver an organisation of a sector is."""
    return _OUTSIDE_YOUTH_HELP.get(sector, "youth_help")


def _rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((DATA / f"{name}.csv").read_text().splitlines()))


def _words(row: LocalText) -> tuple[tuple[str, str], ...]:
    return tuple((language, row[language]) for language in ("nl", "fr", "en"))
