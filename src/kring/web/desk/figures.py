"""The tiles above the worklist, in words; counted apart, shown with their time."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kring.foundation.deadlines.calendar import local_day
from kring.foundation.deadlines.queries import number_at
from kring.support.requests.models import RegionTiles
from kring.support.requests.queries import tiles_of

NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Tile:
    """One figure: its name, the figure and what it must be read with."""

    label: str
    number: str
    note: str
    kind: str = ""


def shown_tiles(region_id: int, at: datetime) -> tuple[list[Tile], datetime | None]:
    """The four tiles of a region and when they were counted; empty before the first count."""
    found = tiles_of(region_id)
    if found is None:
        return [], None
    limit, target = number_at("small_cell_limit", at), number_at("families_target_per_year", at)
    tiles = [_answered(found, limit), _families(found, target, at), _waiting(found), _support(found)]
    return tiles, found.counted_at


def _answered(found: RegionTiles, limit: int) -> Tile:
    label = _("Beantwoord binnen de maand")
    if found.answered < limit:
        return Tile(label, NOTHING, _("nog te weinig antwoorden dit jaar om te tellen"))
    whole = found.answered_in_time == found.answered
    share = number_format(found.answered_in_time * 100 / found.answered, 0 if whole else 1)
    counted = {"kept": found.answered_in_time, "all": found.answered}
    return Tile(label, f"{share}%", _("%(kept)s van %(all)s dit jaar") % counted, "ok")


def _families(found: RegionTiles, target: int, at: datetime) -> Tile:
    by_now = round(target * local_day(at).timetuple().tm_yday / 365)
    words = _("op schema (%(by_now)s)") if found.families >= by_now else _("schema: %(by_now)s")
    note = _("van minstens %(target)s") % {"target": target} + " · " + words % {"by_now": by_now}
    return Tile(_("Gezinnen begeleid"), str(found.families), note)


def _waiting(found: RegionTiles) -> Tile:
    note = _("%(soon)s deze week, %(late)s te laat") % {
        "soon": found.due_this_week,
        "late": found.late,
    }
    kind = "late" if found.late else ""
    return Tile(_("Nog te beantwoorden"), number_format(found.waiting, force_grouping=True), note, kind)


def _support(found: RegionTiles) -> Tile:
    label = _("De helft kreeg steun binnen")
    before = ""
    if found.support_days_before is not None:
        before = _("vorige maand %(days)s") % {"days": _days(found.support_days_before)}
    if found.support_days is None:
        return Tile(label, NOTHING, before or _("deze maand nog niemand"))
    return Tile(label, _days(found.support_days), before)


def _days(count: int) -> str:
    return ngettext("%(days)s dag", "%(days)s dagen", count) % {"days": count}
