"""A page that is read changes nothing: GET may write only to the tables named here."""

import re
from collections.abc import Callable
from typing import Any

WRITTEN_BY_READING = {
    "django_session": "the session of the visitor",
    "journal_chainhead": "the journal of reads",
    "journal_journalentry": "the journal of reads",
    "journal_journalpayload": "the journal of reads",
    "journal_journalsubject": "the journal of reads",
    "usersessions_usersession": "the list of own sessions",
    "accounts_sharedvalue": "how many people a worker looked at this hour",
    "mfa_authenticator": "recovery codes remember that they were shown",
    "accounts_account": "a sign-in through a provider comes back by GET",
    "account_emailaddress": "allauth's own copy of an address, when a link for a new password is opened",
    "socialaccount_socialaccount": "a sign-in through a provider comes back by GET",
}

_WRITE = re.compile(
    r"\s*(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|UPDATE|DELETE\s+FROM|REPLACE\s+INTO)\s+\"?(\w+)", re.IGNORECASE
)


class ReadingWrote(AssertionError):
    """A GET wrote to a table outside the list."""


def table_written(sql: str) -> str | None:
    """The table a statement writes to, or None for one that only reads."""
    found = _WRITE.match(sql)
    return found.group(1) if found else None


def refuse_writes(
    execute: Callable[..., Any],
    sql: str,
    params: Any,
    many: bool,  # noqa: FBT001 - the signature is given
    context: dict[str, Any],
) -> Any:
    """A wrapper around every statement of a GET."""
    table = table_written(sql)
    if table and table not in WRITTEN_BY_READING:
        raise ReadingWrote(f"a GET wrote to {table}: {sql[:200]}")
    return execute(sql, params, many, context)
