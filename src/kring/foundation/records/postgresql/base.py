"""Django's own backend, with four differences that a page of twenty short reads can feel.

The server keeps the plan of a statement it saw before (planning took it twice as long as the
answer), whether a connection still lives is seen at the socket and not asked, a statement may
say that it wants a plan of its own each time (``PLAN_ANEW``), and a read that is built once is asked
without a cursor (``direct``).
"""

import select
from collections.abc import Sequence
from typing import Any

from django.db.backends.postgresql import base

from kring.foundation.records.postgresql import PLAN_ANEW
from kring.foundation.records.postgresql.direct import Direct, may_ask

SEEN_BEFORE_KEPT = 2
STATEMENTS_KEPT = 400


class Cursor(base.ServerBindingCursor):
    """Binds on the server and remembers, unless the statement wants to be planned anew."""

    def execute(self, query: Any, params: Any = None, **more: Any) -> Any:
        if isinstance(query, str) and query.startswith(PLAN_ANEW):
            more["prepare"] = False
        return super().execute(query, params, **more)  # type: ignore[misc]


class DatabaseWrapper(base.DatabaseWrapper):
    """One connection of a thread."""

    _direct: Direct | None = None

    def get_connection_params(self) -> dict[str, Any]:
        asked = super().get_connection_params()
        return asked | {"cursor_factory": Cursor, "prepare_threshold": SEEN_BEFORE_KEPT}

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        connection = super().get_new_connection(conn_params)
        connection.prepared_max = STATEMENTS_KEPT
        self._direct = Direct(connection)
        return connection

    def rows_directly(self, sql: str, params: Sequence[Any]) -> list[Any] | None:
        """The rows of a prepared read, or None where it has to be asked through a cursor."""
        if not may_ask(self) or sql.startswith(PLAN_ANEW):
            return None
        self.close_if_health_check_failed()
        self.ensure_connection()
        return self._direct.rows(sql, params) if self._direct else None

    def is_usable(self) -> bool:
        """Whether the server is still there: between two requests it has nothing to say but goodbye."""
        if self.connection is None or self.connection.closed:
            return False
        waiting = select.poll()
        waiting.register(self.connection.fileno(), select.POLLIN)
        return not waiting.poll(0) or bool(super().is_usable())
