"""Whether a child decides, what was shared, whether it is safe for a second parent, a quiet word."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kring.foundation.deadlines.calendar import local_day
from kring.foundation.ui.refusals import beside
from kring.registry.network.models import Worker
from kring.trust.access.http import ReadRequest
from kring.trust.access.queries import family_for
from kring.trust.access.quiet import quiet_word_for
from kring.trust.access.safety import answer_safety, may_ask_safety, second_parents
from kring.trust.consent.actions import heard, judge_ability, record_sharing
from kring.trust.consent.queries import is_minor
from kring.web.family_file.member import Member, member_of
from kring.web.family_file.member_trust import parents_offered, trust_of
from kring.web.family_file.trust_forms import AbilityForm, SafetyForm, SharingForm
from kring.web.shell.guard import workers_only


@workers_only
def ability(request: ReadRequest, key: UUID, person_key: UUID) -> HttpResponse:
    """Write down whether a minor decides, and why."""
    member = member_of(request, key, person_key)
    if not is_minor(member.person, request.at) or member.person.birth_date is None:
        raise Http404
    form = AbilityForm(request.POST or None)
    if not form.is_valid():
        return _page(member, form, "ability")
    given = form.cleaned_data
    try:
        judge_ability(
            person=member.person,
            able=given["able"] == "yes",
            because=given["because"],
            judged_by=member.worker,
            by=request.reader.actor,
            at=request.at,
        )
    except ValidationError as wrong:
        return _page(member, beside(form, wrong), "ability")
    return _done(member)


@workers_only
def sharing(request: ReadRequest, key: UUID, person_key: UUID) -> HttpResponse:
    """Write down what was shared about a member; what the law forbids is refused."""
    member = member_of(request, key, person_key)
    day, near = local_day(request.at), member.organisations()
    form = SharingForm(request.POST or None, day=day, organisations=near)
    if not form.is_valid():
        return _page(member, form, "sharing")
    try:
        record_sharing(
            person=member.person,
            shared=form.shared(member.organisation),
            worker=member.worker,
            by=request.reader.actor,
            at=request.at,
        )
    except ValidationError as wrong:
        return _page(member, beside(form, wrong), "sharing")
    return _done(member)


@workers_only
def safety(request: ReadRequest, key: UUID, person_key: UUID) -> HttpResponse:
    """Write down what the first parent, asked alone, said of another parent."""
    member = member_of(request, key, person_key)
    seconds = second_parents(member.person, request.at)
    if not seconds or not may_ask_safety(request.reader, member.person, request.at):
        raise PermissionDenied
    offered = parents_offered(member, seconds)
    form = SafetyForm(request.POST or None, parents=[(key, name) for key, (_p, name) in offered.items()])
    if not form.is_valid():
        return _page(member, form, "safety")
    given = form.cleaned_data
    try:
        answer_safety(
            child=member.person,
            parent=offered[given["parent"]][0],
            safe=given["safe"] == "yes",
            asked_alone=given["asked_alone"],
            worker=member.worker,
            by=request.reader.actor,
            at=request.at,
        )
    except ValidationError as wrong:
        return _page(member, beside(form, wrong), "safety")
    return _done(member)


@require_POST
@workers_only
def hear(request: ReadRequest, key: UUID, word_key: UUID) -> HttpResponse:
    """The anchor person heard a quiet word; for everybody else it does not exist."""
    found = family_for(request.reader, key, request.at)
    said = quiet_word_for(request.reader, word_key, found, request.at) if found is not None else None
    if found is None or said is None:
        raise Http404
    worker = Worker.objects.get(pk=request.reader.worker_id or 0)
    heard(said=said, worker=worker, by=request.reader.actor, at=request.at)
    return redirect("family_file:family", key=found.key)


def _page(member: Member, form: Form, name: str) -> HttpResponse:
    context = {"family": member.family, "person": member.person, "form": form, "deed": name}
    status = 422 if form.is_bound else 200
    context["trust"] = trust_of(member)
    return render(member.request, f"family_file/{name}.html", context, status=status)


def _done(member: Member) -> HttpResponse:
    messages.success(member.request, _("Bewaard."))
    return redirect("family_file:member", key=member.family.key, person_key=member.person.key)
