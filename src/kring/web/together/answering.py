"""What follows a form that was sent: done and onwards, or the page again with what stood in the way."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kring.foundation.records.bases import StaleRecord
from kring.foundation.ui.refusals import beside
from kring.foundation.workflow.transitions import CannotMove


def answered[F: Any](
    request: HttpRequest,
    form: F,
    *,
    said: str,
    to: Callable[[Any], str],
    again: Callable[[F, int], HttpResponse],
    late: Callable[[F, Exception], HttpResponse] | None = None,
) -> HttpResponse:
    """Save a valid form, say ``said`` and go on to the address of what it made.

    ``again`` is the page with the form as it was filled in and a status; ``late`` that page when a
    colleague was first.
    """
    if not form.is_valid():
        return again(form, 422)
    try:
        made = form.save()
    except ValidationError as wrong:
        return again(beside(form, wrong), 422)
    except (CannotMove, StaleRecord) as moved:
        form.add_error(None, _("Een collega was je voor. Kijk wat er nu staat, en pas dan aan."))
        return late(form, moved) if late is not None else again(form, 409)
    messages.success(request, said)
    return redirect(to(made))
