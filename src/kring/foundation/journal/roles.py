"""On PostgreSQL one role owns and migrates, another runs the product and cannot bend the journal."""

from django.db import connection

JOURNAL_RIGHTS = {
    "journal_journalentry": "SELECT, INSERT",
    "journal_journalveil": "SELECT, INSERT",
    "journal_journalpayload": "SELECT, INSERT, DELETE",
    "journal_journalsubject": "SELECT, INSERT, DELETE",
    "journal_chainhead": "SELECT, INSERT, UPDATE",
    "django_migrations": "SELECT",
}
"""What differs from reading and writing; a delete is let through only from under a veil (``walls``)."""


def grant_app_role(role: str) -> None:
    """Give ``role`` exactly what the running product needs on the tables that exist now.

    Run it as the owner after each ``migrate``.
    """
    name = connection.ops.quote_name(role)
    statements = [
        f"GRANT USAGE ON SCHEMA public TO {name}",
        f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {name}",
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {name}",
        f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {name}",
    ]
    for table, rights in JOURNAL_RIGHTS.items():
        statements += [f"REVOKE ALL ON {table} FROM {name}", f"GRANT {rights} ON {table} TO {name}"]
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
