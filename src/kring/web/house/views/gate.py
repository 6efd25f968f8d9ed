"""Who reads, and the House a page is about; what may not be changed is refused."""

from datetime import datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest

from kring.offer.houses.models import House
from kring.offer.houses.queries import house_by_key
from kring.offer.houses.rules import may_keep_house
from kring.trust.access.readers import Reader


def reading(request: HttpRequest) -> tuple[Reader, datetime]:
    """Who reads, and the moment."""
    reader: Reader = request.reader  # type: ignore[attr-defined]
    at: datetime = request.at  # type: ignore[attr-defined]
    return reader, at


def found_house(key: UUID, at: datetime) -> House:
    """A House that exists; 404 otherwise."""
    found = house_by_key(key, at)
    if found is None:
        raise Http404
    return found


def kept_house(request: HttpRequest, key: UUID) -> tuple[Reader, datetime, House]:
    """A House this reader may change; 403 for who may not."""
    reader, at = reading(request)
    if not reader.is_worker:
        raise PermissionDenied
    found = found_house(key, at)
    if not may_keep_house(reader, found, at):
        raise PermissionDenied
    return reader, at, found
