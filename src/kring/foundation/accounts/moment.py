"""The moment of a request, also of one that never passed the clock of the journal."""

from datetime import datetime

from django.http import HttpRequest
from django.utils import timezone


def moment_of(request: HttpRequest | None) -> datetime:
    """``request.at``; the clock itself for a request made by hand or by a third party."""
    at: datetime | None = getattr(request, "at", None)
    return at or timezone.now()


def moment_of_a_session() -> datetime:
    """The moment a session is looked up: its store is given no request."""
    return timezone.now()
