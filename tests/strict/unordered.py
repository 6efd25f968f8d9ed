"""A query without an order comes back in random order, as PostgreSQL may do any day."""

import random
from typing import Any

from django.db.models import QuerySet

_fetch_all = QuerySet._fetch_all


def _fetch_shuffled(self: QuerySet[Any]) -> None:
    if self._result_cache is None:
        self._result_cache = list(self._iterable_class(self))
        if not self.ordered:
            random.shuffle(self._result_cache)
    _fetch_all(self)


def pytest_configure() -> None:
    QuerySet._fetch_all = _fetch_shuffled


def pytest_unconfigure() -> None:
    QuerySet._fetch_all = _fetch_all
