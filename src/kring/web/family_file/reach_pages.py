"""How to reach a member safely, where they live, and their national number."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kring.foundation.journal.recording import deed
from kring.foundation.records.bases import StaleRecord
from kring.foundation.ui.refusals import beside
from kring.registry.people.actions import (
    add_channel,
    correct_person,
    end_channel,
    forget_national_number,
    protect_address,
    set_national_number,
    unprotect_address,
)
from kring.registry.people.queries import address_of, channels_of
from kring.trust.access.http import ReadRequest
from kring.trust.access.queries import is_protected
from kring.web.family_file.member import Member, open_member_of
from kring.web.family_file.people_forms import ChannelForm, HomeForm, NationalNumberForm
from kring.web.shell.guard import workers_only

WRONG = 422


@workers_only
def reach(request: ReadRequest, key: UUID, person_key: UUID) -> HttpResponse:
    """The ways to reach a member: a new one, or one that is no longer to be used."""
    member = open_member_of(request, key, person_key)
    if "stop" in request.POST:
        return _stop(member, request.POST["stop"])
    form = ChannelForm(request.POST or None, use_required_attribute=False)
    if not form.is_valid():
        context = {"family": member.family, "person": member.person, "form": form}
        context["channels"] = channels_of(member.person, request.at)
        status = WRONG if form.is_bound else 200
        return render(request, "family_file/reach.html", context, status=status)
    by, at = request.reader.actor, request.at
    add_channel(by=by, at=at, person=member.person, **form.cleaned_data)
    return _done(member, "family_file:reach")


@workers_only
def home(request: ReadRequest, key: UUID, person_key: UUID) -> HttpResponse:
    """Where a member lives, whether that is protected, and the number of the national register."""
    member = open_member_of(request, key, person_key)
    wanted = request.POST.get("doe", "")
    if wanted == "nummer":
        return _number(member)
    if wanted == "nummer-weg":
        by, at = request.reader.actor, request.at
        forget_national_number(by=by, at=at, person=member.person, because="asked")
        return _done(member, "family_file:home")
    form = _home_form(member, request.POST or None)
    if not form.is_valid():
        return _home_page(member, form, status=WRONG if form.is_bound else 200)
    return _save_home(member, form)


def _stop(member: Member, wanted: str) -> HttpResponse:
    found = channels_of(member.person, member.request.at)
    chosen = next((row for row in found if str(row.key) == wanted), None)
    if chosen is None:
        raise Http404
    end_channel(by=member.request.reader.actor, at=member.request.at, channel=chosen)
    return _done(member, "family_file:reach")


def _home_form(member: Member, data: Any = None) -> HomeForm:
    """The form as the record stands; nothing of a protected place is filled in."""
    person, hidden = member.person, is_protected(member.person, member.request.at)
    initial: dict[str, Any] = {
        "version": person.version,
        "protected_address": person.protected_address,
    }
    if not hidden:
        initial |= {"municipality": person.municipality, "address": address_of(person)}
    protected = person.protected_address
    return HomeForm(data, initial=initial, was_protected=protected, hidden=hidden)


def _home_page(
    member: Member,
    form: HomeForm,
    number_form: NationalNumberForm | None = None,
    *,
    stale: bool = False,
    status: int = 200,
) -> HttpResponse:
    context = {
        "family": member.family,
        "person": member.person,
        "form": form,
        "number_form": number_form or NationalNumberForm(use_required_attribute=False),
        "has_number": bool(member.person.sealed_national_number),
        "stale": stale,
    }
    return render(member.request, "family_file/home.html", context, status=status)


def _save_home(member: Member, form: HomeForm) -> HttpResponse:
    by, at, person = member.request.reader.actor, member.request.at, member.person
    given = form.cleaned_data
    try:
        with deed():
            correct_person(by=by, at=at, person=person, version=given["version"], **form.place())
            change = protect_address if given["protected_address"] else unprotect_address
            change(by=by, at=at, person=person, because=given.get("because", ""))
    except StaleRecord as stale:
        again = form.data.copy()  # type: ignore[attr-defined]  # what was sent, not a mapping of ours
        again["version"] = str(stale.current.version)  # type: ignore[attr-defined]
        return _home_page(member, _home_form(member, again), stale=True, status=409)
    return _done(member, "family_file:home")


def _number(member: Member) -> HttpResponse:
    form = NationalNumberForm(member.request.POST, use_required_attribute=False)
    if form.is_valid():
        digits, by = form.cleaned_data["national_number"], member.request.reader.actor
        try:
            set_national_number(by=by, at=member.request.at, person=member.person, number=digits)
        except ValidationError as wrong:
            beside(form, wrong)
        else:
            return _done(member, "family_file:home")
    return _home_page(member, _home_form(member), form, status=WRONG)


def _done(member: Member, page: str) -> HttpResponse:
    messages.success(member.request, _("Bewaard."))
    return redirect(page, key=member.family.key, person_key=member.person.key)
