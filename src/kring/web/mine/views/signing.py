"""Signing the own plan on the screen, and fetching what was signed."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kring.foundation.journal import ledger
from kring.registry.people.models import Person
from kring.support.plans.models import Revision
from kring.support.plans.queries import plan_of
from kring.support.signatures.actions import sign
from kring.support.signatures.queries import signature_for, signatures_under, version_to_sign
from kring.trust.access.http import ReadRequest
from kring.web.mine.guard import persons_only
from kring.web.mine.views.own import seen_on
from kring.web.paper.frozen import frozen_on_paper
from kring.web.paper.signed import signed_file
from kring.web.shell.downloads import to_save

MOST_DIGITS = 6


@require_http_methods(["GET", "HEAD", "POST"])
@persons_only
def signing(request: ReadRequest) -> HttpResponse:
    """Read the newest version of the plan as I may read it, and sign it."""
    person = seen_on(request).person
    plan = plan_of(request.reader, request.at)
    version = version_to_sign(plan) if plan is not None else None
    if version is None:
        raise Http404
    if "lees" in request.POST:
        ledger.read_because("paper")
        made = frozen_on_paper(person, version, request.at)
        return to_save(request, made, "application/pdf", "plan.pdf")
    wrong = _signed(request, person, version) if request.method == "POST" else ""
    if request.method == "POST" and not wrong:
        messages.success(request, _("Getekend. Je vindt je papier hier terug."))
        return redirect("mine:signing")
    everything = signatures_under(version.plan, [person])
    mine = [one for one in everything if one.revision_id == version.pk]
    before = [one for one in everything if one.revision_id != version.pk]
    context = {"version": version, "mine": mine, "before": before, "wrong": wrong}
    return render(request, "mine/signing.html", context, status=422 if wrong else 200)


@require_safe
@persons_only
def signed(request: ReadRequest, key: UUID, what: str) -> HttpResponse:
    """What I signed, as it was then, or the scan of my paper."""
    found = signature_for(request.reader, key, request.at)
    if found is None:
        raise Http404
    ledger.read_because("paper")
    content, content_type, name = signed_file(found, what)
    return to_save(request, content, content_type, name)


def _signed(request: ReadRequest, person: Person, version: Revision) -> str:
    """Sign the version that was on the page; what stands in the way, in one sentence."""
    told = request.POST.get("versie", "")
    number = int(told) if told.isdecimal() and len(told) <= MOST_DIGITS else 0
    meant = Revision.objects.filter(plan=version.plan, number=number).first()
    if meant is None:
        return _("Kies eerst welke versie je tekent.")
    as_read = frozen_on_paper(person, meant, request.at)
    try:
        sign(revision=meant, person=person, as_read=as_read, by=request.reader.actor, at=request.at)
    except ValidationError as error:
        return error.messages[0]
    return ""
