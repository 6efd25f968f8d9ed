"""A review past its term is told to every officer, once a day, until somebody judged it."""

from datetime import timedelta

import pytest
from tests.cast import acting, kempen, peeters_el_amrani

from kring.foundation.outbox.models import Message
from kring.registry.network.models import Worker
from kring.trust.access.actions import review_glass, tell_of_late_reviews
from kring.trust.access.models import BrokenGlass
from kring.trust.access.tests.a_glass import broken, officer

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def greet() -> Worker:
    network = kempen()
    greet = officer(network)
    broken(peeters_el_amrani(), network.bram)
    return greet


@pytest.fixture
def glass(greet: Worker) -> BrokenGlass:
    return BrokenGlass.objects.get()


def told() -> list[object]:
    late = Message.objects.filter(text="access.review_late")
    return list(late.values_list("recipient_key", flat=True))


def test_nothing_is_told_up_to_the_term(glass: BrokenGlass) -> None:
    tell_of_late_reviews(at=glass.review_by)
    assert told() == []


def test_each_officer_hears_once_a_day(glass: BrokenGlass, greet: Worker) -> None:
    late = glass.review_by + timedelta(seconds=1)
    for moment in (late, late + timedelta(minutes=1), late + DAY):
        tell_of_late_reviews(at=moment)
    assert told() == [greet.key, greet.key]


def test_it_stops_when_it_is_judged(glass: BrokenGlass, greet: Worker) -> None:
    late = glass.review_by + DAY
    review_glass(
        glass=glass,
        verdict="needed",
        words="Het kind was in gevaar.",
        reviewer=greet,
        by=acting(greet),
        at=late,
    )
    tell_of_late_reviews(at=late)
    assert told() == []
