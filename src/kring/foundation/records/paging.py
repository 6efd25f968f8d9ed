"""Rows beyond a cursor, in the order of one index.

A cursor is the place of a row in an order: the values of its columns. ``beyond`` compares them as
one row, so that a database enters the index exactly there, however many rows share a first value.
"""

from datetime import datetime
from uuid import UUID

from django.db.models import F, Func, Value
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan, TupleLessThan


class _Unforeseen(Func):
    """A value that a database does not weigh when it plans the read.

    PostgreSQL multiplies the shares of conditions as if they knew nothing of each other. "Open" and
    "due next week" mostly say the same of a question, yet their product makes one row of thousands;
    to find one row it reads and sorts all there are. Of a value it cannot foresee it takes a third
    of the rows, as in a prepared statement, and then it walks the index as far as the page goes.
    """

    template = "(SELECT %(expressions)s)"
    arity = 1


def beyond(
    place: dict[str, datetime | UUID], *, backward: bool = False
) -> TupleGreaterThan | TupleLessThan:
    """A condition for ``filter``: after this place (column and value), or before it."""
    lookup = TupleLessThan if backward else TupleGreaterThan
    return lookup(Tuple(*map(F, place)), [_Unforeseen(Value(value)) for value in place.values()])
