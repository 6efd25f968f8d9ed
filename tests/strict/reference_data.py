"""Tests that really commit clean up after themselves, but leave the reference data in place.

Reference tables are filled by migrations; emptying them would leave later tests without terms. Where
a term may also belong to somebody, its table is emptied, and what the migrations wrote is put back.
Append-only tables are guarded by triggers, which are set aside for the moment of cleaning.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.apps import apps
from django.core.management.commands import flush
from django.db import connections, models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test import TransactionTestCase

from kring.foundation.classes.facts import Mutability

_sql_flush = flush.sql_flush
_teardown = TransactionTestCase._fixture_teardown


_written_by_migrations: list[models.Model] = []


def _of_reference() -> list[type[models.Model]]:
    return [
        model
        for model in apps.get_models()
        if getattr(getattr(model, "Facts", None), "mutability", None) is Mutability.REFERENCE
    ]


def reference_tables() -> set[str]:
    """Tables of reference data that point to nothing but reference data."""
    kept: set[type[models.Model]] = set()
    while True:
        ready = {
            model
            for model in _of_reference()
            if all(
                field.related_model in kept or field.related_model is model
                for field in model._meta.get_fields()
                if field.concrete and field.many_to_one
            )
        }
        if ready == kept:
            break
        kept = ready
    through = [field.remote_field.through for model in kept for field in model._meta.many_to_many]
    return {model._meta.db_table for model in [*kept, *through]}


def _flush_without_reference(style: Any, connection: BaseDatabaseWrapper, **options: Any) -> list[str]:
    introspection = connection.introspection
    every_table = introspection.django_table_names
    kept = reference_tables()

    def emptied(*args: Any, **kwargs: Any) -> list[str]:
        return [name for name in every_table(*args, **kwargs) if name not in kept]

    introspection.django_table_names = emptied
    try:
        return _sql_flush(style, connection, **options)
    finally:
        del introspection.django_table_names


@contextmanager
def without_triggers(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Set the guards of append-only tables aside."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET session_replication_role = replica")
            yield
            cursor.execute("SET session_replication_role = DEFAULT")
            return
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
        triggers = cursor.fetchall()
        for name, _sql in triggers:
            cursor.execute(f'DROP TRIGGER "{name}"')
        yield
        for _name, sql in triggers:
            cursor.execute(sql.replace("%", "%%"))


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """Note, before the first test writes, what migrations wrote into tables that are emptied."""
    kept = reference_tables()
    with django_db_blocker.unblock():
        _written_by_migrations[:] = [
            row
            for model in _of_reference()
            if model._meta.db_table not in kept
            for row in model._default_manager.order_by("pk")
        ]


def _clean(self: TransactionTestCase) -> None:
    with without_triggers(connections["default"]):
        _teardown(self)
    for row in _written_by_migrations:
        row.save_base(raw=True, force_insert=True)


def pytest_configure() -> None:
    flush.sql_flush = _flush_without_reference
    TransactionTestCase._fixture_teardown = _clean


def pytest_unconfigure() -> None:
    flush.sql_flush = _sql_flush
    TransactionTestCase._fixture_teardown = _teardown
