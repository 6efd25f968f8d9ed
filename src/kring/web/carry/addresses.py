"""The calendar address on a page: opening it, showing it once, closing it. For workers and persons."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from kring.exchange.calendars.actions import close_feed, open_feed
from kring.exchange.calendars.models import CalendarFeed
from kring.exchange.calendars.queries import feed_of
from kring.foundation.accounts.models import Account
from kring.trust.access.http import ReadRequest
from kring.web.carry.forms import LevelForm


@dataclass(frozen=True, slots=True)
class CalendarPage:
    """What the page shows; ``url`` only in the answer to opening it."""

    form: LevelForm
    feed: CalendarFeed | None
    url: str = ""


def calendar_page(request: ReadRequest) -> CalendarPage:
    """Do what was asked and say how it stands."""
    account, deed = account_of(request), {"by": request.reader.actor, "at": request.at}
    form = LevelForm(request.POST if request.method == "POST" else None)
    url = ""
    if request.method == "POST" and "sluit" in request.POST:
        close_feed(account=account, **deed)  # type: ignore[arg-type]
        form = LevelForm()
    elif form.is_bound and form.is_valid():
        token = open_feed(account=account, level=form.cleaned_data["level"], **deed)  # type: ignore[arg-type]
        url = settings.PUBLIC_URL.rstrip("/") + reverse("calendars:feed", args=[token])
    return CalendarPage(form, feed_of(account, request.at), url)


def account_of(request: HttpRequest) -> Account:
    """Whose page it is; the guard saw that somebody is signed in."""
    assert isinstance(request.user, Account)  # noqa: S101 - for the type
    return request.user
