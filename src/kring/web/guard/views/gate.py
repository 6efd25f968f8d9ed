"""Who may open a page of the guard, and how a refusal lands beside its field."""

from typing import cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from kring.registry.network.models import Worker
from kring.trust.access.http import ReadRequest


def reading(request: HttpRequest, grant: str = "") -> ReadRequest:
    """The request of a worker; refuses (403) who is none, or lacks the grant."""
    known = cast("ReadRequest", request)
    if not known.reader.is_worker or (grant and not known.reader.may(grant)):
        raise PermissionDenied
    return known


def worker_behind(request: ReadRequest) -> Worker:
    """The worker who reads."""
    return get_object_or_404(Worker, pk=request.reader.worker_id)
