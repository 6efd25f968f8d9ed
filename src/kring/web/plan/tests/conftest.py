"""The family's plan, two days after it was made, for the tests of its page."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from tests.cast import MONDAY

from kring.web.plan.tests.a_sheet import Planned, planned


@pytest.fixture
def _on_wednesday() -> Iterator[None]:
    with time_machine.travel(MONDAY + timedelta(days=2), tick=False):
        yield


@pytest.fixture
def family_plan() -> Planned:
    return planned()
