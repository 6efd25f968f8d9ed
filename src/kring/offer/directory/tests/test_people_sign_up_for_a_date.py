"""Who comes says so; the last place goes once; who came is forgotten a month later."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from kring.foundation.journal.actor import SYSTEM, VISITOR
from kring.offer.directory.actions import (
    add_activity,
    add_dates,
    cancel_date,
    cancel_sign_up,
    sign_up,
    stop_activity,
)
from kring.offer.directory.checks import seats_are_counted
from kring.offer.directory.erasers import erase_sign_ups, sign_ups_due
from kring.offer.directory.models import ActivityDate, SignUp
from kring.offer.directory.queries import coming_dates
from kring.offer.directory.rules import may_sign_up
from kring.offer.directory.tests.offering import BY, NOW, morning, playgroup

pytestmark = pytest.mark.django_db
TOMORROW = NOW + timedelta(days=1)
HERE = {"name": "Amina", "reach_by": "0470 00 00 00", "by": VISITOR, "at": NOW}


def a_date(seats: int | None = 3) -> ActivityDate:
    """Tomorrow, for three people."""
    times = [(TOMORROW, TOMORROW + timedelta(hours=2))]
    return add_dates(activity=morning(playgroup()), times=times, seats=seats, **BY)[0]


def test_places_are_counted_and_given_once():
    date = a_date()
    sign_up(date=date, people=2, **HERE)
    assert date.taken == 2
    assert may_sign_up(date, 1, NOW)
    with pytest.raises(ValidationError, match="genoeg plaats"):
        sign_up(date=date, people=2, **HERE)
    assert SignUp.objects.count() == 1
    assert list(seats_are_counted(NOW)) == []


def test_of_two_who_saw_the_last_place_one_gets_it():
    seen_by_one = a_date(seats=1)
    seen_by_other = ActivityDate.objects.get(pk=seen_by_one.pk)
    sign_up(date=seen_by_one, people=1, **HERE)
    with pytest.raises(ValidationError, match="genoeg plaats"):
        sign_up(date=seen_by_other, people=1, **HERE)


def test_the_database_overfills_no_date():
    date = a_date(seats=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        ActivityDate.objects.filter(pk=date.pk).update(taken=2)


def test_taken_back_with_the_code_the_place_is_free():
    date = a_date(seats=1)
    _made, code = sign_up(date=date, people=1, **HERE)
    assert cancel_sign_up(code="geen code", by=VISITOR, at=NOW) is None
    cancel_sign_up(code=code, by=VISITOR, at=NOW)
    cancel_sign_up(code=code, by=VISITOR, at=NOW)
    date.refresh_from_db()
    assert date.taken == 0
    sign_up(date=date, people=1, **HERE)


def test_no_sign_up_for_what_is_past_cancelled_or_for_walking_in():
    date = a_date(seats=None)
    assert not may_sign_up(date, 1, TOMORROW)
    assert not may_sign_up(date, 0, NOW)
    cancel_date(date=date, **BY)
    assert not may_sign_up(date, 1, NOW)
    open_door = add_activity(
        service=date.activity.service, location=None, values={"name": {"nl": "Inloop"}}, **BY
    )
    times = [(TOMORROW, TOMORROW + timedelta(hours=2))]
    (walked_in,) = add_dates(activity=open_door, times=times, seats=None, **BY)
    assert not may_sign_up(walked_in, 1, NOW)


def test_a_day_is_added_once_and_stopping_cancels_what_was_to_come():
    date = a_date()
    times = [(TOMORROW, TOMORROW + timedelta(hours=1))]
    assert add_dates(activity=date.activity, times=times, seats=9, **BY) == []
    assert list(coming_dates(date.activity, NOW)) == [date]
    stop_activity(activity=date.activity, **BY)
    assert list(coming_dates(date.activity, NOW)) == []


def test_who_came_is_forgotten_a_month_later_and_the_count_stays():
    date = a_date()
    sign_up(date=date, people=2, **HERE)
    assert list(sign_ups_due(TOMORROW + timedelta(days=30))) == []
    late = TOMORROW + timedelta(days=40)
    due = list(sign_ups_due(late))
    assert erase_sign_ups(by=SYSTEM, at=late, keys=[one.key for one in due]) == {"sign_up": 1}
    date.refresh_from_db()
    assert date.taken == 2
    assert not SignUp.objects.exists()
    assert list(seats_are_counted(late)) == []
