"""What the plan page shows, and a form that is open on it."""

from dataclasses import dataclass, field
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from kring.foundation.deadlines.calendar import local_day
from kring.foundation.ui.addresses import address_of
from kring.foundation.ui.difference import Change
from kring.support.plans.states import DROPPED, ENDED
from kring.web.plan.deeds import ACTION, DEEDS, GOAL, PLAN, Deed
from kring.web.plan.drawing import drawn_goals
from kring.web.plan.forms import DeedForm
from kring.web.plan.look_back import checks_of
from kring.web.plan.panels import panels_of
from kring.web.plan.rows import Rows
from kring.web.plan.sheet import Sheet
from kring.web.plan.words import plan_chip, review_chip


@dataclass(frozen=True)
class Opened:
    """A form that stands open: of which deed, in which place, and what another saved meanwhile."""

    deed: Deed
    form: DeedForm
    url: str
    place: str
    changes: list[Change] = field(default_factory=list)
    taps: list[tuple[str, Any]] = field(default_factory=list)


def opened(sheet: Sheet, deed: Deed, part: Any, data: Any = None) -> Opened:
    """The form of a deed, with what else can be done there in one tap."""
    if deed.form is None:
        raise ValueError("a deed of one tap has no form")
    place = place_of(deed, part)
    form = deed.form(data, sheet=sheet, part=part, place=place)
    return Opened(deed, form, url_of(sheet, deed, part), place, taps=_taps(sheet, deed, part))


def place_of(deed: Deed, part: Any) -> str:
    """Where on the page the form of a deed opens."""
    return deed.place if part is None else f"{deed.on}-{part.key}"


def url_of(sheet: Sheet, deed: Deed, part: Any) -> str:
    """The address of a deed."""
    if part is None:
        return address_of("plan:deed", sheet.family.key, deed.name)
    return address_of("plan:part_deed", sheet.family.key, deed.on, part.key, deed.name)


TAPS = {
    (GOAL, "aanpassen"): ("omhoog", "omlaag", "trappen", "afronden"),
    (ACTION, "aanpassen"): ("omhoog", "omlaag", "begonnen", "vervalt"),
}


def _taps(sheet: Sheet, deed: Deed, part: Any) -> list[tuple[str, Any]]:
    names = TAPS.get((deed.on, deed.name), ())
    return [(url_of(sheet, DEEDS[deed.on, name], part), DEEDS[deed.on, name]) for name in names]


def drawn_form(sheet: Sheet, one: Opened) -> SafeString:
    """The form alone, as it stands in its place."""
    context = {"one": one, "family": sheet.family}
    return SafeString(render_to_string("plan/deed_form.html", context, sheet.request))


def context_of(sheet: Sheet, one: Opened | None = None, notice: str = "") -> dict[str, Any]:
    """Everything the page shows; ``one`` is a form that stands open on it."""
    if sheet.plan is None:
        return {
            "family": sheet.family,
            "sheet": sheet,
            "one": one or _begin(sheet),
            "notice": notice,
            "checks": checks_of(sheet),
        }
    told = sheet.told
    slots = {one.place: drawn_form(sheet, one)} if one is not None else {}
    rows = Rows(sheet, local_day(sheet.at), slots)
    running = [row for row in told.goals if row.goal.state not in (ENDED, DROPPED)]
    ended = [row for row in told.goals if row.goal.state in (ENDED, DROPPED)]
    anchor = next((row for row in told.team if row.anchor and row.ends_at is None), None)
    return {
        "family": sheet.family,
        "sheet": sheet,
        "plan": sheet.plan,
        "notice": notice,
        "slots": slots,
        "new": slots.get("nieuw", ""),
        "chips": [plan_chip(sheet.plan, sheet.at), review_chip(sheet.plan, sheet.at)],
        "anchor": anchor.worker if anchor is not None else None,
        "goals": drawn_goals(rows, running, _("Wat het gezin wil bereiken")),
        "ended": drawn_goals(rows, ended),
        "ended_count": len(ended),
        "given": rows.drawn(told.given),
        "panels": panels_of(sheet, slots, aside=False),
        "aside": panels_of(sheet, slots, aside=True),
        "add_url": url_of(sheet, DEEDS[PLAN, "doel"], None),
        "template_url": url_of(sheet, DEEDS[PLAN, "sjabloon"], None),
    }


def _begin(sheet: Sheet) -> Opened | None:
    return opened(sheet, DEEDS[PLAN, "begin"], None) if sheet.takes_part else None
