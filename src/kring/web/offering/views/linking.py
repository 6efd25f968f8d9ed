"""Which offers go together: both have room or neither is offered. With another's it is a proposal."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kring.offer.directory.actions import accept_link, drop_link, propose_link, unlink_offers
from kring.offer.directory.linked import beside_of
from kring.trust.access.http import ReadRequest
from kring.web.offering.forms import WithForm
from kring.web.offering.pairs import (
    MOST_TYPED,
    answerable,
    asked_about,
    choosable,
    may_accept,
    pairs_of,
    to_choose,
)
from kring.web.offering.views.own import found
from kring.web.shell.guard import workers_only

YES, NO = "ja", "nee"


@require_http_methods(["GET", "HEAD", "POST"])
@workers_only
def together(request: ReadRequest, key: UUID) -> HttpResponse:
    """What goes together with this service, and what could; POST chooses one."""
    service, reader = found(request, key), request.reader
    typed = request.GET.get("zoek", "").strip()[:MOST_TYPED]
    form = WithForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        beside = get_object_or_404(choosable(service), key=form.cleaned_data["met"])
        linked = propose_link(service=service, beside=beside, by=reader.actor, at=request.at)
        said = _("Ze horen nu samen.") if linked else _("Voorgesteld. Zodra zij ja zeggen, geldt het.")
        messages.success(request, said)
        return redirect("offering:together", key=key)
    context = {"service": service, "typed": typed, "choices": to_choose(reader, service, typed)}
    context |= {"pairs": pairs_of(reader, service), "asked": asked_about(reader, service)}
    return render(request, "offering/together.html", context, status=422 if form.errors else 200)


@require_POST
@workers_only
def apart(request: ReadRequest, key: UUID, other: UUID) -> HttpResponse:
    """Each is offered on its own again."""
    service = found(request, key)
    beside = next((one for one in beside_of(service) if one.key == other), None)
    if beside is None:
        raise Http404
    unlink_offers(service=service, beside=beside, by=request.reader.actor, at=request.at)
    messages.success(request, _("Elk staat weer op zichzelf."))
    return redirect("offering:together", key=key)


@require_POST
@workers_only
def answer(request: ReadRequest, key: UUID, name: str) -> HttpResponse:
    """Say yes to a proposal of another owner, or let it fall; who asked can take it back."""
    proposal, reader = answerable(request.reader, key), request.reader
    if proposal is None or name not in (YES, NO):
        raise Http404
    asked = may_accept(reader, proposal)
    if name == YES and not asked:
        raise Http404
    try:
        (accept_link if name == YES else drop_link)(proposal=proposal, by=reader.actor, at=request.at)
        messages.success(request, _("Ze horen nu samen.") if name == YES else _("Het voorstel is weg."))
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    own = proposal.beside if asked else proposal.service
    return redirect("offering:together", key=own.key)
