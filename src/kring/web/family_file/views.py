"""The family file: own families, one family in panels, who looked, and correcting it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kring.foundation.journal import ledger
from kring.foundation.records.bases import StaleRecord
from kring.foundation.ui.difference import changes_between
from kring.foundation.ui.refusals import beside
from kring.registry.people.actions import correct_person, rename_family
from kring.registry.people.models import Family, Person
from kring.registry.people.queries import members_of, safe_channel
from kring.support.messages.rules import may_write_first
from kring.support.requests.queries import asked_alone_by, questions_of
from kring.trust.access.glass import glass_until
from kring.trust.access.http import ReadRequest
from kring.trust.access.looking import who_looked
from kring.trust.access.own_part import may_open_access
from kring.trust.access.queries import families_visible_to, family_for, is_protected, person_for
from kring.trust.access.standing import standing_of
from kring.trust.access.table import reads_item_by_item
from kring.web.family_file.forms import FamilyForm, PersonForm, UnbornForm, VersionedForm
from kring.web.family_file.listing import lines_of, page_of_families
from kring.web.family_file.member import Member
from kring.web.family_file.member_trust import Trust, trust_of
from kring.web.family_file.panels import Seen, shown
from kring.web.family_file.people_around import Around
from kring.web.shell.guard import workers_only
from kring.web.shell.looking_words import because_words, page_words

LOOKED_FOR = timedelta(days=90)


@require_safe
@workers_only
def families(request: ReadRequest) -> HttpResponse:
    """The families this worker is involved with, by name."""
    visible = families_visible_to(request.reader, request.at)
    page = page_of_families(visible, request.GET.get("na", ""))
    ledger.saw_all("family", (family.key for family in page.rows))
    lines = lines_of(page.rows, request.reader, request.at)
    return render(request, "family_file/families.html", {"page": page, "lines": lines})


@require_safe
@workers_only
def family(request: ReadRequest, key: UUID) -> HttpResponse:
    """One family in panels; 404 for who is not involved."""
    found = _family(request, key)
    questions = questions_of(request.reader, found)
    ledger.saw_all("request", (row.key for row in questions))
    around = Around(found, request.reader, request.at)
    protected = any(person.protected_address for _row, person in around.members)
    until = glass_until(request.reader, found, request.at)
    glass = bool(until)
    seen = Seen(found, around, request.reader, request.at, questions, glass, hidden=glass and protected)
    context = {
        "until": until,
        "family": found,
        "panels": shown(seen, aside=False),
        "aside": shown(seen, aside=True),
        "anchor": next((row for row in seen.around.involvements if row.role == "anchor"), None),
        "protected": protected,
    }
    return render(request, "family_file/family.html", context)


@require_safe
@workers_only
def looked(request: ReadRequest, key: UUID) -> HttpResponse:
    """Who looked at this family in the last three months, when and why, in sentences.

    Who reads item by item is not told: it would name everybody else who helps.
    """
    found = _family(request, key)
    members = [row.person for row in members_of(found, request.at)]
    if reads_item_by_item(standing_of(request.reader, members, request.at)):
        return render(request, "family_file/looked.html", {"family": found, "narrow": True})
    keys = [found.key, *(person.key for person in members)]
    apart = asked_alone_by([person.pk for person in members], found)
    looks = [
        (look, page_words(look.page), because_words(look.because))
        for look in who_looked(keys, request.at - LOOKED_FOR, apart=apart)
    ]
    return render(request, "family_file/looked.html", {"family": found, "looks": looks})


@workers_only
def rename(request: ReadRequest, key: UUID) -> HttpResponse:
    """Correct the name of a family."""
    found = _family(request, key)

    def save(version: int, values: dict[str, Any]) -> None:
        rename_family(by=request.reader.actor, at=request.at, family=found, version=version, **values)

    return _correct(request, found, found, FamilyForm, save)


@workers_only
def member(request: ReadRequest, key: UUID, person_key: UUID) -> HttpResponse:
    """One member: what is known, and correcting it."""
    found = _family(request, key)
    person = person_for(request.reader, person_key, request.at)
    if person is None or person.pk not in {row.person_id for row in members_of(found, request.at)}:
        raise Http404
    if not Member(found, person, request).takes_part:
        raise Http404

    def save(version: int, values: dict[str, Any]) -> None:
        correct_person(by=request.reader.actor, at=request.at, person=person, version=version, **values)

    kind = UnbornForm if person.expected_birth_date else PersonForm
    return _correct(request, found, person, kind, save)


def _correct(
    request: ReadRequest,
    found: Family,
    record: Family | Person,
    kind: type[FamilyForm] | type[PersonForm],
    save: Callable[[int, dict[str, Any]], None],
) -> HttpResponse:
    """Show the form, save it, or show the own text beside what another saved meanwhile."""
    if request.method != "POST":
        return _form_page(request, found, record, kind.of(record))  # type: ignore[arg-type]
    form = kind(request.POST)
    if not form.is_valid():
        return _form_page(request, found, record, form, status=422)
    try:
        save(form.cleaned_data["version"], form.values())
    except StaleRecord as stale:
        current = stale.current
        theirs = {name: getattr(current, name) for name in kind.labels()}
        changes = changes_between(kind.labels(), form.values(), theirs)
        again = kind(initial=form.values() | {"version": current.version})  # type: ignore[attr-defined]
        return _form_page(request, found, record, again, changes=changes, status=409)
    except ValidationError as wrong:
        beside(form, wrong)
        return _form_page(request, found, record, form, status=422)
    messages.success(request, _("Bewaard."))
    return redirect("family_file:family", key=found.key)


def _form_page(
    request: ReadRequest,
    found: Family,
    record: Family | Person,
    form: VersionedForm,
    *,
    changes: list[Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    person = record if isinstance(record, Person) else None
    narrow = person is not None and Member(found, person, request).item_by_item
    context = {
        "family": found,
        "person": person,
        "trust": _trust(request, found, person),
        # Also the place of who lives with somebody whose address is protected.
        "hidden": person is not None and is_protected(person, request.at),
        "may_write": person is not None and _may_write(request, found, person),
        "may_open": person is not None and may_open_access(request.reader, person, request.at),
        "narrow": narrow,
        "channel": safe_channel(person, request.at) if person is not None and not narrow else None,
        "form": form,
        "changes": changes,
    }
    return render(request, "family_file/correct.html", context, status=status)


def _may_write(request: ReadRequest, found: Family, person: Person) -> bool:
    """Whether this reader may begin a talk with a member."""
    return may_write_first(Member(found, person, request).standing, person, request.at)


def _trust(request: ReadRequest, found: Family, person: Person | None) -> Trust | None:
    """What stands about deciding and sharing, for who takes part in the help."""
    if person is None:
        return None
    member = Member(found, person, request)
    return trust_of(member) if member.asks else None


def _family(request: ReadRequest, key: UUID) -> Family:
    found = family_for(request.reader, key, request.at)
    if found is None:
        raise Http404
    return found
