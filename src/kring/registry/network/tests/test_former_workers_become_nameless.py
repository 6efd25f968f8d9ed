"""A year after leaving the account goes, after ten years the name; what they did stays in place."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from allauth.mfa.models import Authenticator
from pytest_django import Settings

from kring.foundation.accounts.actions import create_account, invite
from kring.foundation.accounts.models import Account, AccountKind, Invitation
from kring.foundation.journal.actor import SYSTEM, Actor, ActorKind
from kring.foundation.journal.models import JournalEntry, JournalPayload
from kring.foundation.journal.recording import record_read
from kring.foundation.journal.verifying import faults
from kring.foundation.keys.sealing import seal
from kring.foundation.retention.actions import place_hold
from kring.foundation.retention.models import Erased
from kring.foundation.retention.running import run
from kring.registry.network.actions import add_worker, worker_leaves
from kring.registry.network.erasers import FORMER
from kring.registry.network.models import Absence, Worker

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
DAY = timedelta(days=1)
YEAR = timedelta(days=365)
NAME = "Kanarie Vogelaar"


@pytest.fixture
def worker(settings: Settings, tmp_path: Path) -> Worker:
    """Somebody who worked, read a page, was away, and left."""
    settings.ANCHOR_DIR = tmp_path
    account = create_account(
        by=SYSTEM, at=AT, email="kanarie@voorbeeld.be", kind=AccountKind.WORKER, name=NAME
    )
    invite(by=SYSTEM, at=AT, account=account)
    secret = {"secret": seal("ABC", row="accounts.second_factor")}
    Authenticator.objects.create(user=account, type="totp", data=secret)
    made = add_worker(by=SYSTEM, at=AT, name=NAME, email="kanarie@voorbeeld.be", account=account)
    Absence.objects.create(worker=made, starts_at=AT, ends_at=AT + DAY)
    actor = Actor(ActorKind.WORKER, made.key, NAME)
    record_read(by=actor, at=AT, page="test", about=[("worker", made.key)], because="own")
    worker_leaves(by=SYSTEM, at=AT, worker=made)
    return made


def test_the_account_goes_after_a_year_and_not_before(worker: Worker) -> None:
    run(at=AT + YEAR - DAY)
    assert Account.objects.exists()
    run(at=AT + YEAR + DAY)
    assert not Account.objects.exists()
    assert not Authenticator.objects.exists()
    assert not Invitation.objects.exists()
    worker.refresh_from_db()
    assert (worker.name, worker.account) == (NAME, None)


def test_the_name_goes_after_ten_years_and_the_row_stays(worker: Worker) -> None:
    run(at=AT + 10 * YEAR)
    worker.refresh_from_db()
    assert worker.name == NAME
    report = run(at=datetime(2036, 11, 24, 9, tzinfo=UTC))
    assert report.failed == 0
    worker.refresh_from_db()
    assert (worker.name, worker.email, worker.phone, worker.account) == (FORMER, "", "", None)
    assert not Absence.objects.exists()
    words = str(list(JournalPayload.objects.order_by("pk").values_list("body", flat=True)))
    assert NAME not in words
    assert JournalEntry.objects.filter(actor_key=worker.key, verb="read").exists()
    assert faults() == []
    assert run(at=datetime(2036, 11, 25, 9, tzinfo=UTC)).counts == {}


def test_a_hold_keeps_the_name(worker: Worker) -> None:
    place_hold(by=SYSTEM, at=AT, kind="worker", key=worker.key, reason="court")
    assert run(at=AT + 11 * YEAR).held_back
    worker.refresh_from_db()
    assert worker.name == NAME


def test_a_restored_backup_takes_the_name_away_again(worker: Worker) -> None:
    run(at=AT + 11 * YEAR)
    Worker.objects.filter(pk=worker.pk).update(name=NAME, left_at=AT + 11 * YEAR)
    Erased.objects.all().delete()
    run(at=AT + 11 * YEAR + DAY)
    worker.refresh_from_db()
    assert worker.name == FORMER
