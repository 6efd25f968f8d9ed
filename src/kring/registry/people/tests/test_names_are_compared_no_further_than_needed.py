"""Looking through hundreds of names: who is ruled out early would not have been alike enough."""

import pytest

from kring.registry.people.names import alike

NAMES = ["Amina Benali", "Benali Amina", "Amna Ben Ali", "Bart Maes", "Jef Van den Berghe", "Li", ""]


@pytest.mark.parametrize("one", NAMES)
@pytest.mark.parametrize("other", NAMES)
def test_a_floor_changes_no_name_that_is_alike_enough(one: str, other: str) -> None:
    whole = alike(one, other)
    floored = alike(one, other, at_least=0.82)
    assert floored == whole if whole >= 0.82 else floored < 0.82
