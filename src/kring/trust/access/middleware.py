"""Puts the reader on every request, tells apart what an emergency showed, and refuses pages with
too many different people in an hour.

``request.reader`` is looked up once, when first asked for.
"""

from collections.abc import Callable
from datetime import datetime
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from kring.foundation.journal import ledger
from kring.foundation.ui.errors import error_page
from kring.trust.access.behind_glass import tell_glass_apart
from kring.trust.access.caps import (
    LOOKS,
    TooManyCopies,
    TooManyPeople,
    count_people,
    note_cap_reached,
)
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
    """Who asks; from then on it stands on the request itself, for a page asks hundreds of times."""
    found = NOBODY
    if request.user.is_authenticated:
        deed = request.method not in SAFE
        found = reader_for(request.user, request.at, deed=deed)  # type: ignore[attr-defined]
    request.reader = found  # type: ignore[attr-defined]
    return found


class LookCapMiddleware:
    """Counts the people a worker sees; past the cap the page is not shown, and nobody was seen.

    Whom a page shows by a broken glass alone is told apart first.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        people = ledger.seen_of("person")
        if not people and not ledger.seen_of("family"):
            return response
        reader: Reader = request.reader  # type: ignore[attr-defined]
        at: datetime = request.at  # type: ignore[attr-defined]
        tell_glass_apart(reader, at)
        if reader.worker_id is None or not people or response.status_code != HTTPStatus.OK:
            return response
        try:
            count_people(LOOKS, reader.worker_id, people, at)
        except TooManyPeople:
            return _stopped(request, reader, at, _too_many())
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """A copy that is one too many is not made; the page says so."""
        if not isinstance(exception, TooManyCopies):
            return None
        return _stopped(request, request.reader, request.at, _too_many_copies())  # type: ignore[attr-defined]


def _stopped(request: HttpRequest, reader: Reader, at: datetime, why: str) -> HttpResponse:
    """Nobody was seen; of a worker the officer hears."""
    ledger.not_shown()
    if reader.worker_id is not None and reader.actor.key is not None:
        note_cap_reached(worker_key=reader.actor.key, by=reader.actor, at=at)
    return error_page(request, HTTPStatus.TOO_MANY_REQUESTS, why)


def _too_many_copies() -> str:
    return _(
        "Je maakte dit uur al veel kopieën. Deze is er nu niet bij. Na het uur kan het weer; lezen kan"
        " intussen gewoon."
    )


def _too_many() -> str:
    return _(
        "Je keek dit uur naar heel veel verschillende mensen. Wat je al open had, kun je verder lezen."
        " Nieuwe mensen zie je weer na het uur."
    )
