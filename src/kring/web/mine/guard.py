"""Pages for somebody who reads their own part."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control

from kring.trust.access.http import ReadRequest
from kring.trust.access.own_part import read_own_part


def persons_only[**P](
    view: Callable[Concatenate[ReadRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Refuse (403) who has no own access now; a page of this room is kept by no browser."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        known = cast("ReadRequest", request)
        if read_own_part(known.reader) is None:
            raise PermissionDenied
        return view(known, *args, **kwargs)

    return cache_control(private=True, no_store=True)(guarded)
