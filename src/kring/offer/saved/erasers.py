"""What this room lets go of: a search that its owner did nothing with for a term.

Searches and bookmarks of an account that goes, go with it.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from kring.foundation.deadlines.calendar import before_term
from kring.foundation.deadlines.queries import term_at
from kring.foundation.journal.actor import Actor
from kring.foundation.retention.erasing import Due, Eraser, register_eraser
from kring.offer.saved.models import SavedSearch


def searches_due(at: datetime) -> Iterable[Due]:
    """The searches whose term is over."""
    before = before_term(at, term_at("retention_saved_search", at))
    over = SavedSearch.objects.filter(touched_at__lt=before).order_by("pk")
    return [Due(key) for key in over.values_list("key", flat=True)]


def erase_searches(*, by: Actor, at: datetime, keys: list[UUID]) -> Counter[str]:  # noqa: ARG001
    """Delete these searches."""
    return Counter(saved_search=SavedSearch.objects.filter(key__in=keys).delete()[0])


def every_search() -> Iterable[UUID]:
    """The keys of all searches."""
    return SavedSearch.objects.order_by("pk").values_list("key", flat=True)


register_eraser(
    Eraser("saved_search", "saved_search", searches_due, erase_searches, every_search, in_journal=True)
)
