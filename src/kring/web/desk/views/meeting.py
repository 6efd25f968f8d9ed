"""The weekly intake meeting: one question at a time, one key a decision, minutes at the end."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kring.foundation.workflow.transitions import CannotMove
from kring.registry.network.models import Partnership, Worker
from kring.support.requests import actions, rules
from kring.support.requests.models import IntakeMeeting, Request
from kring.support.requests.queries import open_meeting_of, to_discuss
from kring.trust.access.http import ReadRequest
from kring.web.desk.meeting_form import DecisionForm
from kring.web.desk.meeting_page import minutes_context, region_of_reader, table_context
from kring.web.shell.guard import workers_only


@require_safe
@workers_only
def intake(request: ReadRequest) -> HttpResponse:
    """The question on the table, or the way to open the meeting; 404 without an intake to lead."""
    region = _region(request)
    meeting = open_meeting_of(region)
    context = {"region": region, "meeting": meeting, **table_context(request, region, meeting)}
    return render(request, "desk/intake.html", context)


@require_POST
@workers_only
def start(request: ReadRequest) -> HttpResponse:
    """Open the meeting of the region; while one is going on, go there."""
    region = _region(request, request.POST.get("regio", ""))
    worker = get_object_or_404(Worker, pk=request.reader.worker_id)
    actions.open_meeting(region=region, worker=worker, by=request.reader.actor, at=request.at)
    return _to_table(region)


@require_POST
@workers_only
def decided(request: ReadRequest, key: UUID) -> HttpResponse:
    """Write the decision down and put the next question on the table."""
    meeting = _meeting(request, key)
    on_table = Request.objects.filter(region=meeting.region, key=_named(request))
    question = on_table.select_related("region", "desk", "asker", "family").first()
    if question is None:
        raise Http404
    form = DecisionForm(request.POST, region=meeting.region, at=request.at)
    if not form.is_valid():
        context = table_context(request, meeting.region, meeting, form=form, question=question)
        context |= {"region": meeting.region, "meeting": meeting}
        return render(request, "desk/intake.html", context, status=422)
    _decide(request, meeting, question, form)
    return _to_table(meeting.region)


@require_POST
@workers_only
def finish(request: ReadRequest, key: UUID) -> HttpResponse:
    """Close the meeting and show its minutes."""
    meeting = _meeting(request, key)
    actions.close_meeting(meeting=meeting, by=request.reader.actor, at=request.at)
    return redirect("desk:intake_minutes", key=key)


@require_safe
@workers_only
def minutes(request: ReadRequest, key: UUID) -> HttpResponse:
    """What was decided; with ``?zonder-namen`` no name stands in it."""
    meeting = _meeting(request, key)
    context = minutes_context(request, meeting, nameless="zonder-namen" in request.GET)
    return render(request, "desk/intake_minutes.html", context)


def _decide(request: ReadRequest, meeting: IntakeMeeting, question: Request, form: DecisionForm) -> None:
    try:
        actions.decide(
            meeting=meeting,
            request=question,
            by=request.reader.actor,
            at=request.at,
            **form.cleaned_data,
        )
    except actions.AlreadyDecided:
        messages.warning(request, _("Over deze vraag was net al beslist."))
    except rules.NotAllowed as refused:
        messages.warning(request, str(refused))
    except (CannotMove, actions.MayNotBeDiscussed, actions.AlreadyAsked):
        messages.warning(request, _("Dat kan niet meer: de vraag is intussen veranderd."))
    else:
        left = to_discuss(meeting).exists()
        messages.success(request, _("Beslist.") if left else _("Beslist. Dit was de laatste vraag."))


def _named(request: ReadRequest) -> UUID:
    try:
        return UUID(request.POST.get("vraag", ""))
    except ValueError as bent:
        raise Http404 from bent


def _to_table(region: Partnership) -> HttpResponse:
    answer = redirect("desk:intake")
    answer["Location"] += f"?regio={region.key}"
    return answer


def _region(request: ReadRequest, key: str = "") -> Partnership:
    region = region_of_reader(request.reader, key or request.GET.get("regio", ""))
    if region is None:
        raise Http404
    return region


def _meeting(request: ReadRequest, key: UUID) -> IntakeMeeting:
    meeting = get_object_or_404(IntakeMeeting.objects.select_related("region"), key=key)
    if not rules.may_lead_intake(request.reader, meeting.region_id):
        raise Http404
    return meeting
