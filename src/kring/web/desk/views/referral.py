"""A professional of any organisation refers a question, or asks advice without names."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kring.registry.network.models import Desk, Organisation
from kring.registry.network.queries import NoDesk, desk_for
from kring.support.requests.actions import ask, ask_as
from kring.support.requests.models import Door
from kring.trust.access.http import ReadRequest
from kring.web.desk.counter_forms import NewQuestionForm
from kring.web.desk.laying import keep_slip, worker_behind
from kring.web.desk.referral_forms import ConsultForm, ReferralForm
from kring.web.shell.guard import helpers_only


@require_http_methods(["GET", "HEAD", "POST"])
@helpers_only
def referral(request: ReadRequest) -> HttpResponse:
    """A question of a family, with what they agreed to."""
    form = ReferralForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid() and _refer(request, form):
        return redirect("desk:slip")
    status = 422 if form.is_bound else 200
    return render(request, "desk/counter/referral.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@helpers_only
def consult(request: ReadRequest) -> HttpResponse:
    """A consult without names: counted apart, and about nobody."""
    form = ConsultForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid() and _consult(request, form):
        return redirect("desk:consult")
    status = 422 if form.is_bound else 200
    return render(request, "desk/counter/consult.html", {"form": form}, status=status)


def _refer(request: ReadRequest, form: ReferralForm) -> bool:
    desk = _desk(request, form)
    if desk is None:
        return False
    question = form.referral(worker_behind(request))
    by, at = request.reader.actor, request.at
    works_for = by.organisation and Organisation.objects.filter(key=by.organisation).first()
    try:
        asked = ask_as(question=question, asker=form.asker(works_for or None), desk=desk, by=by, at=at)
    except ValidationError as error:
        form.add_error("reach", error.messages)
        return False
    keep_slip(request, asked, at)
    return True


def _consult(request: ReadRequest, form: ConsultForm) -> bool:
    desk = _desk(request, form)
    if desk is None:
        return False
    question = form.consult(worker_behind(request))
    ask(question=question, desk=desk, by=request.reader.actor, at=request.at)
    messages.success(request, _("Je consult ligt bij %(desk)s.") % {"desk": desk.name})
    return True


def _desk(request: ReadRequest, form: NewQuestionForm) -> Desk | None:
    try:
        return desk_for(form.cleaned_data["municipality"], request.at, Door.REFERRAL)
    except NoDesk:
        form.add_error("municipality", _("Voor deze gemeente is er geen dienst. Kies een andere."))
        return None
