"""Who comes by is counted per pillar, known to nobody, and small numbers are not shown."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from tests.cast import geel

from kring.foundation.journal.models import JournalEntry
from kring.offer.houses.actions import Visit, count_walk_in
from kring.offer.houses.erasers import erase_walk_ins, walk_ins_due
from kring.offer.houses.models import House, WalkIn
from kring.offer.houses.queries import reach_of, visits_on_day
from kring.offer.houses.queries.reach import hidden_small
from kring.offer.houses.tests.visiting import BY, NOW, house_of_geel

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def came(house: House, times: int, pillar: str, **known: object) -> None:
    """So many visits for one pillar."""
    for _ in range(times):
        visit = Visit(pillar=pillar, kind="question", **known)  # type: ignore[arg-type]
        count_walk_in(house=house, visit=visit, **BY)


def test_a_visit_is_counted_per_pillar_in_its_period():
    house = house_of_geel()
    came(house, 6, "health", municipality=geel())
    came(house, 5, "meeting", age_band="0_2")
    found = reach_of(house, since=NOW - DAY, before=NOW + DAY, at=NOW)
    assert found.total == 11
    assert found.pillars == {"health": 6, "parenting": 0, "meeting": 5}
    assert found.towns == {"13008": 6, "": 5}
    assert reach_of(house, since=NOW + DAY, before=NOW + 2 * DAY, at=NOW).total == 0
    assert visits_on_day(house, NOW) == 11


def test_a_small_number_is_not_shown_nor_worked_out():
    assert hidden_small({"a": 9, "b": 2, "c": 7}, 5) == {"a": 9, "b": None, "c": None}
    assert hidden_small({"a": 9, "b": 2, "c": 3}, 5) == {"a": 9, "b": None, "c": None}
    assert hidden_small({"a": 9, "b": 1, "c": 1}, 5) == dict.fromkeys("abc"), (
        "two that make two are one each"
    )
    assert hidden_small({"a": 9, "b": 0}, 5) == {"a": 9, "b": 0}
    house = house_of_geel()
    came(house, 3, "health")
    assert reach_of(house, since=NOW - DAY, before=NOW + DAY, at=NOW).total is None


def test_what_is_no_pillar_is_not_counted():
    with pytest.raises(ValidationError):
        came(house_of_geel(), 1, "football")


def test_the_journal_knows_the_house_and_nobody_else():
    came(house_of_geel(), 1, "health")
    entry = JournalEntry.objects.order_by("-pk")[0]
    assert list(entry.subjects.values_list("kind", flat=True)) == ["partnership"]


def test_it_is_let_go_two_years_later():
    came(house_of_geel(), 1, "health")
    later = NOW + timedelta(days=735)
    assert list(walk_ins_due(NOW + timedelta(days=700))) == []
    due = [one.key for one in walk_ins_due(later)]
    assert erase_walk_ins(by=BY["by"], at=later, keys=due)["walk_in"] == 1
    assert WalkIn.objects.count() == 0
