"""The own plan on paper."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from kring.foundation.journal import ledger
from kring.support.plans.queries import plan_page, plans_of
from kring.support.signatures.queries import version_to_sign
from kring.trust.access.http import ReadRequest
from kring.web.mine.guard import persons_only
from kring.web.mine.views.own import seen_on
from kring.web.paper.actions import note_paper
from kring.web.paper.printing import plan_on_paper
from kring.web.shell.downloads import to_save


@require_http_methods(["GET", "HEAD", "POST"])
@persons_only
def plan_paper(request: ReadRequest) -> HttpResponse:
    """The plan as I may read it, as a PDF in large type."""
    seen = seen_on(request)
    plans = plans_of(request.reader, request.at)
    if not plans:
        raise Http404
    if request.method != "POST":
        version = version_to_sign(plans[0])
        return render(request, "mine/plan_paper.html", {"version": version})
    pages = [plan_page(request.reader, plan, request.at) for plan in plans]
    ledger.read_because("paper")
    made = plan_on_paper(seen.person, pages, request.at)
    answer = to_save(request, made, "application/pdf", "plan.pdf")
    for plan in plans:
        note_paper(plan=plan, person=seen.person, by=request.reader.actor, at=request.at)
    return answer
