"""The plan on paper: for whom, and the paper itself."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods

from kring.foundation.journal import ledger
from kring.support.plans.queries import current_plan, plan_for
from kring.trust.access.glass import glass_until
from kring.trust.access.http import ReadRequest
from kring.trust.access.queries import family_for
from kring.web.paper.actions import note_paper
from kring.web.paper.forms import PaperForm
from kring.web.paper.printing import page_for, people_to_print_for, plan_on_paper
from kring.web.shell.downloads import to_save
from kring.web.shell.guard import workers_only


@cache_control(private=True, no_store=True)
@require_http_methods(["GET", "HEAD", "POST"])
@workers_only
def plan(request: ReadRequest, key: UUID) -> HttpResponse:
    """Choose for whom the plan of this family is printed, and print it."""
    family = family_for(request.reader, key, request.at)
    running = current_plan(family) if family is not None else None
    found = plan_for(request.reader, running.key, request.at) if running is not None else None
    if family is None or found is None:
        raise Http404
    if glass_until(request.reader, family, request.at):
        raise PermissionDenied
    people = people_to_print_for(request.reader, found, request.at)
    form = PaperForm(request.POST if request.method == "POST" else None, people=people)
    if not form.is_bound or not form.is_valid():
        context = {"family": family, "form": form}
        return render(request, "paper/choose.html", context, status=422 if form.is_bound else 200)
    person = form.person()
    ledger.read_because("paper")
    pages = [page_for(request.reader, person, found, request.at)]
    made = plan_on_paper(person, pages, request.at, printed_by=request.reader)
    answer = to_save(request, made, "application/pdf", "plan.pdf")
    note_paper(plan=found, person=person, by=request.reader.actor, at=request.at)
    return answer
