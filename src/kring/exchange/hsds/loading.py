"""Reading a file or an address of HSDS into the installation, from the command line."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from kring.exchange.hsds.actions import read_in
from kring.exchange.hsds.fetching import answers
from kring.exchange.hsds.reading import BrokenFeedError, open_file
from kring.exchange.hsds.report import Report
from kring.foundation.journal.actor import Actor
from kring.offer.directory.actions import add_source


@dataclass(frozen=True, slots=True)
class About:
    """Whose directory it is, what may be done with it, and whether it is all they have."""

    name: str
    licence: str = ""
    language: str = "nl"
    whole: bool = True


def load_file(file: Path, about: About, *, by: Actor, at: datetime) -> Report:
    """Take over what a file says; a broken one leaves everything as it was and says so.

    The source is known by its name, so that a newer file of the same name changes its entries.
    """
    return _load(f"file:{about.name[:200]}", lambda: [open_file(file)], about, by=by, at=at)


def load_address(address: str, about: About, *, by: Actor, at: datetime) -> Report:
    """Take over what a feed at an address says: all of it came, or nothing is taken."""
    return _load(address, lambda: list(answers(address)), about, by=by, at=at)


def _load(
    address: str, say: Callable[[], list[Any]], about: About, *, by: Actor, at: datetime
) -> Report:
    report = Report()
    try:
        said = say()
    except BrokenFeedError as error:
        report.refused("feed", address, str(error))
        report.broken = True
        return report
    source = add_source(
        name=about.name,
        address=address,
        licence=about.licence,
        language=about.language,
        by=by,
        at=at,
    )
    return read_in(source=source, answers=said, report=report, whole=about.whole, by=by, at=at)
