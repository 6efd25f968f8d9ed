"""The own calendar address."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from kring.trust.access.http import ReadRequest
from kring.web.carry.addresses import calendar_page
from kring.web.mine.guard import persons_only


@require_http_methods(["GET", "HEAD", "POST"])
@persons_only
def calendar(request: ReadRequest) -> HttpResponse:
    """Open a private address for my own calendar, and close it."""
    page = calendar_page(request)
    return render(request, "mine/calendar.html", {"page": page}, status=422 if page.form.errors else 200)
