"""Files that no row knows: what was undone while it was written. They are let go after a day."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import batched
from pathlib import Path

from kring.foundation.files.models import StoredFile
from kring.foundation.files.store import folder

LEFT_ALONE_FOR = timedelta(days=1)
"""So long a file may wait for the transaction that writes its row."""
AT_A_TIME = 500


def orphans(at: datetime) -> Iterator[Path]:
    """Files older than a day that stand in no row."""
    before = (at - LEFT_ALONE_FOR).astimezone(UTC).timestamp()
    old = (path for path in sorted(folder().glob("*/*")) if path.stat().st_mtime < before)
    for some in batched(old, AT_A_TIME, strict=False):
        known = StoredFile.objects.filter(place__in=[path.name for path in some])
        names = set(known.values_list("place", flat=True))
        yield from (path for path in some if path.name not in names)


def sweep_files(at: datetime) -> int:
    """Delete them; how many."""
    found = list(orphans(at))
    for path in found:
        path.unlink(missing_ok=True)
    return len(found)
