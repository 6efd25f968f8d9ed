"""A question of somebody not surely safe at home comes on top and has the same working day."""

from datetime import date, datetime

import pytest
from tests.cast import MONDAY, acting, kempen

from kring.foundation.deadlines.calendar import LOCAL, last_day_of
from kring.support.requests.actions import take
from kring.support.requests.queries import open_requests
from kring.support.requests.tests.a_question import asked

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("said", "last"),
    [
        ("no", date(2026, 11, 2)),
        ("unknown", date(2026, 11, 2)),
        ("yes", date(2026, 12, 2)),
        ("", date(2026, 12, 2)),
    ],
)
def test_no_and_unknown_have_the_same_working_day(said: str, last: date) -> None:
    request = asked(kempen(), home_safe=said)
    assert last_day_of(request.next_due_at) == last
    assert last_day_of(request.answer_due_at) == date(2026, 12, 2)


def test_on_a_saturday_that_is_monday() -> None:
    request = asked(kempen(), at=datetime(2026, 11, 7, 22, 0, tzinfo=LOCAL), home_safe="no")
    assert last_day_of(request.next_due_at) == date(2026, 11, 9)


def test_it_stands_before_an_older_question_until_it_is_taken() -> None:
    network = kempen()
    older = asked(network, at=datetime(2026, 10, 20, 9, 0, tzinfo=LOCAL))
    unsafe = asked(network, home_safe="no")
    order = open_requests().order_by("next_due_at", "pk")
    assert list(order) == [unsafe, older]
    take(request=unsafe, worker=network.nele, by=acting(network.nele), at=MONDAY)
    assert list(order.all()) == [older, unsafe]
