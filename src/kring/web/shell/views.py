"""Home per role, the language of the pages, and the search box."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from kring.foundation.accounts.actions import choose_language
from kring.foundation.accounts.models import Account, AccountKind
from kring.foundation.accounts.moment import moment_of
from kring.trust.access.readers import NOBODY
from kring.web.shell.navigation import url_of
from kring.web.shell.search import SHORTEST, search

HOMES: dict[str, tuple[str, ...]] = {
    AccountKind.WORKER.value: ("desk:today", "desk:questions", "shell:search"),
}
OWN_PART = ("mine:home", "portal:home")
VISITOR_HOME: tuple[str, ...] = ("portal:home", "account_login", "shell:gallery")


@login_not_required
def home(request: HttpRequest) -> HttpResponse:
    """To the first page of who comes: Today for workers, the own part, or the portal."""
    user = request.user
    names = HOMES.get(user.kind, VISITOR_HOME) if isinstance(user, Account) else VISITOR_HOME
    if getattr(request, "reader", NOBODY).person is not None:
        names = OWN_PART
    found = next((url for url in map(url_of, names) if url and url != request.path), None)
    return redirect(found) if found else HttpResponse(status=204)


@login_not_required
@require_POST
def change_language(request: HttpRequest) -> HttpResponse:
    """Show the pages in another language from now on; an account remembers its own."""
    if isinstance(request.user, Account):
        language = request.POST.get("language", "")
        choose_language(at=moment_of(request), account=request.user, language=language)
    return set_language(request)


@never_cache
def find(request: HttpRequest) -> HttpResponse:
    """Search own families and questions. Words go by POST: a name does not belong in an address."""
    text = request.POST.get("q", "").strip()[:80]
    found = search(text, getattr(request, "reader", NOBODY), request.at)  # type: ignore[attr-defined]
    context = {"text": text, "too_short": 0 < len(text) < SHORTEST, "found": found}
    return render(request, "shell/search.html", context)
