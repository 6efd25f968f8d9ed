"""Prepared reads asked of PostgreSQL by the shortest way.

A cursor of Django and of the driver cost a short read four to eight times what the question and its
answer cost. A read that is built once needs neither: its statement is prepared once per connection
and asked by name. Values go out and come in by the adapters of the connection, so rows are the same.

Only outside a transaction, and only while nobody counts or wraps statements: whatever goes wrong is
asked again the ordinary way, which repairs it or tells why, and in a transaction a failure would have
undone what came before.
"""

import re
from collections.abc import Sequence
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg import Connection
from psycopg.adapt import PyFormat, Transformer
from psycopg.pq import ExecStatus

KEPT = 600
PLACES = re.compile(r"%([s%])")

type Statement = tuple[str, tuple[int, ...]]
"""A text, and the types in which its values go out: the server remembers one for each pair."""


class Direct:
    """The statements one connection remembers, by their text and the types of their values."""

    def __init__(self, connection: Connection[Any]) -> None:
        self._server = connection.pgconn
        self._transformer = Transformer(connection)
        self._names: dict[Statement, bytes] = {}
        self._number = 0

    def rows(self, sql: str, params: Sequence[Any]) -> list[Any] | None:
        """The rows of this statement; None where it could not be asked like this."""
        sent: Any = self._transformer.dump_sequence(params, [PyFormat.AUTO] * len(params))
        types, formats = self._transformer.types or (), self._transformer.formats
        name = self._names.get((sql, types)) or self._prepared(sql, types)
        if name is None:
            return None
        result = self._server.exec_prepared(name, sent, formats)
        if result.status != ExecStatus.TUPLES_OK:
            # forgotten by the server, or gone with the connection
            self._names.clear()
            return None
        self._transformer.set_pgresult(result)
        found: list[Any] = self._transformer.load_rows(0, result.ntuples, tuple)
        return found

    def _prepared(self, sql: str, types: tuple[int, ...]) -> bytes | None:
        if len(self._names) >= KEPT:
            return None
        # never a name it had before: after a failure the server may still know that one
        self._number += 1
        name = b"read_%d" % self._number
        result = self._server.prepare(name, _numbered(sql).encode(), types)
        if result.status != ExecStatus.COMMAND_OK:
            return None
        self._names[sql, types] = name
        return name


def _numbered(sql: str) -> str:
    """The statement with its places numbered, as the server wants them."""
    number = 0

    def swap(found: re.Match[str]) -> str:
        nonlocal number
        if found[1] == "%":
            return "%"
        number += 1
        return f"${number}"

    return PLACES.sub(swap, sql)


def may_ask(connection: BaseDatabaseWrapper) -> bool:
    """Whether nothing has to see the statements of this connection pass by, or be undone by one."""
    return not (connection.in_atomic_block or connection.execute_wrappers or connection.queries_logged)
