"""Pages of meetings: the list, planning one, one meeting at the table, and its calendar file."""

from functools import partial
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kring.support.meetings.invitations import FILE_NAME, MEDIA_TYPE, calendar_file
from kring.support.meetings.models import Meeting
from kring.support.meetings.queries import MeetingPage, meeting_for, meeting_page, meetings_for
from kring.support.meetings.states import PLANNED
from kring.trust.access.http import ReadRequest
from kring.trust.access.queries import DESK_WORK
from kring.web.shell.guard import helpers_only, workers_only
from kring.web.together.answering import answered
from kring.web.together.deed_forms import FORMS
from kring.web.together.home import Home
from kring.web.together.meeting_forms import MeetingForm
from kring.web.together.table import table_page


@require_safe
@workers_only
def meetings(request: ReadRequest, key: UUID) -> HttpResponse:
    """The meetings of a family: those to come, and those that were."""
    home = Home(request, key)
    found = meetings_for(request.reader, home.family, request.at)
    coming = [one for one in found if one.state == PLANNED and one.ends_at > request.at][::-1]
    context = {
        "family": home.family,
        "plan": home.plan,
        "may_plan": home.plan is not None and request.reader.may(DESK_WORK),
        "coming": coming,
        "past": [one for one in found if one not in coming],
    }
    return render(request, "together/meetings.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@helpers_only
def plan_meeting(request: ReadRequest, key: UUID) -> HttpResponse:
    """Plan a meeting about the plan of this family."""
    home = Home(request, key)
    plan = home.plan
    if plan is None:
        return render(request, "together/no_plan.html", {"family": home.family})
    if request.method != "POST":
        return _plan_page(home, MeetingForm(home=home, plan=plan))
    return answered(
        request,
        MeetingForm(request.POST, home=home, plan=plan),
        said=_("Gepland. Wie je uitnodigde, krijgt een bericht."),
        again=partial(_plan_page, home),
        to=lambda made: _address(home, made),
    )


def _plan_page(home: Home, form: MeetingForm, status: int = 200) -> HttpResponse:
    context = {"family": home.family, "form": form}
    return render(home.request, "together/plan_meeting.html", context, status=status)


@require_safe
@workers_only
def meeting(request: ReadRequest, key: UUID, meeting_key: UUID) -> HttpResponse:
    """One meeting, to prepare it and to use at the table."""
    home = Home(request, key)
    return table_page(home, _page(home, meeting_key))


@require_POST
@helpers_only
def deed(request: ReadRequest, key: UUID, meeting_key: UUID, name: str) -> HttpResponse:
    """One deed on a meeting."""
    home = Home(request, key)
    page = _page(home, meeting_key)
    if name not in FORMS:
        raise Http404

    return answered(
        request,
        FORMS[name](request.POST, home=home, page=page),
        said=_("Bewaard."),
        to=lambda _made: _address(home, page.meeting),
        again=partial(table_page, home, page),
        late=lambda form, moved: table_page(home, _page(home, meeting_key), form, 409, late=moved),
    )


def _address(home: Home, meeting: Meeting) -> str:
    return reverse("together:meeting", kwargs={"key": home.family.key, "meeting_key": meeting.key})


@require_safe
@workers_only
def calendar(request: ReadRequest, key: UUID, meeting_key: UUID) -> HttpResponse:
    """The meeting as a file for a calendar; it says when and nothing else."""
    home = Home(request, key)
    found = _page(home, meeting_key).meeting
    url = request.build_absolute_uri(request.path.removesuffix("agenda.ics"))
    answer = HttpResponse(calendar_file(found, request.at, url=url), content_type=MEDIA_TYPE)
    answer["Content-Disposition"] = f'attachment; filename="{FILE_NAME}"'
    return answer


def _page(home: Home, key: UUID) -> MeetingPage:
    """The meeting, if it is of this family and the reader may see it."""
    found = meeting_for(home.reader, key, home.at)
    if found is None or found.plan.family_id != home.family.pk:
        raise Http404
    return meeting_page(home.reader, found, home.at)
