"""Who is away, until when, and who stands in for them meanwhile."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from kring.registry.network.models import Absence, Desk, Duty, Worker, WorkerRole
from kring.registry.network.queries import absences_at, employers_of, open_desks, present_of


@dataclass(frozen=True, slots=True)
class Away:
    """That a worker is away; ``until`` is when they are back, if that is known.

    ``deputy`` stands in for them, and works for an organisation they work for too; who was named and
    works for none of those is ``elsewhere``.
    """

    worker: Worker
    until: datetime | None
    deputy: Worker | None
    elsewhere: Worker | None = None


def away(worker: Worker, at: datetime) -> Away | None:
    """Whether this worker is away at ``at``; a deputy who is away has a deputy too."""
    found = {row.worker_id: row for row in absences_at(at)}
    mine = found.get(worker.pk)
    if mine is None:
        return None
    return _away(mine, {pk: row.deputy for pk, row in found.items()}, at)


def stood_in_for(deputy: int, at: datetime) -> list[Away]:
    """For whom this worker (inner number) stands in now."""
    rows = absences_at(at)
    deputies = {row.worker_id: row.deputy for row in rows}
    found = []
    for row in rows:
        present = present_of(row.worker, deputies)
        if present is not None and present.pk == deputy and _work_together(row.worker, present, at):
            found.append(Away(row.worker, row.ends_at, present))
    return found


def without_colleague(organisations: Collection[int], at: datetime) -> list[Away]:
    """Who of these organisations (inner numbers) is away while nobody of theirs stands in."""
    rows = absences_at(at)
    deputies = {row.worker_id: row.deputy for row in rows}
    here = WorkerRole.objects.running(at).filter(organisation__in=organisations)
    ours = set(here.filter(worker__in=deputies).order_by("pk").values_list("worker", flat=True))
    found = [_away(row, deputies, at) for row in rows if row.worker_id in ours]
    return [gone for gone in found if gone.deputy is None]


def desks_instead(worker: Worker, at: datetime) -> list[Desk]:
    """The desks of the own organisations of a worker who is away: theirs, else the first there is."""
    homes = [one.pk for one in employers_of(worker, at)]
    desks = open_desks(at).filter(organisation__in=homes).order_by("name", "pk")
    listed = Duty.objects.running(at).filter(worker=worker)
    theirs = list(desks.filter(pk__in=listed.values("desk")))
    return theirs or list(desks[:1])


def _away(absence: Absence, deputies: dict[int, Worker | None], at: datetime) -> Away:
    present = present_of(absence.worker, deputies)
    if present is None or (present.left_at is not None and present.left_at <= at):
        return Away(absence.worker, absence.ends_at, None)
    if _work_together(absence.worker, present, at):
        return Away(absence.worker, absence.ends_at, present)
    return Away(absence.worker, absence.ends_at, None, elsewhere=present)


def _work_together(worker: Worker, deputy: Worker, at: datetime) -> bool:
    """What was opened to one organisation is not opened to another by who stands in."""
    if deputy.left_at is not None and deputy.left_at <= at:
        return False
    theirs = WorkerRole.objects.running(at).filter(worker=worker)
    there = WorkerRole.objects.running(at).filter(worker=deputy)
    return there.filter(organisation__in=theirs.values("organisation")).exists()
