"""Who reads, and the records a page is about; what may not be seen is not found."""

from datetime import datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from kring.registry.network.models import Desk, Organisation, Partnership, Worker
from kring.trust.access.readers import Reader
from kring.web.partners.rules import (
    may_correct_worker,
    may_manage_desk,
    may_manage_organisation,
    may_manage_partnership,
    may_manage_worker,
)


def reading(request: HttpRequest) -> tuple[Reader, datetime]:
    """The worker who reads and the moment; families and systems have no business here."""
    reader: Reader = request.reader  # type: ignore[attr-defined]
    at: datetime = request.at  # type: ignore[attr-defined]
    if not reader.is_worker:
        raise PermissionDenied
    return reader, at


def managed_desk(reader: Reader, key: UUID) -> Desk:
    """A desk this reader may change."""
    rows = Desk.objects.select_related("organisation", "region")
    desk = get_object_or_404(rows, key=key)
    if not may_manage_desk(reader, desk):
        raise PermissionDenied
    return desk


def managed_organisation(reader: Reader, key: UUID) -> Organisation:
    """An organisation this reader may change."""
    organisation = get_object_or_404(Organisation, key=key)
    if not may_manage_organisation(reader, organisation):
        raise PermissionDenied
    return organisation


def managed_partnership(reader: Reader, key: UUID) -> Partnership:
    """A partnership this reader may change."""
    partnership = get_object_or_404(Partnership, key=key)
    if not may_manage_partnership(reader, partnership):
        raise PermissionDenied
    return partnership


def correctable_worker(reader: Reader, key: UUID) -> Worker:
    """A worker whose details this reader may correct; who left is no longer found."""
    worker = managed_worker(reader, key)
    if not may_correct_worker(reader, worker):
        raise PermissionDenied
    return worker


def managed_worker(reader: Reader, key: UUID) -> Worker:
    """A worker this reader may report away; who left is no longer found."""
    worker = get_object_or_404(Worker.objects.select_related("account"), key=key)
    if worker.left_at is not None:
        raise Http404
    if not may_manage_worker(reader, worker):
        raise PermissionDenied
    return worker
