"""Opening a calendar address, and closing it."""

from datetime import datetime

from kring.exchange.calendars.models import CalendarFeed
from kring.foundation.accounts.models import Account
from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, nothing_changed, record
from kring.foundation.keys.sealing import hash_code, new_link_token


@action
def open_feed(*, account: Account, level: str, by: Actor, at: datetime) -> str:
    """A new address for this account; the former one is dead from now on. Its token, shown once."""
    _close(account, at)
    token = new_link_token()
    feed = CalendarFeed.objects.create(
        account=account, token_hash=hash_code(token), level=level, starts_at=at
    )
    record(by=by, at=at, did="calendar.opened", about=[("calendar", feed.key)], level=level)
    return token


@action
def close_feed(*, account: Account, by: Actor, at: datetime) -> None:
    """The address is dead at the next fetch."""
    closed = _close(account, at)
    if not closed:
        nothing_changed()
        return
    record(by=by, at=at, did="calendar.closed", about=[("calendar", feed.key) for feed in closed])


def _close(account: Account, at: datetime) -> list[CalendarFeed]:
    running = list(CalendarFeed.objects.filter(account=account, ends_at__isnull=True).order_by("pk"))
    for feed in running:
        feed.ends_at = max(feed.starts_at, at)
        feed.save(update_fields=["ends_at"])
    return running
