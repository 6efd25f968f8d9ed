"""A legal hold keeps everything about a person or family until it is lifted."""

from datetime import UTC, datetime, timedelta

import pytest

from kring.foundation.journal.actor import SYSTEM
from kring.foundation.retention.actions import lift_hold, place_hold
from kring.foundation.retention.models import LegalHold
from kring.foundation.retention.queries import holds_running
from kring.foundation.retention.running import run
from kring.foundation.retention.tests.shelf import Shelf

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 23, 3, tzinfo=UTC)
DAY = timedelta(days=1)


def test_the_file_of_a_held_family_stays_until_the_hold_ends(shelf: Shelf) -> None:
    key = shelf.add(AT - DAY)
    other = shelf.add(AT - DAY)
    hold = place_hold(by=SYSTEM, at=AT, kind="family", key=shelf.family[key], reason="court")
    report = run(at=AT)
    assert (list(shelf.due), report.held_back) == ([key], 1)
    assert other not in shelf.due
    lift_hold(by=SYSTEM, at=AT + DAY, hold=hold)
    assert run(at=AT + DAY).held_back == 0
    assert not shelf.due


def test_one_hold_of_two_is_enough(shelf: Shelf) -> None:
    key = shelf.add(AT - DAY)
    holds = [
        place_hold(by=SYSTEM, at=AT, kind="file", key=key, reason=reason)
        for reason in ("court", "complaint")
    ]
    lift_hold(by=SYSTEM, at=AT, hold=holds[0])
    run(at=AT + DAY)
    assert key in shelf.due


def test_the_same_hold_is_placed_once() -> None:
    shelf = Shelf()
    key = shelf.add(AT)
    first = place_hold(by=SYSTEM, at=AT, kind="file", key=key, reason="court")
    assert place_hold(by=SYSTEM, at=AT, kind="file", key=key, reason="court") == first
    assert list(holds_running(AT)) == [first]


def test_a_lifted_hold_goes_with_the_file(shelf: Shelf) -> None:
    key = shelf.add(AT)
    hold = place_hold(by=SYSTEM, at=AT, kind="file", key=key, reason="asked")
    lift_hold(by=SYSTEM, at=AT + DAY, hold=hold)
    run(at=AT + DAY)
    assert not LegalHold.objects.exists()


def test_a_reason_outside_the_list_is_refused() -> None:
    with pytest.raises(ValueError, match="because"):
        place_hold(by=SYSTEM, at=AT, kind="file", key=Shelf().add(AT), reason="because")
