"""Destroying what is due: from the top floor down, in small deeds, never what is held."""

import logging
from collections import Counter
from datetime import datetime
from itertools import batched
from uuid import UUID

from kring.foundation.deadlines.calendar import local_day
from kring.foundation.journal.actor import SYSTEM, Actor
from kring.foundation.journal.erasing import erase_actor, erase_subject
from kring.foundation.journal.recording import action, record
from kring.foundation.retention import ledger
from kring.foundation.retention.erasing import ERASERS, RELEASES, Due, Eraser, RecordKey
from kring.foundation.retention.models import DestructionReport, LegalHold
from kring.foundation.retention.queries import held, last_report

log = logging.getLogger(__name__)
AT_A_TIME = 50


def run_daily(*, at: datetime, by: Actor = SYSTEM) -> DestructionReport | None:
    """Run once on each local day, and at once when a backup was restored; else None."""
    last = last_report()
    if last and local_day(last.ran_at) >= local_day(at) and ledger.is_up_to_date():
        return None
    return run(at=at, by=by)


def run_if_restored(*, at: datetime) -> DestructionReport | None:
    """Erase again, before anybody is served, what a restored backup brought back."""
    return None if ledger.is_up_to_date() else run(at=at)


def run(*, at: datetime, by: Actor = SYSTEM) -> DestructionReport:
    """Replay what a restored backup brought back, destroy what is due, and report it."""
    tally = Tally()
    missing = ledger.to_replay()
    # Everything is looked up before anything goes: a parent is due because their family is.
    due = [(eraser, _due(eraser, missing, at)) for eraser in ERASERS.values()]
    for eraser, items in due:
        _destroy(eraser, items, by=by, at=at, tally=tally)
    report = _report(tally, by=by, at=at)
    ledger.write_out()
    return report


class Tally:
    """What a run came to."""

    def __init__(self) -> None:
        self.counts: dict[str, Counter[str]] = {}
        self.held_back = 0
        self.failed = 0


def _due(eraser: Eraser, missing: dict[str, set[str]], at: datetime) -> list[Due]:
    """What a restored backup brought back, and what has had its term; each once."""
    marks = missing.get(eraser.kind, set())
    back = eraser.every() if eraser.every and marks else []
    items = {key: Due(key) for key in back if ledger.fingerprint(key) in marks}
    return list((items | {item.key: item for item in eraser.find_due(at)}).values())


def _destroy(eraser: Eraser, due: list[Due], *, by: Actor, at: datetime, tally: Tally) -> None:
    for items in batched(due, AT_A_TIME, strict=False):
        stopped = held({key for item in items for key in (item.key, *item.about)}, at)
        free = [item.key for item in items if not stopped & {item.key, *item.about}]
        tally.held_back += len(items) - len(free)
        if free:
            _destroy_some(eraser, free, by=by, at=at, tally=tally)


def _destroy_some(
    eraser: Eraser, keys: list[RecordKey], *, by: Actor, at: datetime, tally: Tally
) -> None:
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
def erase_now(*, eraser: Eraser, keys: list[RecordKey], by: Actor, at: datetime) -> Counter[str]:
    """Let every room go of these records, erase them, and let the journal forget them."""
    counts: Counter[str] = Counter()
    for release in RELEASES.get(eraser.kind, []):
        counts.update(release(by=by, at=at, keys=keys))
    counts.update(eraser.erase(by=by, at=at, keys=keys))
    public = [key for key in keys if isinstance(key, UUID)]
    LegalHold.objects.filter(subject_key__in=public, ends_at__lte=at).delete()
    if eraser.every:
        ledger.note(eraser.kind, public, at)
    if eraser.in_journal:
        for key in public:
            erase_subject(by=by, at=at, key=key)
            erase_actor(by=by, at=at, key=key)
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
