"""Destroying what is due: from the top floor down, in small deeds, never what is held."""

import logging
from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from itertools import batched
from uuid import UUID

from kring.foundation.deadlines.calendar import local_day
from kring.foundation.journal.actor import SYSTEM, Actor
from kring.foundation.journal.erasing import erase_subject
from kring.foundation.journal.recording import action, record
from kring.foundation.retention import ledger
from kring.foundation.retention.erasing import ERASERS, RELEASES, Due, Eraser
from kring.foundation.retention.models import DestructionReport, LegalHold
from kring.foundation.retention.queries import held, last_report

log = logging.getLogger(__name__)
AT_A_TIME = 50


def run_daily(*, at: datetime, by: Actor = SYSTEM) -> DestructionReport | None:
    """Run once on each local day; None when today's run was done."""
    last = last_report()
    if last and local_day(last.ran_at) >= local_day(at):
        return None
    return run(at=at, by=by)


def run(*, at: datetime, by: Actor = SYSTEM) -> DestructionReport:
    """Replay what a restored backup brought back, destroy what is due, and report it."""
    tally = Tally()
    missing = ledger.to_replay()
    for eraser in list(ERASERS.values()):
        if eraser.every and (marks := missing.get(eraser.kind)):
            back = (Due(key) for key in eraser.every() if ledger.fingerprint(key) in marks)
            _destroy(eraser, back, by=by, at=at, tally=tally)
        _destroy(eraser, eraser.find_due(at), by=by, at=at, tally=tally)
    report = _report(tally, by=by, at=at)
    ledger.write_out()
    return report


class Tally:
    """What a run came to."""

    def __init__(self) -> None:
        self.counts: dict[str, Counter[str]] = {}
        self.held_back = 0
        self.failed = 0


def _destroy(eraser: Eraser, due: Iterable[Due], *, by: Actor, at: datetime, tally: Tally) -> None:
    for items in batched(list(due), AT_A_TIME, strict=False):
        stopped = held({key for item in items for key in (item.key, *item.about)}, at)
        free = [item.key for item in items if not stopped & {item.key, *item.about}]
        tally.held_back += len(items) - len(free)
        if free:
            _destroy_some(eraser, free, by=by, at=at, tally=tally)


def _destroy_some(eraser: Eraser, keys: list[UUID], *, by: Actor, at: datetime, tally: Tally) -> None:
    """Destroy these in one deed; when that fails, one by one, so that one does not keep the rest."""
    try:
        counts = erase_now(eraser=eraser, keys=keys, by=by, at=at)
    except Exception:
        if len(keys) == 1:
            log.exception("a %s could not be destroyed", eraser.kind)
            tally.failed += 1
            return
        for key in keys:
            _destroy_some(eraser, [key], by=by, at=at, tally=tally)
        return
    tally.counts.setdefault(eraser.retention_class, Counter()).update(counts)


@action
def erase_now(*, eraser: Eraser, keys: list[UUID], by: Actor, at: datetime) -> Counter[str]:
    """Let every room go of these records, erase them, and let the journal forget them."""
    counts: Counter[str] = Counter()
    for release in RELEASES.get(eraser.kind, []):
        counts.update(release(by=by, at=at, keys=keys))
    counts.update(eraser.erase(by=by, at=at, keys=keys))
    LegalHold.objects.filter(subject_key__in=keys, ends_at__lte=at).delete()
    if eraser.every:
        ledger.note(eraser.kind, keys, at)
    if eraser.in_journal:
        for key in keys:
            erase_subject(by=by, at=at, key=key)
    named = eraser.retention_class
    record(by=by, at=at, did="retention.destroyed", about=[], of=named, counts=dict(counts))
    return counts


@action
def _report(tally: Tally, *, by: Actor, at: datetime) -> DestructionReport:
    counts = {name: dict(sorted(found.items())) for name, found in sorted(tally.counts.items())}
    report = DestructionReport.objects.create(
        ran_at=at, counts=counts, held_back=tally.held_back, failed=tally.failed
    )
    record(by=by, at=at, did="retention.reported", about=[], counts=counts)
    return report
