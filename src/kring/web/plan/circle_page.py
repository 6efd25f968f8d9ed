"""What the page of the circle shows: the picture, the same as a list, and how it was at the start."""

from typing import Any

from kring.foundation.ui.addresses import address_of
from kring.support.circles.models import Tie
from kring.web.family_file.people_around import tied
from kring.web.plan.sheet import Sheet


def circle_context(sheet: Sheet, **more: Any) -> dict[str, Any]:
    """The circle of today; beside it that of the start of the plan, where that was another."""
    ties = sheet.around.ties()
    former = sheet.around.ties(sheet.plan.starts_at) if sheet.plan is not None else ties
    now, then = {tie.key for tie in ties}, {tie.key for tie in former}
    differs = sheet.plan is not None and now != then
    return {
        "family": sheet.family,
        "sheet": sheet,
        "panel": {"circle": sheet.around.circle()},
        "before": {"circle": sheet.around.circle(sheet.plan.starts_at)}
        if differs and sheet.plan is not None
        else None,
        "plan": sheet.plan,
        "ties": [_row(sheet, tie) for tie in ties],
        "came": [tie.name for tie in ties if tie.key not in then] if differs else [],
        "gone": [tie.name for tie in former if tie.key not in now],
        "new_url": address_of("plan:tie_new", sheet.family.key),
        **more,
    }


def _row(sheet: Sheet, tie: Tie) -> dict[str, Any]:
    return {
        "tie": tie,
        "words": tied(tie).role,
        "url": address_of("plan:tie", sheet.family.key, tie.key),
    }
