"""What must always be true of kept files."""

from collections.abc import Iterable
from datetime import datetime

from kring.foundation.files.models import StoredFile
from kring.foundation.files.store import OVERHEAD, path_of
from kring.foundation.files.sweeping import orphans
from kring.foundation.records.checking import check

AT_MOST = 21


@check("every kept file lies in its place, whole")
def files_are_there(_at: datetime) -> Iterable[str]:
    """Those that are missing or have another length; their content is tried when it is read."""
    told = 0
    for stored in StoredFile.objects.order_by("pk").iterator():
        path = path_of(stored.place)
        if told < AT_MOST and not (path.exists() and path.stat().st_size == stored.size + OVERHEAD):
            told += 1
            yield f"File {stored.key} is missing or cut off: restore the folder of files."


@check("every file in the folder has its row")
def files_have_a_row(at: datetime) -> Iterable[str]:
    """Those without one, older than a day: nobody can open them, the next tick takes them away."""
    for number, path in enumerate(orphans(at)):
        if number < AT_MOST:
            yield f"File {path.name} has no row."
