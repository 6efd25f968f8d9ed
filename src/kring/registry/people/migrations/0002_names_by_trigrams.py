"""Names are found by any part of them: on PostgreSQL by an index of trigrams.

A server without the extension (it comes with PostgreSQL), or an owner who may not create it, goes
without: the same rows are found, by looking at every name.
"""

from django.db import ProgrammingError, migrations, transaction
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

TABLES = ("people_family", "people_person")


def lay(_apps: StateApps, schema: BaseDatabaseSchemaEditor) -> None:
    database = schema.connection
    if database.vendor != "postgresql":
        return
    with database.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_available_extensions WHERE name = 'pg_trgm'")
        if cursor.fetchone() is None:
            return
        try:
            with transaction.atomic(using=database.alias):
                cursor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        except ProgrammingError:
            return
        for table in TABLES:
            cursor.execute(
                f"CREATE INDEX {table}_trigrams ON {table} USING gin (search_name gin_trgm_ops)"
            )


def take_up(_apps: StateApps, schema: BaseDatabaseSchemaEditor) -> None:
    if schema.connection.vendor == "postgresql":
        with schema.connection.cursor() as cursor:
            for table in TABLES:
                cursor.execute(f"DROP INDEX IF EXISTS {table}_trigrams")


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]
    operations = [migrations.RunPython(lay, take_up)]
