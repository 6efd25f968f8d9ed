"""Who may open a page of upkeep."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from kring.trust.access.readers import Reader


def reading(request: HttpRequest, grant: str = "") -> tuple[Reader, datetime]:
    """The worker who reads and the moment; refuses (403) who lacks the grant."""
    reader: Reader = request.reader  # type: ignore[attr-defined]
    at: datetime = request.at  # type: ignore[attr-defined]
    if not reader.is_worker or (grant and not reader.may(grant)):
        raise PermissionDenied
    return reader, at
