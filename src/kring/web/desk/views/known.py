"""Search before create: is this person already known? Yes or no, and never who."""

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods

from kring.trust.access.actions import TooManyChecks, check_known
from kring.trust.access.http import ReadRequest
from kring.web.desk.counter_forms import KnownForm
from kring.web.desk.laying import worker_behind
from kring.web.shell.guard import helpers_only


@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(private=True, no_store=True)
@helpers_only
def known(request: ReadRequest) -> HttpResponse:
    """The check as a page; beside the counter it is loaded into the page."""
    form = KnownForm(request.POST if request.method == "POST" else None)
    answer = _ask(request, form) if form.is_bound and form.is_valid() else None
    # htmx shows what comes with 200 only.
    refused = bool(form.errors) and "HX-Request" not in request.headers
    context = {"form": form, "answer": answer}
    return render(request, "desk/counter/known.html", context, status=422 if refused else 200)


def _ask(request: ReadRequest, form: KnownForm) -> bool | None:
    try:
        return check_known(
            who=form.identifiers(),
            worker=worker_behind(request),
            reason=form.cleaned_data["reason"],
            by=request.reader.actor,
            at=request.at,
        )
    except TooManyChecks:
        form.add_error(None, _("Je keek dit uur al vaak na. Probeer het over een uur opnieuw."))
    except ValidationError as error:
        form.add_error(None, error)
    return None
