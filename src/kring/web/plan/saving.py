"""When a save is not accepted: errors beside their field, and two texts beside each other."""

from dataclasses import replace
from typing import Any

from kring.foundation.records.bases import StaleRecord
from kring.foundation.ui.difference import changes_between
from kring.web.plan.page import Opened, opened
from kring.web.plan.sheet import Sheet, sheet_of


def refreshed(sheet: Sheet) -> Sheet:
    """The sheet as it stands now."""
    return sheet_of(sheet.request, sheet.family.key)


def merged(sheet: Sheet, one: Opened, stale: StaleRecord) -> Opened:
    """The form with the own text at the version of the other, whose text stands beside it."""
    current: Any = stale.current
    mine = {name: one.form[name].value() for name in one.form.fields if name != "version"}
    again = opened(sheet, one.deed, current)
    theirs = {name: again.form.get_initial_for_field(again.form.fields[name], name) for name in mine}
    again.form.initial.update(mine)
    shown_mine: dict[str, object] = {name: one.form.shown(name, value) for name, value in mine.items()}
    shown_theirs: dict[str, object] = {
        name: again.form.shown(name, value) for name, value in theirs.items()
    }
    changes = changes_between(again.form.labels(), shown_mine, shown_theirs)  # type: ignore[attr-defined]
    return replace(again, changes=changes)
