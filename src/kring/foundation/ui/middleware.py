"""Refuses what is too large, or asks what no page does, before anything keeps it."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.utils.translation import get_language_from_request, override

from kring.foundation.ui.errors import error_page

PIECE = 64 * 1024
LET_PASS_AT_MOST = 100 * 1024 * 1024
VERBS = ("GET", "HEAD", "POST")
"""Pages are read and forms are sent; a door that needs more says so here."""


class VerbMiddleware:
    """Answers 405 to every other verb, also where a view would treat it as reading."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in VERBS:
            return HttpResponseNotAllowed(VERBS)
        return self.get_response(request)


class RequestSizeMiddleware:
    """Answers 413 to a request whose body is larger than REQUEST_MAX_BYTES."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if length.isdigit() and int(length) > settings.REQUEST_MAX_BYTES:
            _let_pass(request, int(length))
            # This comes before the language of a request is chosen.
            with override(get_language_from_request(request)):
                return error_page(request, 413)
        return self.get_response(request)


def _let_pass(request: HttpRequest, length: int) -> None:
    """Throw the body away piece by piece: a browser that is cut off while it sends shows no page.

    What is larger still is cut off.
    """
    if length <= LET_PASS_AT_MOST:
        while request.read(PIECE):
            pass
