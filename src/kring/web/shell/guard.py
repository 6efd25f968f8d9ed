"""Pages for workers, and those that write people down for who helps them."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from kring.trust.access.http import ReadRequest
from kring.trust.access.queries import DESK_WORK


def workers_only[**P](
    view: Callable[Concatenate[ReadRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Refuse (403) who holds no working role now."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        known = cast("ReadRequest", request)
        if not known.reader.is_worker:
            raise PermissionDenied
        return view(known, *args, **kwargs)

    return guarded


def helpers_only[**P](
    view: Callable[Concatenate[ReadRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Refuse (403) who holds no role that helps people: management and the agency write nobody down."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        known = cast("ReadRequest", request)
        if not known.reader.may(DESK_WORK):
            raise PermissionDenied
        return view(known, *args, **kwargs)

    return guarded
