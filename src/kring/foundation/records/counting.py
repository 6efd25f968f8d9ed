"""Letting the database count its rows, so that it plans its reads by what is there."""

from django.db import connection


def count_rows() -> None:
    """Count now what was just written in bulk; a database that was empty a moment ago plans as if it
    still were. In an installation PostgreSQL does this by itself.

    Our own tables by name: PostgreSQL would count the tables that all its databases share as well, and
    hold these until the transaction ends, so that another database could not count meanwhile.
    """
    with connection.cursor() as cursor:
        names = connection.introspection.django_table_names(only_existing=True)
        if connection.vendor == "postgresql":
            cursor.execute(f"ANALYZE {', '.join(map(connection.ops.quote_name, names))}")
        else:
            cursor.execute("ANALYZE")
