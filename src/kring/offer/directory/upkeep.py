"""The index of the search follows the directory.

Each deed marks what it changed in its own transaction. When that is committed, the process that did it
brings the index up to date; every web process takes the newer index within a second. What was left
behind (a process that stopped, an index that was being written) the next deed or ``kring tick`` does.
"""

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction

from kring.foundation.deadlines.calendar import local_day
from kring.offer.directory.documents import documents_of
from kring.offer.directory.linked import linked_with
from kring.offer.directory.models import Service, ToIndex
from kring.offer.directory.queries import offered_services
from kring.offer.directory.search import writing
from kring.offer.directory.search.folder import BeingWritten, NoIndex, current, only_writer

FORM = "2"
"""Counts on when the index is built otherwise, so that an old one is never read by new code."""
MOST_CHANGED = 500
"""More than so many at once, and the whole index is written anew: that is quicker."""
DAY = "DAY"
"""The file that says of which day the opening days are."""


def index_folder() -> Path:
    """Where the index of this installation lies."""
    return Path(settings.DATA_DIR) / "search" / FORM


def changed(services: Iterable[int]) -> None:
    """Say in this transaction that these services changed (by number); the index follows after it."""
    marks = [ToIndex(service_id=number) for number in sorted(linked_with(services))]
    ToIndex.objects.bulk_create(marks, batch_size=1_000)
    if not any(entry[1] is follow for entry in connection.run_on_commit):
        transaction.on_commit(follow, robust=True)


def follow() -> None:
    """Bring the index up to date, unless nothing was built yet or another process is at it.

    Who was at it looks once more when it is done, so that what was marked meanwhile is not left.
    """
    try:
        while ToIndex.objects.exists():
            _take_in()
    except (BeingWritten, NoIndex):
        return


def make_first(*, at: datetime) -> bool:
    """Build the index where there is none at all, so that nobody who asks waits for it."""
    try:
        current(index_folder())
    except NoIndex:
        return keep_whole(at=at)
    return False


def keep_whole(*, at: datetime) -> bool:
    """Build the index where there is none of today, else bring it up to date; whether it was built.

    Each day anew: the days on which something opens move on, and what ever went wrong is mended.
    """
    today = local_day(at)
    try:
        if day_of_index() == today:
            follow()
            return False
    except (NoIndex, OSError, ValueError):
        pass  # none of today, or one that cannot be read
    try:
        _take_in(anew=today)
    except BeingWritten:
        return False
    follow()
    return True


def build(today: date) -> None:
    """Write the whole index anew. Raises BeingWritten when another process is at it."""
    with only_writer(_lock_folder()):
        _write_anew(today)


def day_of_index() -> date:
    """The day of which the opening days in the index are. Raises NoIndex."""
    current(index_folder())
    try:
        return date.fromisoformat((_lock_folder() / DAY).read_text())
    except (OSError, ValueError) as problem:
        raise NoIndex(index_folder()) from problem


def _take_in(*, anew: date | None = None) -> None:
    """Take in what is marked, by writing the whole index ``anew`` for that day where one is given."""
    with only_writer(_lock_folder()):
        today = anew or day_of_index()
        marks = list(ToIndex.objects.order_by("pk").values_list("pk", "service_id"))
        if anew or len(marks) > MOST_CHANGED:
            _write_anew(today)
        else:
            _write_changes({number for _mark, number in marks}, today)
        for first in range(0, len(marks), MOST_CHANGED):
            done = [mark for mark, _number in marks[first : first + MOST_CHANGED]]
            ToIndex.objects.filter(pk__in=done).delete()


def _write_changes(numbers: set[int], today: date) -> None:
    services = Service.objects.filter(pk__in=numbers)
    offered = offered_services().filter(pk__in=numbers)
    put = list(documents_of(offered, today))
    gone = services.exclude(pk__in=offered.values("pk")).order_by("pk").values_list("key", flat=True)
    writing.change(index_folder(), put=put, drop=[str(key) for key in gone])


def _write_anew(today: date) -> None:
    writing.rebuild(index_folder(), list(documents_of(offered_services(), today)))
    (_lock_folder() / DAY).write_text(today.isoformat())


def _lock_folder() -> Path:
    """Held while the directory is read and written down: else an older copy could come last."""
    return index_folder() / "upkeep"
