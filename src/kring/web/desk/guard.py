"""Pages of the desk are for workers; families and visitors are refused."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from kring.trust.access.http import ReadRequest


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
