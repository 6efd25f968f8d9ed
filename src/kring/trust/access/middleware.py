"""Puts the reader on every request: ``request.reader``, looked up once, when first asked for."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from kring.trust.access.queries import reader_for
from kring.trust.access.readers import NOBODY, Reader

SAFE = frozenset({"GET", "HEAD", "OPTIONS", None})


class ReaderMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.reader = SimpleLazyObject(lambda: _reader(request))  # type: ignore[attr-defined]
        return self.get_response(request)


def _reader(request: HttpRequest) -> Reader:
    if not request.user.is_authenticated:
        return NOBODY
    deed = request.method not in SAFE
    return reader_for(request.user, request.at, deed=deed)  # type: ignore[attr-defined]
