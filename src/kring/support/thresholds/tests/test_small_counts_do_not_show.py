"""A figure below the limit does not show, nor can it be found by taking the others off a total."""

from datetime import timedelta

import pytest
from tests.cast import MONDAY, kempen

from kring.support.thresholds.queries import counts, shielded
from kring.support.thresholds.tests.logging import logged

LIMIT = 5


def shown(*numbers: int) -> list[int | None]:
    pairs = [(str(place), number) for place, number in enumerate(numbers)]
    return [line.count for line in shielded(pairs, LIMIT)]


@pytest.mark.parametrize(
    ("numbers", "seen"),
    [
        ((9, 7, 5), [9, 7, 5]),
        ((9, 7, 4), [9, None, None]),
        ((9, 4, 4), [9, None, None]),
        ((9, 2, 2), [None, None, None]),
        ((4,), [None]),
        ((9, 7, 1, 1), [9, None, None, None]),
        ((), []),
    ],
)
def test_what_shows(numbers: tuple[int, ...], seen: list[int | None]) -> None:
    assert shown(*numbers) == seen


@pytest.mark.django_db
def test_thresholds_are_counted_per_kind_place_and_outcome() -> None:
    network = kempen()
    for _turn in range(LIMIT):
        logged(network, words_sent="Kan er een tolk bij?")
    found = counts([network.region.pk], MONDAY, MONDAY + timedelta(days=1), LIMIT)
    lines = {name: [(line.label, line.count) for line in rows] for name, rows in found.items()}
    assert lines["organisation"] == [("CAW De Kempen", LIMIT)]
    assert lines["outcome"] == [("asked", LIMIT)]
    assert [count for _label, count in lines["kind"]] == [LIMIT]
    assert counts([network.region.pk + 999], MONDAY, MONDAY + timedelta(days=1), 1)["kind"] == []
