"""What somebody who signed in keeps: searches and services. Their own, and nobody else's."""

from http import HTTPStatus
from typing import cast
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kring.foundation.journal.actor import VISITOR
from kring.foundation.ui.refusals import beside
from kring.offer.directory.finding import find
from kring.offer.directory.queries import service_by_key
from kring.offer.directory.search.folder import BeingWritten
from kring.offer.saved.actions import (
    add_bookmark,
    choose_how_often,
    mark_seen,
    remove_bookmark,
    remove_search,
    save_search,
)
from kring.offer.saved.models import HowOften, SavedSearch
from kring.offer.saved.queries import answer_to, search_mailed, search_of, searches_of
from kring.offer.saved.way_out import key_of
from kring.trust.access.http import ReadRequest
from kring.web.finding.asked import read
from kring.web.finding.forms import HowOftenForm, SaveSearchForm
from kring.web.finding.frame import framed, own_account
from kring.web.finding.kept import (
    asked_of,
    asked_words,
    shown_bookmarks,
    shown_search,
    told_of,
)
from kring.web.finding.views.pages import place_asked

BUSY = HTTPStatus.SERVICE_UNAVAILABLE
BUSY_WORDS = __("De gids wordt net opgebouwd. Probeer het over een halve minuut opnieuw.")


@require_safe
@cache_control(private=True, no_store=True)
def saved(request: ReadRequest) -> HttpResponse:
    """Everything that is kept: the searches with how much is new, and the services."""
    account = own_account(request)
    context = framed(request) | {
        "searches": [(one, asked_words(asked_of(one))) for one in searches_of(account)],
        "bookmarks": shown_bookmarks(account),
    }
    return render(request, "finding/saved.html", context)


@require_POST
@cache_control(private=True, no_store=True)
def save(request: ReadRequest) -> HttpResponse:
    """Keep a search under a name."""
    own_account(request)
    form = SaveSearchForm(request.POST)
    made = _saved(request, form) if form.is_valid() else None
    if made is not None:
        messages.success(request, _("De zoektocht is bewaard."))
        return redirect("finding:saved_search", key=made.key)
    return render(request, "finding/save_search.html", framed(request) | {"saving": form}, status=422)


@require_safe
@cache_control(private=True, no_store=True)
def saved_search(request: ReadRequest, key: UUID) -> HttpResponse:
    """What a kept search finds now, what is new marked; looking changes nothing."""
    kept = _own(request, key)
    form = HowOftenForm(initial={"how_often": kept.how_often})
    context = framed(request) | told_of(kept, request.at) | {"form": form}
    try:
        context |= shown_search(kept, answer_to(kept, request.at), request.at)
    except BeingWritten:
        return render(request, "finding/saved_search.html", context | {"busy": True}, status=BUSY)
    return render(request, "finding/saved_search.html", context | {"busy": False})


@require_POST
def seen(request: ReadRequest, key: UUID) -> HttpResponse:
    """Say that one knows all that a kept search finds now."""
    kept = _own(request, key)
    try:
        answer = answer_to(kept, request.at)
    except BeingWritten:
        messages.error(request, BUSY_WORDS)
    else:
        mark_seen(saved=kept, answer=answer, by=request.reader.actor, at=request.at)
    return redirect("finding:saved_search", key=key)


@require_POST
def how_often(request: ReadRequest, key: UUID) -> HttpResponse:
    """Choose how often a kept search mails; what is not in the list changes nothing."""
    kept, form = _own(request, key), HowOftenForm(request.POST)
    if form.is_valid():
        often = HowOften(form.cleaned_data["how_often"])
        choose_how_often(saved=kept, how_often=often, by=request.reader.actor, at=request.at)
        messages.success(request, _("Dat is bewaard."))
    return redirect("finding:saved_search", key=key)


@csrf_exempt  # a mail reader posts here itself (RFC 8058); the token says that it may
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(private=True, no_store=True)
def no_mail(request: HttpRequest, token: str) -> HttpResponse:
    """The way out of a mail, without signing in: a search mails no more, and stays kept."""
    known, key = cast("ReadRequest", request), key_of(token)
    if key is None:
        raise Http404
    kept = search_mailed(key)
    if kept is not None and request.method == "POST":
        choose_how_often(saved=kept, how_often=HowOften.NEVER, by=VISITOR, at=known.at)
    done = request.method == "POST" or kept is None or kept.how_often == HowOften.NEVER
    return render(request, "finding/no_mail.html", framed(request) | {"done": done})


@require_POST
def remove(request: ReadRequest, key: UUID) -> HttpResponse:
    """Keep a search no more."""
    remove_search(saved=_own(request, key), by=request.reader.actor, at=request.at)
    messages.success(request, _("De zoektocht is weg. Je krijgt er geen mail meer over."))
    return redirect("finding:saved")


@require_POST
def bookmark(request: ReadRequest, key: UUID) -> HttpResponse:
    """Keep a service, or keep it no more; one that is gone can still be let go."""
    account, service = own_account(request), service_by_key(key)
    if service is None:
        raise Http404
    deed = {"account": account, "service": service, "by": request.reader.actor, "at": request.at}
    if request.POST.get("doe") == "weg":
        remove_bookmark(**deed)  # type: ignore[arg-type]
        messages.success(request, _("Dit aanbod staat niet meer bij wat je bewaarde."))
        return redirect("finding:saved")
    try:
        add_bookmark(**deed)  # type: ignore[arg-type]
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
        return redirect("finding:saved")
    messages.success(request, _("Bewaard. Je vindt het terug bij “Wat je bewaarde”."))
    return redirect("finding:service", key=key)


def _own(request: ReadRequest, key: UUID) -> SavedSearch:
    kept = search_of(own_account(request), key)
    if kept is None:
        raise Http404
    return kept


def _saved(request: ReadRequest, form: SaveSearchForm) -> SavedSearch | None:
    """The kept search; None when it is refused, with the reason in the form."""
    asked = read(QueryDict(form.cleaned_data["vraag"].removeprefix("?")))
    place = place_asked(asked)
    query = asked.query(place)
    try:
        return save_search(
            account=own_account(request),
            name=form.cleaned_data["name"],
            query=query,
            place=place.name if place else "",
            how_often=HowOften(form.cleaned_data["how_often"]),
            answer=find(query, at=request.at),
            by=request.reader.actor,
            at=request.at,
        )
    except ValidationError as refused:
        beside(form, refused)
    except BeingWritten:
        form.add_error(None, BUSY_WORDS)
    return None
