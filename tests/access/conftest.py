"""The world of the access tests, built once for a module; each test takes back what it wrote."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
import time_machine
from django.db import connection, transaction

from kring.foundation.records.counting import count_rows
from tests.access.asking import undone
from tests.access.canaries import plant
from tests.access.canaries_of_plans import plant_plans
from tests.access.canaries_of_the_offer import plant_offer
from tests.access.twins import fixed_chance
from tests.access.world import NOW, World, build


@pytest.fixture(scope="module")
def built(django_db_setup: Any, django_db_blocker: Any) -> Iterator[World]:
    """The rows, in a savepoint that lasts as long as the module."""
    with django_db_blocker.unblock(), transaction.atomic():
        with time_machine.travel(NOW, tick=False), fixed_chance():
            made = build()
        if connection.vendor == "postgresql":
            count_rows()
        yield made
        transaction.set_rollback(True)


@pytest.fixture
def world(built: World, db: None) -> Iterator[World]:
    """The world as it was built: rows in a savepoint of the test, records of its own."""
    with time_machine.travel(NOW, tick=False):
        yield deepcopy(built)


@pytest.fixture(scope="module")
def planting(built: World, django_db_blocker: Any) -> Iterator[World]:
    """The world with a canary in each field."""
    with django_db_blocker.unblock(), undone():
        sown_in = deepcopy(built)
        with time_machine.travel(NOW, tick=False):
            plant(sown_in)
            plant_plans(sown_in)
            plant_offer(sown_in)
        yield sown_in


@pytest.fixture
def sown(planting: World, db: None) -> Iterator[World]:
    """The world with its canaries: rows in a savepoint of the test, records of its own."""
    with time_machine.travel(NOW, tick=False):
        yield deepcopy(planting)
