"""What an account kept, what a kept search finds now, and which of it is new."""

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from kring.foundation.accounts.models import Account
from kring.foundation.deadlines.calendar import due_at, local_day
from kring.foundation.deadlines.queries import term_at
from kring.offer.directory.finding import find
from kring.offer.directory.models import Service
from kring.offer.directory.search.documents import Answer
from kring.offer.saved.models import Bookmark, SavedSearch
from kring.offer.saved.plain import query_of
from kring.offer.saved.rules import MOST_FOLLOWED


def searches_of(account: Account) -> QuerySet[SavedSearch]:
    """The searches an account keeps, the newest first."""
    return SavedSearch.objects.filter(account=account).order_by("-saved_at", "-pk")


def search_of(account: Account, key: UUID) -> SavedSearch | None:
    """One search, for who keeps it and nobody else."""
    return SavedSearch.objects.filter(account=account, key=key).select_related("account").first()


def search_mailed(key: UUID) -> SavedSearch | None:
    """One search, for who holds the way out of its mail: to end that, not to show it."""
    return SavedSearch.objects.filter(key=key).first()


def bookmarks_of(account: Account) -> QuerySet[Bookmark]:
    """The services an account keeps, the last one first; those that are gone too."""
    rows = Bookmark.objects.filter(account=account).select_related("service__organization")
    return rows.order_by("-marked_at", "-pk")


def is_bookmarked(account: Account, service: Service) -> bool:
    """Whether this account keeps this service."""
    return Bookmark.objects.filter(account=account, service=service).exists()


def answer_to(saved: SavedSearch, at: datetime) -> Answer:
    """What a search finds now. Raises BeingWritten."""
    return find(query_of(saved.asked, limit=MOST_FOLLOWED), at=at)


def keys_of(answer: Answer) -> list[str]:
    """Which services these are."""
    return sorted({hit.key for hit in answer.hits})


def new_of(saved: SavedSearch, answer: Answer) -> frozenset[str]:
    """What its owner has not marked as seen."""
    return frozenset(keys_of(answer)) - set(saved.seen)


def searches_due(at: datetime, most: int) -> list[SavedSearch]:
    """Those that look for what is new today, of accounts that may still sign in."""
    due = SavedSearch.objects.filter(look_on__lte=local_day(at), account__is_active=True)
    return list(due.select_related("account").order_by("look_on", "pk")[:most])


def kept_until(saved: SavedSearch, at: datetime) -> datetime:
    """When a search is destroyed if nothing is done with it."""
    return due_at(saved.touched_at, term_at("retention_saved_search", at))
