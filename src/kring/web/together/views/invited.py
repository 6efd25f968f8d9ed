"""The page behind the link of an invitation: when it is, and whether one comes.

It names nobody and tells no theme: the link may lie open on a kitchen table. Where it is comes only
after a tap. GET shows, POST does.
"""

from datetime import datetime

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_safe

from kring.foundation.journal.actor import VISITOR
from kring.support.meetings.actions import answer_invitation
from kring.support.meetings.invitations import (
    FILE_NAME,
    MEDIA_TYPE,
    calendar_file,
    invitee_by,
    may_still_come,
)
from kring.support.meetings.models import Invitee
from kring.support.meetings.states import PLANNED

GONE = 410
SHOW_PLACE = "plaats"


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(private=True, no_store=True)
def invited(request: HttpRequest, token: str) -> HttpResponse:
    """When it is; with a tap where, and the answer."""
    at: datetime = request.at  # type: ignore[attr-defined]
    invitee = _alive(token, at)
    if invitee is None:
        return render(request, "together/invited_gone.html", status=GONE)
    asked = request.POST.get("doe", "")
    coming = invitee.meeting.state == PLANNED and invitee.meeting.ends_at > at
    if coming and asked in ("yes", "no"):
        answer_invitation(invitee=invitee, says=asked, by=VISITOR, at=at)
        return redirect("together:invited", token=token)
    place = coming and asked == SHOW_PLACE
    context = {"meeting": invitee.meeting, "invitee": invitee, "token": token, "at": at}
    return render(request, "together/invited.html", context | {"coming": coming, "place": place})


@login_not_required
@require_safe
@cache_control(private=True, no_store=True)
def calendar(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar file of the same invitation."""
    at: datetime = request.at  # type: ignore[attr-defined]
    invitee = _alive(token, at)
    if invitee is None:
        raise Http404
    url = request.build_absolute_uri(request.path.removesuffix("agenda.ics"))
    answer = HttpResponse(calendar_file(invitee.meeting, at, url=url), content_type=MEDIA_TYPE)
    answer["Content-Disposition"] = f'attachment; filename="{FILE_NAME}"'
    return answer


def _alive(token: str, at: datetime) -> Invitee | None:
    """Who was invited by this link, if they still may come."""
    invitee = invitee_by(token)
    return invitee if invitee is not None and may_still_come(invitee, at) else None
