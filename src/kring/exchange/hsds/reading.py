"""Opening a file of HSDS within bounds: JSON, or a zip of its tables."""

import csv
import io
import json
import zipfile
import zlib
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from kring.exchange.hsds.tabular import nested, rows_of

MEGABYTE = 1024 * 1024
LARGEST = 100 * MEGABYTE
MOST_TABLES = 60
ZIP = b"PK\x03\x04"
PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""Of the other ways to pack, one small piece may ask for gigabytes at once."""


class BrokenFeedError(ValueError):
    """A feed of which nothing can be taken; the message is a sentence."""


def open_file(path: Path) -> Any:
    """What a file says. Raises BrokenFeedError."""
    if path.stat().st_size > LARGEST:
        raise BrokenFeedError(too_large())
    with path.open("rb") as file:
        return opened(file.read(LARGEST + 1))


def opened(content: bytes) -> Any:
    """What these bytes say: JSON, or tables in a zip. Raises BrokenFeedError."""
    if len(content) > LARGEST:
        raise BrokenFeedError(too_large())
    if content.startswith(ZIP):
        return nested(_tables(content))
    found = parsed(content)
    if isinstance(found, dict) and any(name.endswith(".csv") for name in found):
        return nested({name: rows for name, rows in found.items() if isinstance(rows, list)})
    return found


def parsed(content: bytes) -> Any:
    """JSON, and nothing that only looks like it. Raises BrokenFeedError."""
    try:
        return json.loads(content.decode("utf-8-sig"), parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise BrokenFeedError(_("Dit is geen leesbare JSON. Er is niets ingelezen.")) from error


def _no_number(name: str) -> float:
    raise ValueError(name)


def _tables(content: bytes) -> dict[str, list[dict[str, Any]]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as box:
            members = [one for one in box.infolist() if one.filename.endswith(".csv")]
            if len(members) > MOST_TABLES or sum(one.file_size for one in members) > LARGEST:
                raise BrokenFeedError(too_large())
            return {Path(one.filename).name: rows_of(_unpacked(box, one)) for one in members}
    except (
        zipfile.BadZipFile,
        NotImplementedError,
        RuntimeError,
        csv.Error,
        ValueError,
        OSError,
        EOFError,
        zlib.error,
    ) as error:
        if isinstance(error, BrokenFeedError):
            raise
        raise BrokenFeedError(_("Dit zipbestand kan niet gelezen worden.")) from error


def _unpacked(box: zipfile.ZipFile, member: zipfile.ZipInfo) -> str:
    """A table, read no further than it says it is long. Raises NotImplementedError."""
    if member.compress_type not in PACKED:
        raise NotImplementedError
    with box.open(member) as table:
        content = table.read(member.file_size + 1)
    if len(content) > member.file_size:
        raise BrokenFeedError(too_large())
    return content.decode("utf-8-sig")


def too_large() -> str:
    """What is said of too large a file."""
    return _("Dit bestand is te groot: hoogstens %(most)s MB.") % {"most": LARGEST // MEGABYTE}
