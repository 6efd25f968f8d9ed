"""The worklist: the most urgent questions of one place, page by page, however many there are.

A page follows one index: the open questions of a region, of a desk or of a worker, by due moment.
A cursor is the due moment and the key of the row it starts beside, so no page is counted off from
the beginning, and no address tells how many rows there are. Counts stop at a thousand.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, IntegerField, OuterRef, Q, QuerySet, Subquery

from kring.foundation.records.bases import Keyed
from kring.foundation.records.paging import beyond
from kring.foundation.records.prepared import Prepared, Value
from kring.registry.network.models import Worker
from kring.support.requests.models import Handover, Request
from kring.support.requests.states import HANDOVER_ASKED

ROWS = 25
COUNT_LIMIT = 1000
OPEN_LIST, MINE, HANDED_OVER, UNSAFE = "open", "van-mij", "overname", "niet-veilig"
LISTS = (OPEN_LIST, MINE, HANDED_OVER, UNSAFE)
DUE = dict.fromkeys(LISTS, "next_due_at") | {HANDED_OVER: "return_at"}
NO_KEY = UUID(int=0)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose questions: of one region, one desk or one worker (inner numbers)."""

    kind: str
    id: int

    def questions(self) -> QuerySet[Request]:
        """The open questions here, unordered."""
        return Request.objects.filter(closed_at__isnull=True, **{f"{self.kind}_id": self.id})

    def handovers(self) -> QuerySet[Handover]:
        """What was asked from here or of here and waits for an answer, unordered."""
        waiting = Handover.objects.filter(state=HANDOVER_ASKED)
        if self.kind == "worker":
            return waiting.filter(request__worker_id=self.id)
        if self.kind == "desk":
            return waiting.filter(Q(from_desk_id=self.id) | Q(to_desk_id=self.id))
        return waiting.filter(Q(from_desk__region_id=self.id) | Q(to_desk__region_id=self.id))


@dataclass(frozen=True, slots=True)
class Cursor:
    """Beside which row a page begins, and in which direction it is read."""

    due: datetime
    key: UUID
    backward: bool = False

    def text(self) -> str:
        """For a URL: direction, microseconds since 1970 in base 36, and the row."""
        micros = round((self.due - EPOCH).total_seconds() * 1_000_000)
        return f"{'b' if self.backward else 'n'}{_base36(micros)}-{self.key.hex}"

    @classmethod
    def parse(cls, text: str) -> "Cursor | None":
        """The cursor of a URL; None for anything else, which then shows the first page."""
        try:
            moment, row = text[1:].split("-")
            micros, key = int(moment, 36), UUID(row)
            due = datetime.fromtimestamp(micros / 1_000_000, tz=UTC)
        except (ValueError, OverflowError, OSError):
            return None
        if text[0] not in "bn":
            return None
        return cls(due.replace(microsecond=micros % 1_000_000), key, backward=text[0] == "b")


LAST = Cursor(datetime(9999, 1, 1, tzinfo=UTC), UUID(int=0), backward=True)
"""Read backward from after the end: the last page."""


@dataclass(frozen=True, slots=True)
class Page[M: Keyed]:
    """One page of rows, with the cursors of its neighbours where there are any."""

    rows: list[M]
    previous: Cursor | None
    next: Cursor | None


class _CountUpTo(Subquery):
    """Rows of a limited query, counted inside the database."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) AS counted)"
    output_field = IntegerField()


def requests_page(found: QuerySet[Request], cursor: Cursor | None, size: int = ROWS) -> Page[Request]:
    """A page of open questions, the first due first."""
    return page_by(_with_places(found), "next_due_at", cursor, size)


def page_by[M: Keyed](found: QuerySet[M], due: str, cursor: Cursor | None, size: int = ROWS) -> Page[M]:
    """Rows by ``due`` and key, from ``cursor`` on; one row more is read than is shown."""
    return _page_of(list(_from(found, due, cursor, size)), due, cursor, size)


def listed_page(name: str, scope: Scope, cursor: Cursor | None) -> Page[Request] | Page[Handover]:
    """A page of one of the lists of a place, in SQL that is built once."""
    begin: dict[str, Value] = {} if cursor is None else {"due": cursor.due, "key": cursor.key}
    way = "" if cursor is None else "back" if cursor.backward else "on"
    rows = _LISTED.rows(shape={"kind": scope.kind, "name": name, "way": way}, place=scope.id, **begin)
    return _page_of(rows, DUE[name], cursor, ROWS)


def counts_of(scope: Scope, worker_id: int) -> dict[str, int]:
    """How many rows each list of a place has, in one query, each counted to a thousand and one."""
    rows = _COUNTED.rows(shape={"kind": scope.kind}, place=scope.id, worker=worker_id)
    return dict(zip(LISTS, rows[0], strict=True))


def open_on_desks(worker_id: int, desks: Iterable[int]) -> int:
    """The open questions on these desks, counted to a thousand and one."""
    counted: list[int] = _ON_DESKS.rows(worker=worker_id, desks=tuple(desks))
    return counted[0] if counted else 0


def listed(name: str, scope: Scope) -> QuerySet[Any]:
    """The rows of a list of this place, unordered; "van-mij" takes the scope of a worker."""
    if name == HANDED_OVER:
        return scope.handovers()
    return scope.questions().filter(unsafe=True) if name == UNSAFE else scope.questions()


def _from[M: Keyed](found: QuerySet[M], due: str, cursor: Cursor | None, size: int) -> QuerySet[M]:
    if cursor is not None:
        found = found.filter(beyond({due: cursor.due, "key": cursor.key}, backward=cursor.backward))
    backward = cursor is not None and cursor.backward
    order = (f"-{due}", "-key") if backward else (due, "key")
    return found.order_by(*order)[: size + 1]


def _page_of[M: Keyed](rows: list[M], due: str, cursor: Cursor | None, size: int) -> Page[M]:
    backward = cursor is not None and cursor.backward
    more = len(rows) > size
    rows = rows[:size]
    if backward:
        rows.reverse()
    before = more if backward else cursor is not None
    after = cursor != LAST if backward else more
    return Page(
        rows,
        _at(rows[0], due, backward=True) if rows and before else None,
        _at(rows[-1], due, backward=False) if rows and after else None,
    )


def _with_places(found: QuerySet[Request]) -> QuerySet[Request]:
    return found.select_related("desk", "worker", "municipality")


def _with_question(found: QuerySet[Handover]) -> QuerySet[Handover]:
    return found.select_related(
        "request__municipality", "request__desk", "request__worker", "from_desk", "to_desk", "asked_by"
    )


def _listed(  # the shape first, then the values
    *,
    kind: str,
    name: str,
    way: str,
    place: int,
    due: datetime = EPOCH,
    key: UUID = NO_KEY,
) -> QuerySet[Any]:
    found = listed(name, Scope(kind, place))
    related = _with_question(found) if name == HANDED_OVER else _with_places(found)
    cursor = Cursor(due, key, backward=way == "back") if way else None
    return _from(related, DUE[name], cursor, ROWS)


def _counted(*, kind: str, place: int, worker: int) -> QuerySet[Worker, Any]:
    scopes = {name: Scope(kind, place) for name in LISTS} | {MINE: Scope("worker", worker)}
    counts = [
        _CountUpTo(listed(name, scope).order_by().values("pk")[: COUNT_LIMIT + 1])
        for name, scope in scopes.items()
    ]
    return Worker.objects.filter(pk=worker).values_list(*counts)


def with_waiting_handover(found: QuerySet[Request]) -> QuerySet[Request]:
    """Those that another desk was asked to take over."""
    asked = Handover.objects.filter(request=OuterRef("pk"), state=HANDOVER_ASKED)
    return found.filter(Exists(asked))


def _at(row: Keyed, due: str, *, backward: bool) -> Cursor:
    return Cursor(getattr(row, due), row.key, backward)


def _base36(number: int) -> str:
    signs = "0123456789abcdefghijklmnopqrstuvwxyz"
    text = ""
    while number:
        number, rest = divmod(number, 36)
        text = signs[rest] + text
    return text or "0"


def _on_desks(*, worker: int, desks: tuple[int, ...]) -> QuerySet[Worker, int]:
    found = Request.objects.filter(desk_id__in=desks, closed_at__isnull=True)
    count = _CountUpTo(found.order_by().values("pk")[: COUNT_LIMIT + 1])
    return Worker.objects.filter(pk=worker).values_list(count, flat=True)


_ON_DESKS = Prepared(_on_desks)
_LISTED = Prepared(_listed)
_COUNTED = Prepared(_counted)
