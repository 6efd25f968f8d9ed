"""Asking the directory: the index answers, and is built where there is none yet."""

from datetime import datetime
from functools import cache
from pathlib import Path

from kring.foundation.deadlines.calendar import local_day
from kring.offer.directory.search.documents import Answer, Query
from kring.offer.directory.search.folder import NoIndex
from kring.offer.directory.search.standing import Standing
from kring.offer.directory.upkeep import build, index_folder


def find(query: Query, *, at: datetime) -> Answer:
    """Answer a question. Nothing is written in the database.

    Raises:
        BeingWritten: there is no index yet, and another process is building it.
    """
    standing = _standing(index_folder())
    try:
        return standing.search(query)
    except NoIndex:
        build(local_day(at))
        return standing.search(query)


@cache
def _standing(folder: Path) -> Standing:
    return Standing(folder)
