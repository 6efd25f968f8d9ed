"""What stands below and beside the goals: one explicit list, each from its own room.

A room with something to tell on the plan adds one line; lower rooms never know the page.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from kring.foundation.ui.addresses import address_of
from kring.registry.people.models import Person
from kring.support.plans.models import ChildLine, Remark, RemarkKind, TeamMember
from kring.support.plans.states import ON_HOLD
from kring.support.requests.queries import questions_of
from kring.trust.access.models import Involvement
from kring.web.family_file.panels import Seen, circle, clocks, looked
from kring.web.family_file.words import involvement_role
from kring.web.plan import teaming
from kring.web.plan.deeds import DEEDS, PLAN, SAFETY, Deed
from kring.web.plan.sheet import Sheet
from kring.web.plan.whole import PLACE
from kring.web.plan.words import joined

TEAM_SHOWN = 8
ENDS = "geldt-niet-meer"
type Context = dict[str, Any]


@dataclass(frozen=True)
class Panel:
    """A card: its heading, who may see it, what it shows, and where a form opens in it."""

    title: str | Promise
    context: Callable[[Sheet], Context]
    template: str
    may_see: Callable[[Sheet], bool] = lambda _sheet: True
    place: str = ""
    aside: bool = False


def remarks(sheet: Sheet) -> Context:
    """What goes well and what somebody worries about, beside each other."""
    rows = sheet.told.remarks
    return {
        "well": [_remark(sheet, row) for row in rows if row.kind == RemarkKind.STRENGTH],
        "worries": [_remark(sheet, row) for row in rows if row.kind == RemarkKind.WORRY],
    }


def _remark(sheet: Sheet, row: Remark) -> Context:
    return {"row": row, "about": joined([sheet.first_name(one) for one in sheet.about(row.item)])}


def children(sheet: Sheet) -> Context:
    """For each child the last line this reader may see."""
    last: dict[int, ChildLine] = {}
    for line in sheet.told.child_lines:
        last.setdefault(line.child_id, line)
    return {"children": [_child(sheet, child, last.get(child.pk)) for child in sheet.children]}


def _child(sheet: Sheet, child: Person, line: ChildLine | None) -> Context:
    return {"name": sheet.first_name(child), "line": line}


def safety(sheet: Sheet) -> Context:
    """What was agreed for when it is not safe; who may not know it does not see that it is there."""
    return {
        "agreed": [
            {
                "row": row,
                "for": joined([sheet.first_name(one) for one in sheet.about(row.item)]),
                "end": address_of(
                    "plan:part_deed", sheet.family.key, SAFETY, row.key, "geldt-niet-meer"
                ),
            }
            for row in sheet.told.safety
        ]
    }


def team(sheet: Sheet) -> Context:
    """Who is in the team now, the anchor person first; a large team is folded.

    Who reads item by item sees the anchor person and themself.
    """
    now = [row for row in sheet.told.team if row.ends_at is None]
    if sheet.around.item_by_item:
        now = [row for row in now if row.anchor or row.worker_id == sheet.request.reader.worker_id]
    rows = [_member(sheet, row) for row in sorted(now, key=lambda row: not row.anchor)]
    return {
        "first": rows[:TEAM_SHOWN],
        "rest": rows[TEAM_SHOWN:],
        "deeds": _offered(sheet, _team_deeds(sheet, now)) if sheet.may_change else [],
    }


def _team_deeds(sheet: Sheet, now: list[TeamMember]) -> list[str]:
    """Of the deeds on the team those that mean something: only the anchor person hands that on."""
    mine = any(row.anchor and row.worker_id == sheet.request.reader.worker_id for row in now)
    helpers = any(row.worker_id is not None and not row.anchor for row in now)
    leaves = any(not row.anchor for row in now)
    wanted = {"erbij": True, "eruit": leaves, "vaste-begeleider": mine and helpers}
    return [name for name, shown in wanted.items() if shown]


def _offered(sheet: Sheet, names: Iterable[str]) -> list[tuple[str, Deed]]:
    found = [DEEDS[PLAN, name] for name in names]
    return [(address_of("plan:deed", sheet.family.key, one.name), one) for one in found]


def _member(sheet: Sheet, row: TeamMember) -> Context:
    role = involvement_role(Involvement.Role.ANCHOR) if row.anchor else row.does
    return {
        "name": teaming.name_of(sheet, row),
        "role": role or (_g("eigen netwerk") if row.person_id else ""),
    }


def _seen(sheet: Sheet) -> Seen:
    """The page as the panels of the family file look at it."""
    questions = questions_of(sheet.request.reader, sheet.family)
    return Seen(sheet.family, sheet.around, sheet.request.reader, sheet.at, questions)


def around(sheet: Sheet) -> Context:
    """The circle in small."""
    return circle(_seen_lightly(sheet)) | {"url": address_of("plan:circle", sheet.family.key)}


def _seen_lightly(sheet: Sheet) -> Seen:
    return Seen(sheet.family, sheet.around, sheet.request.reader, sheet.at, [])


def promises(sheet: Sheet) -> Context:
    """What was promised with the newest question, and when it was kept."""
    return clocks(_seen(sheet))


def looks(sheet: Sheet) -> Context:
    """How often this family was looked at in the last days."""
    return looked(_seen_lightly(sheet))


def _sees_around(sheet: Sheet) -> bool:
    """Nor to who reads item by item."""
    return _unhidden(sheet) and not sheet.around.item_by_item


def _unhidden(sheet: Sheet) -> bool:
    """Not behind a broken glass over a protected address: then no place and no work place shows."""
    return sheet.opened_until is None or not any(one.protected_address for one in sheet.members)


def _has_children(sheet: Sheet) -> bool:
    return bool(sheet.children)


def _safety_matters(sheet: Sheet) -> bool:
    return bool(sheet.told.safety) or sheet.may_change


def together(sheet: Sheet) -> Context:
    """What is done with the plan as a whole, and how it stood before."""
    names = ("hervat",) if sheet.plan and sheet.plan.state == ON_HOLD else RUNNING_DEEDS
    return {
        "deeds": _offered(sheet, names) if sheet.takes_part else [],
        "history": address_of("plan:history", sheet.family.key),
        "signatures": address_of("plan:signatures", sheet.family.key),
    }


RUNNING_DEEDS = ("dag", "samen-kijken", "vastleggen", "pauze", "nieuw-plan", "afsluiten")
PANELS = (
    Panel(_("Gaat goed, en zorgen"), remarks, "plan/panel_remarks.html", place="opmerkingen"),
    Panel(_("Elk kind"), children, "plan/panel_children.html", _has_children, "kinderen"),
    Panel(_("Als het niet veilig is"), safety, "plan/panel_safety.html", _safety_matters, "veilig"),
    Panel(_("Samen kijken"), together, "plan/panel_together.html", place=PLACE),
    Panel(_("De kring"), around, "plan/panel_circle.html", _unhidden, aside=True),
    Panel(_("Beloofd en nagekomen"), promises, "family_file/panel_clocks.html", _unhidden, aside=True),
    Panel(_("Het team"), team, "plan/panel_team.html", _unhidden, teaming.PLACE, aside=True),
    Panel(_("Wie keek"), looks, "family_file/panel_looked.html", _sees_around, aside=True),
)


def panels_of(sheet: Sheet, slots: Mapping[str, SafeString], *, aside: bool) -> list[Context]:
    """The cards of one column that this reader may see, in order."""
    return [
        {
            "title": panel.title,
            "template": panel.template,
            "place": panel.place,
            "slot": slots.get(panel.place, ""),
            **panel.context(sheet),
        }
        for panel in PANELS
        if panel.aside == aside and panel.may_see(sheet)
    ]
