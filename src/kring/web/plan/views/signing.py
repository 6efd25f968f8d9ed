"""The signatures under a plan: who signed, the paper to sign, keeping it signed, and fetching it."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kring.foundation.journal import ledger
from kring.foundation.ui.refusals import beside
from kring.registry.people.models import Person
from kring.support.signatures.actions import sign_on_paper
from kring.support.signatures.queries import signature_for
from kring.trust.access.http import ReadRequest
from kring.web.paper.actions import note_paper
from kring.web.paper.frozen import frozen_on_paper
from kring.web.paper.signed import signed_file
from kring.web.plan.sheet import sheet_of
from kring.web.plan.sign_forms import PaperSignedForm
from kring.web.plan.signing_page import Signing
from kring.web.shell.downloads import to_save
from kring.web.shell.guard import workers_only


@require_safe
@workers_only
def signatures(request: ReadRequest, key: UUID) -> HttpResponse:
    """Who signed the newest version, who did not yet, and what was signed before."""
    signing = Signing(sheet_of(request, key))
    context = {
        "family": signing.sheet.family,
        "sheet": signing.sheet,
        "version": next(iter(signing.versions), None),
        "signers": signing.signers() if signing.versions else [],
        "before": signing.before() if signing.versions else [],
    }
    return render(request, "plan/signatures.html", context)


@require_POST
@workers_only
def to_sign(request: ReadRequest, key: UUID, person_key: UUID) -> HttpResponse:
    """The newest version as this person and this worker may both read it, with room to sign."""
    signing, person = _signing(request, key, person_key)
    ledger.read_because("paper")
    made = frozen_on_paper(person, signing.versions[0], request.at, printed_by=request.reader)
    answer = to_save(request, made, "application/pdf", "plan.pdf")
    note_paper(plan=signing.plan, person=person, by=request.reader.actor, at=request.at)
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
@workers_only
def on_paper(request: ReadRequest, key: UUID, person_key: UUID) -> HttpResponse:
    """Write down that this person signed on paper, with the scan."""
    signing, person = _signing(request, key, person_key)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = PaperSignedForm(*sent, versions=signing.versions)
    if form.is_bound and form.is_valid() and _kept(signing, person, form):
        messages.success(request, _("Bewaard: getekend op papier."))
        return redirect("plan:signatures", key=key)
    context = {"family": signing.sheet.family, "person": person, "form": form}
    return render(request, "plan/sign_paper.html", context, status=422 if form.is_bound else 200)


@require_safe
@workers_only
def signed(request: ReadRequest, key: UUID, signature_key: UUID, what: str) -> HttpResponse:
    """The PDF that was signed, or the scan of the paper; for who kept it."""
    signing = Signing(sheet_of(request, key))
    found = signature_for(request.reader, signature_key, request.at)
    if found is None or found not in signing.signatures:
        raise Http404
    ledger.read_because("paper")
    content, content_type, name = signed_file(found, what)
    return to_save(request, content, content_type, name)


def _signing(request: ReadRequest, key: UUID, person_key: UUID) -> tuple[Signing, Person]:
    """A signer whose paper this worker prints and keeps; 403 for who does not take part."""
    signing = Signing(sheet_of(request, key))
    person = signing.signer(person_key)
    if not signing.sheet.takes_part:
        raise PermissionDenied
    return signing, person


def _kept(signing: Signing, person: Person, form: PaperSignedForm) -> bool:
    """Keep it; what stands in the way is said in the form."""
    sheet, version = signing.sheet, form.chosen()
    try:
        sign_on_paper(
            revision=version,
            person=person,
            as_read=frozen_on_paper(person, version, sheet.at, printed_by=sheet.request.reader),
            scan=form.scan(person, sheet.worker),
            worker=sheet.worker,
            along=sheet.request.reader,
            owner=sheet.organisation,
            by=sheet.request.reader.actor,
            at=sheet.at,
        )
    except ValidationError as wrong:
        beside(form, wrong)
    return form.is_valid()
