"""The whole offer as a file: nested JSON, or a zip of the tables of HSDS as a data package."""

import csv
import json
import os
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory, mkstemp
from typing import Any

from django.conf import settings
from django.utils.translation import override

from kring.exchange.hsds.asking import Asked
from kring.exchange.hsds.conforming import OBJECTS
from kring.exchange.hsds.foreign import taxonomies_asked, terms_asked
from kring.exchange.hsds.queries import in_parts, standing
from kring.exchange.hsds.tables import Row, Tables, columns
from kring.exchange.hsds.telling import ORGANIZATIONS
from kring.offer.directory.search.folder import BeingWritten, only_writer

TABULAR, NESTED = ".zip", ".json"
A_DAY = timedelta(days=1)
PACKAGE = "datapackage.json"
ALL = Asked(full_service=True)


def organizations(language: str) -> Iterator[dict[str, Any]]:
    """All organisations, each with its services and places; a fixed number is in memory."""
    for part in in_parts(ORGANIZATIONS.asked(ALL)):
        yield from ORGANIZATIONS.told(part, ALL, language)


def export(file: Path, language: str = "nl") -> int:
    """Write the whole offer to a file, whole or not at all; how many organisations it has.

    Raises:
        ValueError: its name ends neither in ``.json`` nor in ``.zip``.
    """
    if file.suffix not in (TABULAR, NESTED):
        raise ValueError(file.suffix)
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, made = mkstemp(dir=file.parent, suffix=".part")
    os.close(handle)
    try:
        with override(language):
            write = _write_tables if file.suffix == TABULAR else _write_nested
            number = write(Path(made), language)
        Path(made).replace(file)
    except BaseException:
        Path(made).unlink(missing_ok=True)
        raise
    return number


def copy_of(suffix: str) -> Path:
    """Where the copy of the offer lies that everybody may fetch."""
    return Path(settings.DATA_DIR) / "offer" / f"hsds{suffix}"


def keep_copies(at: datetime) -> None:
    """Make both copies anew, once a day at most and only when the offer changed.

    One process at a time: it takes longer than the minute after which the next one comes by.
    """
    with suppress(BeingWritten), only_writer(copy_of(NESTED).parent):
        _keep_copies(at)


def _keep_copies(at: datetime) -> None:
    for suffix in (NESTED, TABULAR):
        file = copy_of(suffix)
        made_at = datetime.fromtimestamp(file.stat().st_mtime, UTC) if file.exists() else None
        changed_at = standing().changed_at
        if made_at is None or (at - made_at >= A_DAY and (changed_at or at) > made_at):
            export(file)
            os.utime(file, (at.timestamp(), at.timestamp()))


def _write_nested(file: Path, language: str) -> int:
    number = 0
    with file.open("w", encoding="utf-8") as out:
        for one in organizations(language):
            out.write(",\n" if number else "[\n")
            out.write(json.dumps(one, ensure_ascii=False))
            number += 1
        out.write("\n]\n" if number else "[]\n")
    return number


def _write_tables(file: Path, language: str) -> int:
    number = 0
    with TemporaryDirectory(dir=file.parent) as folder, ExitStack() as opened:
        writers: dict[str, csv.DictWriter[str]] = {}

        def write(kind: str, row: Row) -> None:
            if kind not in writers:
                path = _table(Path(folder), kind)
                table = opened.enter_context(path.open("w", newline="", encoding="utf-8"))
                writers[kind] = csv.DictWriter(table, columns(kind))
                writers[kind].writeheader()
            writers[kind].writerow(row)

        tables = Tables(write)
        for one in organizations(language):
            tables.add("organization", one)
            number += 1
        _add_lists(tables)
        opened.close()
        _pack(file, Path(folder), sorted(writers))
    return number


def _add_lists(tables: Tables) -> None:
    """Every list and term, also those that describe nothing now."""
    for kind, listed in (("taxonomy", taxonomies_asked(ALL)), ("taxonomy_term", terms_asked(ALL))):
        for one in listed.every():
            tables.add(kind, one)


def _table(folder: Path, kind: str) -> Path:
    return folder / str(OBJECTS[kind]["table"])


def _pack(file: Path, folder: Path, kinds: list[str]) -> None:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as box:
        box.writestr(PACKAGE, json.dumps(_package(kinds), indent=1))
        for kind in kinds:
            box.write(_table(folder, kind), _table(folder, kind).name)


def _package(kinds: list[str]) -> dict[str, Any]:
    """What the tables are, as a tabular data package."""
    return {
        "name": "hsds",
        "profile": "tabular-data-package",
        "title": "The offer of Kring by HSDS 3.0",
        "resources": [
            {
                "name": kind,
                "path": OBJECTS[kind]["table"],
                "profile": "tabular-data-resource",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "schema": {"fields": [_field(kind, name) for name in columns(kind)]},
            }
            for kind in kinds
        ],
    }


def _field(kind: str, name: str) -> dict[str, str]:
    wanted = OBJECTS[kind]["properties"].get(name)
    return {"name": name, "type": "number" if wanted == "number" else "string"}
