"""What leaves the pages: papers as the words they are set from, and each reader's own calendar."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from unittest.mock import patch

from django.urls import reverse

from kring.exchange.calendars.actions import open_feed
from kring.exchange.calendars.models import Level
from kring.foundation.accounts.models import Account
from kring.foundation.journal.actor import SYSTEM
from kring.foundation.ui import paper
from tests.cast import MONDAY

OWN_FEED = "GET calendars:feed of their own"


def _words(_template: bytes, *, sys_inputs: dict[str, str], **_options: object) -> bytes:
    return b"%PDF-" + sys_inputs["data"].encode()


@contextmanager
def papers_as_words() -> Iterator[None]:
    """Every paper is given as the words that travel to its template, which can be read."""
    with patch.object(paper.typst, "compile", _words):
        yield


def feeds_of(accounts: Mapping[str, Account | None]) -> dict[str, str]:
    """The address of a calendar that tells all it may, for each reader who has an account."""
    return {
        reader: reverse(
            "calendars:feed",
            args=[open_feed(account=account, level=Level.NAMED, by=SYSTEM, at=MONDAY)],
        )
        for reader, account in accounts.items()
        if account is not None
    }
