"""The ledger of what was erased, also in a file that a restored backup does not bring back in time.

The file holds one line a record, as a keyed hash: it says nothing without the key of the
installation and one of the records. After a restore the lines that the database does not know are
the erasures to do again.
"""

import json
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.conf import settings

from kring.foundation.keys.sealing import blind_index
from kring.foundation.retention.models import Erased

COLUMN = "retention.erased"
LINE_AT_MOST = 400
"""Bytes: longer than a line of the file ever is."""


def ledger_file() -> Path:
    """Where the ledger lies: beside the anchors of the journal, outside the database."""
    return Path(settings.ANCHOR_DIR) / "erased.jsonl"


def fingerprint(key: UUID) -> str:
    """How an erased record is known."""
    return blind_index(str(key), column=COLUMN)


def note(kind: str, keys: Iterable[UUID], at: datetime) -> None:
    """Write into the ledger of the database that these were erased."""
    Erased.objects.bulk_create(
        [Erased(kind=kind, fingerprint=fingerprint(key), erased_at=at) for key in keys],
        ignore_conflicts=True,
    )


def write_out() -> int:
    """Append to the file what only the database knows; how many lines. Safe to repeat."""
    known = _in_file()
    rows = Erased.objects.order_by("pk").values_list("kind", "fingerprint", "erased_at")
    lines = [
        json.dumps({"kind": kind, "fingerprint": mark, "erased_at": at.isoformat()}) + "\n"
        for kind, mark, at in rows.iterator()
        if mark not in known
    ]
    if lines:
        file = ledger_file()
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("a", encoding="utf-8") as ledger:
            ledger.writelines(lines)
    return len(lines)


def to_replay() -> dict[str, set[str]]:
    """Fingerprints by kind that the file knows and the database does not: a backup was restored."""
    known = set(Erased.objects.order_by().values_list("fingerprint", flat=True))
    missing: dict[str, set[str]] = {}
    for mark, kind in _in_file().items():
        if mark not in known:
            missing.setdefault(kind, set()).add(mark)
    return missing


def is_up_to_date() -> bool:
    """Whether the database knows the last line of the file: a restored backup does not.

    Reads only the end of the file, so that it can be asked every minute.
    """
    file = ledger_file()
    if not file.exists():
        return True
    with file.open("rb") as ledger:
        ledger.seek(max(0, file.stat().st_size - LINE_AT_MOST))
        lines = ledger.read().splitlines()
    if not lines:
        return True
    mark = json.loads(lines[-1])["fingerprint"]
    return Erased.objects.filter(fingerprint=mark).exists()


def _in_file() -> dict[str, str]:
    file = ledger_file()
    if not file.exists():
        return {}
    lines = (json.loads(line) for line in file.read_text(encoding="utf-8").splitlines())
    return {line["fingerprint"]: line["kind"] for line in lines}
