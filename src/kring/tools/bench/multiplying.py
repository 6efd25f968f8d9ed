"""Making millions of questions inside the database, from one that was made like any other.

Only the questions themselves are multiplied: the worklist reads no more of a question without a
person than its own row.
"""

from datetime import timedelta

from django.db import connection

from kring.support.requests.models import Request

OPEN_SPREAD = timedelta(days=40)
CLOSED_SPREAD = timedelta(days=3_600)
CHUNK = 100_000

POSTGRES_NUMBERS = "SELECT n FROM generate_series(1, %s) AS numbers(n)"
SQLITE_NUMBERS = (
    "WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < %s) "
    "SELECT n FROM numbers"
)


def multiply(template: Request, count: int, *, closed: bool) -> None:
    """Copy ``template`` ``count`` times with spread dates; ``closed`` ones were answered long ago."""
    with connection.cursor() as cursor:
        for begin in range(0, count, CHUNK):
            size = min(CHUNK, count - begin)
            sql = _insert(template, closed=closed, count=count, begin=begin)
            cursor.execute(sql, [size, template.pk])


def _insert(template: Request, *, closed: bool, count: int, begin: int) -> str:
    """INSERT … SELECT of every column, with fresh keys and a date that moves with the number."""
    spread = CLOSED_SPREAD if closed else OPEN_SPREAD
    step = spread.total_seconds() / count
    moved = {
        "key": _uuid(),
        "submission": _uuid(),
        "code_hash": _hash(),
        **{column: _later(column, begin, step) for column in _dates(closed)},
    }
    fields = [f for f in template._meta.concrete_fields if not f.primary_key and not f.generated]
    columns = [str(f.column) for f in fields]
    values = [moved.get(column) or f't."{column}"' for column in columns]
    table = template._meta.db_table
    names = ", ".join(f'"{column}"' for column in columns)
    return (
        f'INSERT INTO "{table}" ({names}) SELECT {", ".join(values)} '  # noqa: S608 - own names
        f'FROM ({_numbers()}) AS counted, "{table}" AS t WHERE t.id = %s'
    )


def _dates(closed: bool) -> list[str]:  # noqa: FBT001
    dates = ["asked_at", "answer_due_at", "next_due_at"]
    return [*dates, "closed_at"] if closed else dates


def _postgres() -> bool:
    return connection.vendor == "postgresql"


def _numbers() -> str:
    return POSTGRES_NUMBERS if _postgres() else SQLITE_NUMBERS


def _uuid() -> str:
    return "gen_random_uuid()" if _postgres() else "lower(hex(randomblob(16)))"


def _hash() -> str:
    if _postgres():
        return "md5(random()::text || n::text) || md5(random()::text)"
    return "lower(hex(randomblob(32)))"


def _later(column: str, begin: int, step: float) -> str:
    seconds = f"((n + {begin}) * {step:.6f})"
    if _postgres():
        return f"t.\"{column}\" + {seconds} * interval '1 second'"
    return f"strftime('%%Y-%%m-%%d %%H:%%M:%%f', t.\"{column}\", '+' || {seconds} || ' seconds')"
