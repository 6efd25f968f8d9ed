"""The clock of a request, and the journal of what was read.

The read journal wraps the view closest of all, after the response is rendered and before any of
it leaves. Whatever the status, an entry is written as soon as the ledger holds a subject: a HEAD,
a 304 and an error page say something too, and a view that failed after reading is written down
rather than guessed about. Only a redirect without a body shows nothing and gets no entry.
"""

import logging
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from http import HTTPStatus
from typing import cast

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.cache import patch_cache_control

from kring.foundation.journal.actor import VISITOR, Actor
from kring.foundation.journal.ledger import Ledger, page_ledger
from kring.foundation.journal.recording import record_reads

logger = logging.getLogger(__name__)

type View = Callable[[HttpRequest], HttpResponseBase]

REDIRECTS = {301, 302, 303, 307, 308}


class ClockMiddleware:
    """Reads the clock once: ``request.at`` is the moment of everything the request does."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request.at = timezone.now()  # type: ignore[attr-defined]
        return self.get_response(request)


class ReadJournalMiddleware:
    """No journal entry, no data: one entry a page with all its subjects, or a 503.

    Where some were read for another reason than the rest there is an entry for each reason.
    """

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        with page_ledger(Ledger()) as ledger:
            response = self.get_response(request)
        ledger.closed = True
        if isinstance(response, StreamingHttpResponse):
            return _guarded_stream(response, ledger)
        if not ledger.subjects or _shows_nothing(response):
            return response
        try:
            _write_down(request, ledger)
        except Exception:
            logger.exception("A page was held back because its reading could not be journalled")
            return _held_back()
        # A kept copy would be looked at again without an entry.
        patch_cache_control(response, private=True, no_store=True)
        return response


def _shows_nothing(response: HttpResponseBase) -> bool:
    return response.status_code in REDIRECTS and not getattr(response, "content", b"")


def _write_down(request: HttpRequest, ledger: Ledger) -> None:
    # The reader is set by a floor above; a page for everybody has none.
    reader = getattr(request, "reader", None)
    by: Actor = getattr(reader, "actor", None) or VISITOR
    match = request.resolver_match
    page = (match and match.view_name) or ""
    at: datetime = request.at  # type: ignore[attr-defined]
    record_reads(by=by, at=at, page=page, why=ledger.by_reason(getattr(reader, "because", "")))


def _guarded_stream(response: StreamingHttpResponse, ledger: Ledger) -> HttpResponseBase:
    """A stream may not speak of persons: its subjects would be known only after bytes have left."""
    if ledger.subjects:
        logger.error("A streamed response held personal data and was refused")
        response.close()
        return _held_back()
    chunks = cast("Iterable[bytes]", response.streaming_content)
    response.streaming_content = _without_subjects(chunks, ledger)
    return response


def _without_subjects(chunks: Iterable[bytes], ledger: Ledger) -> Iterator[bytes]:
    remaining = iter(chunks)
    while True:
        with page_ledger(ledger):
            try:
                chunk = next(remaining)
            except StopIteration:
                return
        yield chunk


def _held_back() -> HttpResponse:
    page = render_to_string("journal/held_back.html")
    response = HttpResponse(page, status=HTTPStatus.SERVICE_UNAVAILABLE)
    response["Retry-After"] = "5"
    response["Cache-Control"] = "no-store"
    return response
