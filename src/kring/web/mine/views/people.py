"""My own people: inviting somebody, whom I trust, and asking for another helper or a break."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kring.foundation.ui.refusals import beside
from kring.support.plans.actions import ask_wish, dismiss_trusted_person
from kring.support.plans.queries import own_plan_to_add_to, wishes_of
from kring.trust.access.http import ReadRequest
from kring.trust.access.own_part import who_sees
from kring.web.mine.guard import persons_only
from kring.web.mine.own_people import Invited, invite_own, own_people
from kring.web.mine.people_forms import InviteForm, WishForm
from kring.web.mine.seen import Seen
from kring.web.mine.views.own import seen_on


@require_safe
@persons_only
def people(request: ReadRequest) -> HttpResponse:
    """Who stands around me, and what I asked of my team."""
    seen = seen_on(request)
    context = {
        "people": own_people(seen.person, seen.at),
        "wishes": wishes_of(seen.reader),
        "may_wish": own_plan_to_add_to(seen.person, seen.at) is not None,
    }
    return render(request, "mine/people.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@persons_only
def invite(request: ReadRequest) -> HttpResponse:
    """Invite somebody of my own over their own channel."""
    seen = seen_on(request)
    form = InviteForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid() and _invite(request, seen, form):
        said = _("%(name)s krijgt een uitnodiging. Deel daarna een doel, als je wilt.")
        messages.success(request, said % {"name": form.cleaned_data["name"]})
        return redirect("mine:people")
    return render(request, "mine/invite.html", {"form": form}, status=422 if form.is_bound else 200)


@require_POST
@persons_only
def distrust(request: ReadRequest, key: UUID) -> HttpResponse:
    """This is my trusted person no longer; what they read ends at once."""
    seen = seen_on(request)
    near = own_people(seen.person, seen.at)
    found = next((one.tie for one in near if one.trusted and one.tie.person.key == key), None)
    if found is None:
        raise Http404
    dismiss_trusted_person(tie=found, by=request.reader.actor, at=seen.at)
    messages.success(request, _("Genoteerd. Het geldt vanaf nu."))
    return redirect("mine:people")


@require_http_methods(["GET", "HEAD", "POST"])
@persons_only
def wish(request: ReadRequest) -> HttpResponse:
    """Ask for another helper, or a break; a coordinator answers, never the helper meant."""
    seen = seen_on(request)
    helpers = [row.worker for row in who_sees(seen.person, seen.at) if row.worker is not None]
    if own_plan_to_add_to(seen.person, seen.at) is None:
        raise Http404
    form = WishForm(request.POST if request.method == "POST" else None, helpers=helpers)
    if form.is_bound and form.is_valid() and _ask(request, seen, form):
        messages.success(request, _("Je vraag ligt bij de coördinator. Je leest het antwoord hier."))
        return redirect("mine:people")
    return render(request, "mine/wish.html", {"form": form}, status=422 if form.is_bound else 200)


def _invite(request: ReadRequest, seen: Seen, form: InviteForm) -> bool:
    given = form.cleaned_data
    wanted = Invited(given["name"], given["reach"], given["trusted"])
    try:
        invite_own(person=seen.person, invited=wanted, by=request.reader.actor, at=seen.at)
    except ValidationError as wrong:
        beside(form, wrong, otherwise="reach")
    return form.is_valid()


def _ask(request: ReadRequest, seen: Seen, form: WishForm) -> bool:
    plan = own_plan_to_add_to(seen.person, seen.at)
    if plan is None:
        raise Http404
    given = form.cleaned_data
    asked = {"kind": given["kind"], "words": given["words"], "about": form.meant()}
    try:
        ask_wish(plan=plan, person=seen.person, **asked, by=request.reader.actor, at=seen.at)
    except ValidationError as wrong:
        beside(form, wrong, otherwise="words")
    return form.is_valid()
