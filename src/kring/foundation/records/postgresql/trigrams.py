"""Indexes by which PostgreSQL finds text by any part of it, for migrations.

A server without the extension (it comes with PostgreSQL), or an owner who may not create it, goes
without: the same rows are found, by looking at every one. Other databases always go without.
"""

from collections.abc import Mapping

from django.db import ProgrammingError, migrations, transaction
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

PENDING_KB = 256
"""How much may wait to be sorted in: every search reads all that waits (4 MB by default, 15 ms)."""


def by_trigrams(indexes: Mapping[str, tuple[str, str]]) -> migrations.RunPython:
    """The step that lays these indexes: name to table and indexed expression."""

    def lay(_apps: StateApps, schema: BaseDatabaseSchemaEditor) -> None:
        if _has_trigrams(schema):
            for name, (table, expression) in indexes.items():
                schema.execute(
                    f"CREATE INDEX {name} ON {table} USING gin ({expression} gin_trgm_ops) "
                    f"WITH (gin_pending_list_limit = {PENDING_KB})"
                )

    def take_up(_apps: StateApps, schema: BaseDatabaseSchemaEditor) -> None:
        if schema.connection.vendor == "postgresql":
            for name in indexes:
                schema.execute(f"DROP INDEX IF EXISTS {name}")

    return migrations.RunPython(lay, take_up)


def _has_trigrams(schema: BaseDatabaseSchemaEditor) -> bool:
    database = schema.connection
    if database.vendor != "postgresql":
        return False
    with database.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_available_extensions WHERE name = 'pg_trgm'")
        if cursor.fetchone() is None:
            return False
        try:
            with transaction.atomic(using=database.alias):
                cursor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        except ProgrammingError:
            return False
    return True
