"""Opening a file in an emergency."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kring.foundation.accounts.even import answers_evenly
from kring.foundation.accounts.fresh import signed_in_lately
from kring.foundation.accounts.models import Account
from kring.foundation.deadlines.queries import number_at
from kring.foundation.ui.refusals import beside
from kring.registry.people.models import Family
from kring.trust.access.actions import (
    TooManyChecks,
    TooMuchGlass,
    break_glass,
    find_in_emergency,
)
from kring.trust.access.glass import opened_by_glass
from kring.trust.access.http import ReadRequest
from kring.trust.access.queries import DESK_WORK, families_visible_to
from kring.web.guard.forms import GlassForm
from kring.web.guard.views.gate import reading, worker_behind


@require_http_methods(["GET", "HEAD", "POST"])
@answers_evenly
def glass(request: ReadRequest) -> HttpResponse:
    """What it is and what it costs; POST opens one family for a few hours."""
    request = reading(request, DESK_WORK)
    fresh = signed_in_lately(request)
    form = GlassForm(request.POST if request.method == "POST" else None)
    if form.is_bound and fresh and form.is_valid():
        family = _opened(request, form)
        if family is not None:
            return redirect("family_file:family", key=family.key)
    context = {
        "form": form,
        "fresh": fresh,
        "again": f"{reverse('account_reauthenticate')}?next={reverse('guard:glass')}",
        "demo": isinstance(request.user, Account) and not request.user.has_usable_password(),
        "hours": number_at("glass_hours", request.at),
        "most": number_at("glass_per_day", request.at),
    }
    refused = form.is_bound and (form.errors or not fresh)
    return render(request, "guard/glass.html", context, status=422 if refused else 200)


def _opened(request: ReadRequest, form: GlassForm) -> Family | None:
    """The family that opened, or None with the reason beside the form."""
    worker, by, at = worker_behind(request), request.reader.actor, request.at
    reason = form.cleaned_data["reason"]
    try:
        family = find_in_emergency(who=form.identifiers(), worker=worker, reason=reason, by=by, at=at)
        if family is None:
            form.add_error(None, _("We vinden geen gezin dat je zo kunt openen."))
        elif not _open_already(request, family):
            break_glass(worker=worker, family=family, reason=reason, signed_in_lately=True, by=by, at=at)
            messages.success(request, _("Het dossier is open. Wie het gezin begeleidt, weet het."))
    except (TooManyChecks, TooMuchGlass):
        form.add_error(None, _("Dit kan vandaag niet meer. Bel het crisismeldpunt of een collega."))
    except ValidationError as refused:
        beside(form, refused)
    return family if not form.errors else None


def _open_already(request: ReadRequest, family: Family) -> bool:
    """Whether the reader sees this family without breaking anything (again)."""
    running = opened_by_glass(request.reader.worker_id or 0, request.at).filter(family=family)
    involved = families_visible_to(request.reader, request.at).filter(pk=family.pk)
    return running.exists() or involved.exists()
