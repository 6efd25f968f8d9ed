"""A message that ended longer ago than its term is destroyed; what waits never is."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from pytest_django import Settings

from kring.foundation.journal.actor import SYSTEM
from kring.foundation.outbox.actions import end, post
from kring.foundation.outbox.models import Message
from kring.foundation.outbox.recipients import Recipient
from kring.foundation.outbox.texts import TEXTS, Text
from kring.foundation.retention.actions import place_hold
from kring.foundation.retention.running import run

pytestmark = pytest.mark.django_db
AT = datetime(2025, 11, 22, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _room_to_write(monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path) -> None:
    monkeypatch.setitem(TEXTS, "test.news", Text("test.news", "Bericht", "Er staat iets klaar."))
    settings.ANCHOR_DIR = tmp_path


def message(*, ended: bool) -> Message:
    to = Recipient("somebody", uuid4())
    made = post(by=SYSTEM, at=AT, to=to, text="test.news", link="/x/", once=str(to.key))
    if ended:
        end(by=SYSTEM, at=AT, message=made, verb="send")
    return made


def test_after_a_year_and_not_before() -> None:
    message(ended=True)
    waiting = message(ended=False)
    run(at=AT + timedelta(days=365))
    assert Message.objects.count() == 2
    report = run(at=AT + timedelta(days=366))
    assert report.counts["message"] == {"message": 1}
    assert list(Message.objects.all()) == [waiting]


def test_not_while_its_recipient_is_held() -> None:
    kept = message(ended=True)
    place_hold(by=SYSTEM, at=AT, kind="somebody", key=kept.recipient_key, reason="court")
    assert run(at=AT + timedelta(days=800)).held_back == 1
