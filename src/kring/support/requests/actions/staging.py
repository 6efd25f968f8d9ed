"""A file of questions: kept row by row, put right, and loaded; each row wholly or not at all."""

from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256
from itertools import batched
from uuid import UUID, uuid5

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, deed, nothing_changed, record
from kring.registry.network.models import Desk, Worker
from kring.registry.network.queries import desk_for
from kring.registry.people.actions import add_channel, register_person
from kring.registry.people.models import Person
from kring.registry.people.queries import Identifiers, likely_same
from kring.registry.places.models import Municipality
from kring.support.requests.actions.asking import Question, ask
from kring.support.requests.models import Door, StagedFile, StagedRow
from kring.support.requests.row_checks import RowReader, RowValues
from kring.support.requests.sheet import SheetRow, read_sheet
from kring.trust.access.queries import desk_knows

TOGETHER = 200
"""So many rows share one transaction: fewer waits for the disk, and none of them half."""
SAME_PERSON = "zelfde_persoon"


@action
def stage_file(
    *, name: str, raw: bytes, desk: Desk, worker: Worker | None, by: Actor, at: datetime
) -> StagedFile:
    """Keep the rows of a file with what is wrong in each; the same file twice is one.

    Raises UnreadableFile for what is not a file of questions.
    """
    fingerprint = sha256(raw).hexdigest()
    known = StagedFile.objects.filter(desk=desk, fingerprint=fingerprint).first()
    if known is not None:
        nothing_changed()
        return known
    rows = read_sheet(raw)
    file, fresh = StagedFile.objects.get_or_create(
        desk=desk,
        fingerprint=fingerprint,
        defaults={"name": name[:200], "staged_at": at, "staged_by": worker},
    )
    if not fresh:  # somebody handed in the same file at this moment
        nothing_changed()
        return file
    reader = RowReader(at)
    StagedRow.objects.bulk_create((_staged(file, row, reader) for row in rows), batch_size=500)
    record(by=by, at=at, did="file.staged", about=[("file", file.key)], rows=len(rows))
    return file


@action
def correct_row(
    *, row: StagedRow, version: int, cells: dict[str, str], by: Actor, at: datetime
) -> StagedRow:
    """Put a row right; it is looked at again. Raises StaleRecord when another save came first."""
    kept = {name: value for name, value in row.cells.items() if name == "extra" and value in cells}
    fresh = _staged(row.file, SheetRow(row.number, kept | cells), RowReader(at))
    row.save_from(
        version,
        cells=fresh.cells,
        problems=fresh.problems,
        state=fresh.state,
        likely_person=fresh.likely_person,
    )
    record(by=by, at=at, did="file.row_corrected", about=[("file", row.file.key)], row=row.number)
    return row


@action
def skip_row(*, row: StagedRow, version: int, by: Actor, at: datetime) -> None:
    """Leave a row out. Raises StaleRecord when another save came first."""
    row.save_from(version, state=StagedRow.State.SKIPPED)
    record(by=by, at=at, did="file.row_skipped", about=[("file", row.file.key)], row=row.number)


def load_ready_rows(*, file: StagedFile, by: Actor, at: datetime) -> Iterator[int]:
    """Load every row that is right; yields how many so far. Cut off, it goes on where it was."""
    ready = StagedRow.objects.filter(file=file, state=StagedRow.State.READY)
    reader, desks, loaded = RowReader(at), _Desks(file.desk, at), 0
    numbers = list(ready.order_by("number").values_list("pk", flat=True))
    for group in batched(numbers, TOGETHER, strict=False):
        with deed():
            # Locked and looked at again: another load of the same file may be at work.
            rows = ready.filter(pk__in=group).select_related("file", "likely_person")
            locked = list(rows.select_for_update(of=("self",)).order_by("number"))
            loaded += sum(_load_row(row, reader=reader, desks=desks, by=by, at=at) for row in locked)
            StagedRow.objects.bulk_update(locked, ["request", "state", "problems", "version"])
            if not locked:
                nothing_changed()
        yield loaded


class _Desks:
    """Where the rows of a file lie: on its desk; on that of the municipality for the fallback."""

    def __init__(self, desk: Desk, at: datetime) -> None:
        self.desk, self.at = desk, at
        self._known: dict[int, Desk] = {}

    def desk_of(self, municipality: Municipality) -> Desk:
        if not self.desk.fallback:
            return self.desk
        if municipality.pk not in self._known:
            self._known[municipality.pk] = desk_for(municipality, self.at, Door.FILE)
        return self._known[municipality.pk]


def _load_row(row: StagedRow, *, reader: RowReader, desks: _Desks, by: Actor, at: datetime) -> bool:
    """One row becomes one question, with its person; False when it is right no longer.

    What becomes of the row itself is stored with its whole group.
    """
    said = reader.read(row.cells)
    if said.municipality is None or said.problems:
        row.state, row.problems, row.version = StagedRow.State.WRONG, said.problems, row.version + 1
        nothing_changed()
        return False
    question = Question(
        door=Door.FILE,
        asker_kind=said.asker_kind,
        words=said.words,
        topic=said.topic,
        home_safe=said.home_safe,
        municipality=said.municipality,
        asker=_asker(row, said, by, at),
        asked_at=said.asked_at,
        submission=_submission(row.file.key, row.number),
    )
    request = ask(question=question, desk=desks.desk_of(said.municipality), by=by, at=at)
    row.request, row.state, row.version = request, StagedRow.State.LOADED, row.version + 1
    return True


def _asker(row: StagedRow, said: RowValues, by: Actor, at: datetime) -> Person | None:
    """The person the row names: the known one when somebody said so, else a new one, else nobody.

    Only somebody the desk of the file sees already: else a name and a birth date in a file would
    open the file of anybody.
    """
    likely = row.likely_person if row.cells.get(SAME_PERSON) == "ja" else None
    if likely is not None and desk_knows(row.file.desk, likely, at):
        return likely
    if not said.names_somebody:
        return None
    person = register_person(
        by=by,
        at=at,
        given_name=said.given_name,
        family_name=said.family_name,
        birth_date=said.birth_date,
        municipality=said.municipality,
    )
    for kind, value in (("phone", said.phone), ("email", said.email)):
        if value:
            add_channel(by=by, at=at, person=person, kind=kind, value=value, safe=True)
    return person


def _staged(file: StagedFile, row: SheetRow, reader: RowReader) -> StagedRow:
    said = reader.read(row.cells)
    who = Identifiers(said.given_name, said.family_name, said.birth_date)
    likely = likely_same(who, limit=1) if said.birth_date and said.given_name else []
    return StagedRow(
        file=file,
        number=row.number,
        cells=row.cells,
        problems=said.problems,
        state=StagedRow.State.WRONG if said.problems else StagedRow.State.READY,
        likely_person=likely[0].person if likely else None,
    )


def _submission(file: UUID, number: int) -> UUID:
    """The same row of the same file is the same question."""
    return uuid5(file, str(number))
