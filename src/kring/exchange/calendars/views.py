"""The door for somebody's own calendar."""

from datetime import datetime

from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import override
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from kring.exchange.calendars.ics import calendar_of
from kring.exchange.calendars.models import CalendarFeed
from kring.exchange.calendars.queries import entries_for, feed_by_token, saw_feed
from kring.foundation.deadlines.queries import number_at
from kring.foundation.journal import ledger
from kring.trust.access.queries import reader_for
from kring.trust.access.readers import NOBODY

WINDOW_SECONDS = 3600
TOO_OFTEN = 429


@login_not_required
@require_safe
@cache_control(private=True, no_store=True)
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """What is planned for whose address this is; 404 once it is closed or they may read nothing."""
    at: datetime = request.at  # type: ignore[attr-defined]
    found = feed_by_token(token, at)
    # As for a deed: an emergency access opens no calendar.
    reader = reader_for(found.account, at, deed=True) if found is not None else NOBODY
    if found is None or reader == NOBODY:
        raise Http404
    if not _may_fetch(found, at):
        answer = HttpResponse(status=TOO_OFTEN)
        answer["Retry-After"] = str(WINDOW_SECONDS)
        return answer
    request.reader = reader  # type: ignore[attr-defined]
    saw_feed(found)
    ledger.read_because("calendar")
    with override(found.account.language):
        made = calendar_of(entries_for(reader, found.level, at), at)
    answer = HttpResponse(made, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="kring.ics"'
    return answer


def _may_fetch(found: CalendarFeed, at: datetime) -> bool:
    """Count one fetch of this hour; whether there was still place for it."""
    name = f"calendar:{found.pk}:{int(at.timestamp()) // WINDOW_SECONDS}"
    fetched = int(cache.get(name, 0)) + 1
    cache.set(name, fetched, WINDOW_SECONDS)
    return fetched <= number_at("calendar_fetches_per_hour", at)
