"""After a bulk of rows the database knows how many there are, and nobody else waits for that."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection

from kring.foundation.records.counting import count_rows

pytestmark = pytest.mark.django_db
MANY = 700


def test_the_database_knows_how_many_rows_there_are() -> None:
    ContentType.objects.bulk_create(ContentType(app_label="counting", model=str(n)) for n in range(MANY))
    count_rows()
    table = ContentType._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT reltuples FROM pg_class WHERE oid = %s::regclass", [table])
        else:
            cursor.execute("SELECT max(stat) FROM sqlite_stat1 WHERE tbl = %s", [table])
        (counted,) = cursor.fetchone()
    assert float(str(counted).split()[0]) == ContentType.objects.count() >= MANY


@pytest.mark.skipif(connection.vendor != "postgresql", reason="only PostgreSQL shares tables")
def test_what_all_databases_share_is_not_held() -> None:
    count_rows()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_locks WHERE pid = pg_backend_pid() AND locktype = 'relation'"
            " AND database = 0 AND mode = 'ShareUpdateExclusiveLock'"
        )
        assert cursor.fetchone() == (0,)
