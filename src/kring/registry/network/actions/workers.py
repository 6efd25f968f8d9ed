"""Workers come, hold roles, are away, and leave."""

from datetime import datetime
from typing import Any

from kring.foundation.accounts.actions import disable_account
from kring.foundation.accounts.models import Account
from kring.foundation.journal.actor import Actor
from kring.foundation.journal.chain import Subject
from kring.foundation.journal.recording import action, nothing_changed, record
from kring.registry.network.models import (
    Absence,
    Duty,
    Organisation,
    Partnership,
    RoleType,
    Worker,
    WorkerRole,
)
from kring.registry.network.rules import (
    check_absence,
    check_can_be_reached,
    check_still_works_here,
)


@action
def add_worker(
    *,
    by: Actor,
    at: datetime,
    name: str,
    email: str = "",
    phone: str = "",
    account: Account | None = None,
) -> Worker:
    """Somebody starts to work in the network; what they may do follows from their roles."""
    worker = Worker(name=name.strip(), email=email.strip(), phone=phone.strip(), account=account)
    worker.clean_fields(exclude=["account"])
    worker.save(force_insert=True)
    record(by=by, at=at, did="worker.added", about=_about(worker))
    return worker


@action
def correct_worker(*, by: Actor, at: datetime, worker: Worker, version: int, **changes: Any) -> Worker:
    """Change name, e-mail, telephone or account of a worker; who left is not changed any more.

    Raises StaleRecord, and ValidationError for somebody whom no message could reach.
    """
    check_still_works_here(worker, at)
    unknown = changes.keys() - {"name", "email", "phone", "account"}
    if unknown:
        raise TypeError(f"not to be corrected here: {sorted(unknown)}")
    draft = Worker.objects.get(pk=worker.pk)
    for name, value in changes.items():
        setattr(draft, name, value)
    draft.clean_fields(exclude=["account"])
    check_can_be_reached(draft)
    worker.save_from(version, **changes)
    record(by=by, at=at, did="worker.corrected", about=_about(worker), fields=sorted(changes))
    return worker


@action
def give_role(
    *,
    by: Actor,
    at: datetime,
    worker: Worker,
    role: RoleType,
    organisation: Organisation,
    partnership: Partnership | None = None,
    starts_at: datetime | None = None,
) -> WorkerRole:
    """A worker holds a role for an organisation, in one of its partnerships or in general."""
    check_still_works_here(worker, at)
    same = WorkerRole.objects.filter(worker=worker, role=role, organisation=organisation)
    already = same.filter(partnership=partnership, ends_at__isnull=True).first()
    if already is not None:
        nothing_changed()
        return already
    held = WorkerRole.objects.create(
        worker=worker,
        role=role,
        organisation=organisation,
        partnership=partnership,
        starts_at=starts_at or at,
    )
    about = [*_about(worker), ("organisation", organisation.key)]
    record(by=by, at=at, did="worker.role_given", about=about, role=role.code)
    return held


@action
def end_role(*, by: Actor, at: datetime, held: WorkerRole) -> WorkerRole:
    """A worker no longer holds a role."""
    if held.ends_at is not None:
        nothing_changed()
        return held
    held.ends_at = max(at, held.starts_at)
    held.save(update_fields=["ends_at"])
    about = [*_about(held.worker), ("organisation", held.organisation.key)]
    record(by=by, at=at, did="worker.role_ended", about=about, role=held.role.code)
    return held


@action
def report_absence(
    *,
    by: Actor,
    at: datetime,
    worker: Worker,
    starts_at: datetime,
    ends_at: datetime | None = None,
    deputy: Worker | None = None,
) -> Absence:
    """A worker is away; the deputy sees and does their work meanwhile. Raises ValidationError."""
    check_still_works_here(worker, at)
    check_absence(worker, deputy, starts_at, ends_at)
    absence = Absence.objects.create(worker=worker, deputy=deputy, starts_at=starts_at, ends_at=ends_at)
    about = [*_about(worker), *(_about(deputy) if deputy else [])]
    record(by=by, at=at, did="worker.away", about=about)
    return absence


@action
def end_absence(*, by: Actor, at: datetime, absence: Absence) -> Absence:
    """A worker is back."""
    absence.ends_at = max(at, absence.starts_at)
    absence.save(update_fields=["ends_at"])
    record(by=by, at=at, did="worker.back", about=_about(absence.worker))
    return absence


@action
def worker_leaves(*, by: Actor, at: datetime, worker: Worker) -> Worker:
    """Somebody no longer works here: roles, duties and deputising end, the account is closed.

    Questions they hold are let go by the room of questions, in the same deed.
    """
    if worker.left_at is not None:
        nothing_changed()
        return worker
    worker.save_from(worker.version, left_at=at)
    for rows in (WorkerRole.objects, Duty.objects):
        running = rows.filter(worker=worker, ends_at__isnull=True)
        running.filter(starts_at__lte=at).update(ends_at=at)
        running.filter(starts_at__gt=at).delete()
    Absence.objects.filter(deputy=worker).running(at).update(deputy=None)
    if worker.account is not None:
        disable_account(by=by, at=at, account=worker.account)
    record(by=by, at=at, did="worker.left", about=_about(worker))
    return worker


def _about(worker: Worker) -> list[Subject]:
    return [("worker", worker.key)]
