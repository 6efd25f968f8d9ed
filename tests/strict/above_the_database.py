"""What lies above the database is proven on SQLite; PostgreSQL repeats it with the large counts.

Two kinds of tests are left out on PostgreSQL unless ``KRING_FULL=1``, and counted as deselected:

- Those marked ``above_the_database``: they ask the same of the same code whatever holds the rows,
  such as forms, letters, pages and files.
- Those that ask for no database: pytest-django lets them open none. A test that starts the product
  as a process of its own, on the database of the run, says so with ``starts_its_own``.
"""

import os

import pytest

MARK = "above_the_database"
STARTS_ITS_OWN = "starts_its_own"
OPENS_ONE = {"db", "transactional_db", "live_server", "django_db_setup"}
"""The fixtures without which a test reaches no database; all others build on them."""


def is_left_out() -> bool:
    """Whether this run leaves what is above the database to the run on SQLite."""
    on_postgresql = os.environ.get("DATABASE_URL", "").startswith("postgres")
    return on_postgresql and os.environ.get("KRING_FULL") != "1"


def asks_a_database(item: pytest.Item) -> bool:
    """Whether a test can reach a database: by its mark, by a fixture, or by a process of its own."""
    if item.get_closest_marker("django_db") or item.get_closest_marker(STARTS_ITS_OWN):
        return True
    return not OPENS_ONE.isdisjoint(getattr(item, "fixturenames", ()))


def is_above(item: pytest.Item) -> bool:
    """Whether a test says nothing new on another database."""
    return item.get_closest_marker(MARK) is not None or not asks_a_database(item)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not is_left_out():
        return
    left_out = [item for item in items if is_above(item)]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if not is_above(item)]
