"""The page of one meeting: what everybody sees, and what can be done with it now."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from kring.foundation.records.bases import StaleRecord
from kring.foundation.ui.difference import changes_between
from kring.support.meetings.models import Invitee
from kring.support.meetings.queries import MeetingPage
from kring.support.meetings.states import CANCELLED, PLANNED
from kring.support.plans.models import Action
from kring.trust.access.queries import DESK_WORK
from kring.web.together.deed_forms import FORMS
from kring.web.together.home import Home
from kring.web.together.meeting_deed import MeetingDeed, name_of

ALWAYS = ("afspraak", "aanwezig", "verslag", "punt", "antwoord")
BEFORE = ("uitnodigen", "verplaats", "doorgegaan", "schrap", "tolk")


def table_page(
    home: Home,
    page: MeetingPage,
    wrong: MeetingDeed | None = None,
    status: int = 200,
    *,
    late: Exception | None = None,
) -> HttpResponse:
    """The meeting; a form that was not right comes back as it was filled in."""
    context = {
        "family": home.family,
        "page": page,
        "meeting": page.meeting,
        "invited": [(name_of(one, home), one, _says(one)) for one in page.invitees],
        "decisions": [(one, _doer(one, home)) for one in page.decisions],
        "forms": _forms(home, page, wrong),
        "changes": _changes(wrong, late),
    }
    return render(home.request, "together/meeting.html", context, status=status)


def _forms(home: Home, page: MeetingPage, wrong: MeetingDeed | None) -> dict[str, Any]:
    """What can be done now, by who helps people."""
    if page.meeting.state == CANCELLED or not home.reader.may(DESK_WORK):
        return {}
    names = [*ALWAYS, *(BEFORE if page.meeting.state == PLANNED else ())]
    if page.minutes_hidden:
        names.remove("verslag")
    if page.interpreter is not None and page.interpreter.state == "asked":
        names.append("tolk-gevonden")
    forms: dict[str, Any] = {name.replace("-", "_"): FORMS[name](home=home, page=page) for name in names}
    if wrong is not None:
        forms[wrong.name.replace("-", "_")] = wrong
    return forms


def _changes(wrong: MeetingDeed | None, late: Exception | None) -> list[Any]:
    """Of two who wrote the minutes: both texts; the form starts from the other one's version."""
    if wrong is None or wrong.name != "verslag" or not isinstance(late, StaleRecord):
        return []
    mine = {"words": wrong.cleaned_data["words"]}
    theirs = {"words": getattr(late.current, "words", "")}
    again = {name: wrong.data[name] for name in wrong.data}
    wrong.data = again | {wrong.add_prefix("version"): str(getattr(late.current, "version", 1))}
    return list(changes_between({"words": _("Verslag")}, mine, theirs))


def _says(one: Invitee) -> tuple[str, str]:
    """What somebody answered, or whether they were there, in words and in a colour."""
    if one.present is not None:
        return (_("was er"), "ok") if one.present else (_("was er niet"), "")
    return {"yes": (_("komt"), "ok"), "no": (_("komt niet"), "late")}.get(
        one.says, (_("nog geen antwoord"), "soon")
    )


def _doer(action: Action, home: Home) -> str:
    if action.doer_person is not None:
        return home.name_of(action.doer_person) or _("iemand uit de kring")
    who = action.doer_worker or action.doer_organisation
    return who.name if who is not None else action.doer_words
