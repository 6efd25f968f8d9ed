"""Triggers that keep the journal append-only, on both databases.

A header is never changed or deleted. Words and subjects are never changed, and are deleted only
from an entry on which a veil lies (see ``erasing``). Who owns the database can take the walls
down; that is what ``verifying`` and the anchors are for.
"""

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

ENTRY = "journal_journalentry"
VEIL = "journal_journalveil"
ERASABLE = ("journal_journalpayload", "journal_journalsubject")
REFUSAL = "the journal is append-only"

_NO_VEIL = f"NOT EXISTS (SELECT 1 FROM {VEIL} WHERE entry_id = OLD.entry_id)"  # noqa: S608 - own names


def _walls() -> list[tuple[str, str, str]]:
    """Table, kind of change and condition under which it is refused."""
    fixed = [(table, change, "") for table in (ENTRY, VEIL) for change in ("UPDATE", "DELETE")]
    kept = [(table, "UPDATE", "") for table in ERASABLE]
    return [*fixed, *kept, *((table, "DELETE", _NO_VEIL) for table in ERASABLE)]


def put_up(database: BaseDatabaseWrapper = connection) -> None:
    """Create the triggers."""
    with database.cursor() as cursor:
        for statement in _statements(database.vendor):
            cursor.execute(statement)


def take_down(database: BaseDatabaseWrapper = connection) -> None:
    """Drop the triggers: for migrating backwards."""
    with database.cursor() as cursor:
        for table, change, _condition in _walls():
            on_table = f" ON {table}" if database.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {_name(table, change)}{on_table}")


def _statements(vendor: str) -> list[str]:
    if vendor == "sqlite":
        return [
            f"CREATE TRIGGER {_name(table, change)} BEFORE {change} ON {table} "
            f"{'WHEN ' + condition if condition else ''} "
            f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
            for table, change, condition in _walls()
        ]
    functions = [
        _function("journal_refuses", f"RAISE EXCEPTION '{REFUSAL}';"),
        _function(
            "journal_refuses_without_veil",
            f"IF {_NO_VEIL} THEN RAISE EXCEPTION '{REFUSAL}'; END IF; RETURN OLD;",
        ),
    ]
    triggers = [
        f"CREATE TRIGGER {_name(table, change)} BEFORE {change} ON {table} FOR EACH ROW "
        f"EXECUTE FUNCTION {'journal_refuses_without_veil' if condition else 'journal_refuses'}()"
        for table, change, condition in _walls()
    ]
    return functions + triggers


def _function(name: str, body: str) -> str:
    return (
        f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} END $$"
    )


def _name(table: str, change: str) -> str:
    return f"{table}_no_{change.lower()}"
