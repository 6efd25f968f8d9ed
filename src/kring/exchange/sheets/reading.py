"""The export of a partner: which actions it says are done, and what is wrong in each row."""

import csv
from dataclasses import dataclass
from datetime import date, datetime
from io import StringIO
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from kring.foundation.deadlines.calendar import local_day
from kring.support.plans.models import Action
from kring.support.plans.states import CURRENT, RUNNING, TO_DO
from kring.trust.access.items import saw_items, sifted
from kring.trust.access.models import Item
from kring.trust.access.readers import Reader

KEY, WORDS, DAY = "sleutel", "afspraak", "gedaan_op"
MOST_BYTES = 1024 * 1024
MOST_ROWS = 2_000
LONGEST_CELL = 2_000
DAYS = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y")


class UnreadableExport(Exception):
    """The file is no export; the text says why, in one sentence."""


@dataclass(frozen=True, slots=True)
class DoneRow:
    """One row as it is shown before anything is kept: its action, or what is wrong with it."""

    number: int
    words: str
    day: date | None
    action: Action | None
    wrong: str = ""


def read_export(reader: Reader, raw: bytes, at: datetime) -> list[DoneRow]:
    """Each row with its action; only actions this worker or their organisation does.

    Raises UnreadableExport. Which actions exist shows by nothing: one that is not theirs to say
    done is not found.
    """
    known = _Known(own_open_actions(reader, at), local_day(at))
    lines = enumerate(_rows(raw), start=2)
    return [known.row(number, cells) for number, cells in lines if any(cells.values())]


def own_open_actions(reader: Reader, at: datetime, keys: list[UUID] | None = None) -> list[Action]:
    """What this worker or their organisation still has to do and may read now."""
    if reader.worker_id is None:
        return []
    mine = Q(doer_worker=reader.worker_id) | Q(doer_organisation__in=reader.organisation_ids)
    rows = Action.objects.filter(mine, state__in=(TO_DO, RUNNING), goal__plan__state__in=CURRENT)
    if keys is not None:
        rows = rows.filter(key__in=keys)
    actions = list(rows.select_related("goal__item", "item").order_by("pk")[:MOST_ROWS])
    items = sifted(reader, Item.objects.filter(pk__in=[one.item_id for one in actions]), at)
    saw_items(items.values())
    return [one for one in actions if one.item_id in items]


class _Known:
    """The actions a file can mean, by key and by words; each is taken by one row."""

    def __init__(self, actions: list[Action], today: date) -> None:
        self.by_key = {str(one.key): one for one in actions}
        self.by_words: dict[str, list[Action]] = {}
        for one in actions:
            self.by_words.setdefault(_plain(one.words), []).append(one)
        self.today = today
        self.taken: set[int] = set()

    def row(self, number: int, cells: dict[str, str]) -> DoneRow:
        """What one row says, or what is wrong with it."""
        words = cells.get(WORDS, "").removeprefix("'")
        day = _day(cells.get(DAY, ""))
        named = self.by_key.get(cells.get(KEY, "").strip().lower())
        same = [named] if named is not None else self.by_words.get(_plain(words), [])
        wrong = self._wrong(day, same)
        shown = same[0].words if len(same) == 1 else words
        if not wrong:
            self.taken.add(same[0].pk)
        return DoneRow(number, shown, day, None if wrong else same[0], wrong)

    def _wrong(self, day: date | None, same: list[Action]) -> str:
        if day is None:
            return _("Geen geldige dag. Schrijf ze zoals 31/12/2026.")
        if day > self.today:
            return _("Die dag moet nog komen.")
        if not same:
            return _("Geen afspraak van jou met deze sleutel of tekst.")
        if len(same) > 1:
            return _("Meer dan één afspraak heeft deze tekst. Gebruik de sleutel.")
        if same[0].pk in self.taken:
            return _("Deze afspraak staat er al in een rij hierboven.")
        return ""


def _rows(raw: bytes) -> list[dict[str, str]]:
    if len(raw) > MOST_BYTES:
        raise UnreadableExport(_("Dit bestand is te groot. Hoogstens 1 MB."))
    text = _decoded(raw)
    if not text.strip():
        raise UnreadableExport(_("Dit bestand is leeg."))
    first = text.splitlines()[0]
    try:
        lines = list(csv.reader(StringIO(text), delimiter=max(";,\t", key=first.count), strict=True))
    except csv.Error as error:
        raise UnreadableExport(
            _("Dit bestand is geen CSV. Bewaar het als CSV en probeer opnieuw.")
        ) from error
    columns = [name.strip().lower() for name in lines[0]]
    if DAY not in columns or not {KEY, WORDS} & set(columns):
        raise UnreadableExport(_("Zet boven de kolommen: sleutel of afspraak, en gedaan_op."))
    if len(lines) > MOST_ROWS:
        raise UnreadableExport(_("Dit bestand heeft te veel rijen. Hoogstens 2.000."))
    return [
        {name: cell.strip()[:LONGEST_CELL] for name, cell in zip(columns, line, strict=False)}
        for line in lines[1:]
    ]


def _decoded(raw: bytes) -> str:
    if b"\x00" in raw:
        raise UnreadableExport(_("Dit bestand is geen CSV. Bewaar het als CSV en probeer opnieuw."))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def _day(cell: str) -> date | None:
    for pattern in DAYS:
        try:
            return datetime.strptime(cell.strip(), pattern).date()  # noqa: DTZ007 - a day, no moment
        except ValueError:
            continue
    return None


def _plain(words: str) -> str:
    return " ".join(words.lower().split())
