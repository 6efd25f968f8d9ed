"""The rows of a handed-in file as they are shown: cells, what is wrong, who it may already be."""

from typing import Any

from django.db.models import Count
from django.utils.translation import gettext as _

from kring.foundation.journal import ledger
from kring.foundation.ui.difference import changes_between
from kring.support.requests.models import StagedFile, StagedRow
from kring.support.requests.row_checks import problem_words
from kring.support.requests.sheet import COLUMNS
from kring.trust.access.http import ReadRequest
from kring.trust.access.queries import persons_by_id

SHOWN = ("wrong", "ready", "loaded", "skipped")
ROWS = 25


def file_context(
    file: StagedFile,
    page: ReadRequest,
    shown: str,
    own: tuple[StagedRow, dict[str, str], Any] | None = None,
) -> dict[str, Any]:
    """One page of rows in one state; ``own`` is a correction that came too late, kept beside."""
    ledger.saw("file", file.key)
    after = page.GET.get("na", "0")
    rows = StagedRow.objects.filter(file=file, state=shown)
    rows = rows.filter(number__gt=int(after) if after.isdecimal() else 0).order_by("number")
    listed = list(rows[: ROWS + 1])
    known = persons_by_id(page.reader, (row.likely_person_id for row in listed), page.at)
    counted = StagedRow.objects.filter(file=file).order_by().values("state").annotate(n=Count("pk"))
    counts = {row["state"]: row["n"] for row in counted}
    return {
        "file": file,
        "shown": shown,
        "tabs": [(state, label, counts.get(state, 0), state == shown) for state, label in _labels()],
        "ready": counts.get("ready", 0),
        "rows": [_row(row, known.get(row.likely_person_id or 0)) for row in listed[:ROWS]],
        "next": f"?rijen={shown}&na={listed[ROWS - 1].number}" if len(listed) > ROWS else "",
        "changes": _changes(own) if own else None,
    }


def _labels() -> list[tuple[str, str]]:
    words = (_("Te verbeteren"), _("Klaar om in te lezen"), _("Ingelezen"), _("Overgeslagen"))
    return list(zip(SHOWN, words, strict=True))


def _row(row: StagedRow, likely: object) -> dict[str, Any]:
    return {
        "row": row,
        "likely": likely,
        "cells": [
            {
                "name": name,
                "value": row.cells.get(name, ""),
                "wrong": problem_words(row.problems[name]) if name in row.problems else "",
            }
            for name in COLUMNS
        ],
        "extra": problem_words("extra") if "extra" in row.problems else "",
    }


def _changes(own: tuple[StagedRow, dict[str, str], Any]) -> list[Any]:
    _stale, mine, current = own
    return changes_between({name: name for name in COLUMNS}, dict(mine), dict(current.cells))
