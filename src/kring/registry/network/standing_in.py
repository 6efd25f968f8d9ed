"""Who is away, until when, and who stands in for them meanwhile."""

from dataclasses import dataclass
from datetime import datetime

from kring.registry.network.models import Worker, WorkerRole
from kring.registry.network.queries import absences_at, present_of


@dataclass(frozen=True, slots=True)
class Away:
    """That a worker is away; ``until`` is when they are back, if that is known.

    ``deputy`` stands in for them, and works for an organisation they work for too.
    """

    worker: Worker
    until: datetime | None
    deputy: Worker | None


def away(worker: Worker, at: datetime) -> Away | None:
    """Whether this worker is away at ``at``; a deputy who is away has a deputy too."""
    found = {row.worker_id: row for row in absences_at(at)}
    mine = found.get(worker.pk)
    if mine is None:
        return None
    deputy = present_of(worker, {pk: row.deputy for pk, row in found.items()})
    together = deputy is not None and _work_together(worker, deputy, at)
    return Away(worker, mine.ends_at, deputy if together else None)


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


def _work_together(worker: Worker, deputy: Worker, at: datetime) -> bool:
    """What was opened to one organisation is not opened to another by who stands in."""
    if deputy.left_at is not None and deputy.left_at <= at:
        return False
    theirs = WorkerRole.objects.running(at).filter(worker=worker)
    there = WorkerRole.objects.running(at).filter(worker=deputy)
    return there.filter(organisation__in=theirs.values("organisation")).exists()
