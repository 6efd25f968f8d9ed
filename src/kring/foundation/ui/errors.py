"""Pages for what went wrong, in the product's voice."""

from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def error_page(request: HttpRequest, status: int, why: str = "") -> HttpResponse:
    """The page of one status: 400, 403, 404, 413, 429, 500 or 503; ``why`` in its own words."""
    response = render(request, f"{status}.html", {"why": why}, status=status)
    response["Cache-Control"] = "no-store"
    return response


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A request that cannot be read; one that is too large says so."""
    return error_page(request, 413 if isinstance(exception, RequestDataTooBig) else 400)


class Refused(PermissionDenied):
    """A refusal that says why, in a sentence for who is refused."""


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A page this reader may not see; why, where that was said."""
    why = str(exception) if isinstance(exception, Refused) else ""
    return error_page(request, 403, why)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - given
    """A page that is not there, or may not be known to be there."""
    return error_page(request, 404)


def went_wrong(request: HttpRequest) -> HttpResponse:
    """A fault of ours."""
    return error_page(request, 500)


def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - given
    """The safety token of a form was missing or old: nothing was sent."""
    response = render(request, "403_csrf.html", status=403)
    response["Cache-Control"] = "no-store"
    return response
