"""The team on the sheet: who comes, who leaves, and who is the anchor person."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from kring.registry.people.models import Person
from kring.support.plans import actions
from kring.support.plans.models import LeftBecause, TeamMember
from kring.web.plan.forms import DeedForm, OnePerson, Words
from kring.web.plan.sheet import Sheet

PLACE = "team"
SAYABLE = [one for one in LeftBecause.choices if one[0] in {"ready", "asked", "other"}]
MANY = 6
"""So many names are read in one look; of more a list is opened."""


def running(sheet: Sheet) -> list[TeamMember]:
    """Who is in the team now."""
    return [row for row in sheet.told.team if row.ends_at is None]


def name_of(sheet: Sheet, row: TeamMember) -> str:
    """A helper by name, somebody of the own network as the page calls them."""
    return row.worker.name if row.worker is not None else sheet.first_name(row.person)


class OfTeam(OnePerson):
    """Somebody of the team: a few beside each other, many in a list."""

    def fill(self, sheet: Sheet, rows: list[TeamMember]) -> None:
        """Offer these, by name."""
        named = [(str(row.key), name_of(sheet, row)) for row in rows]
        if len(named) > MANY:
            self.widget = forms.Select()
            named = [("", _g("Kies iemand")), *named]
        self.choices = named


class JoinForm(DeedForm):
    """Somebody of the own network who helps, and what they do."""

    said_before = _(
        "Wie hier staat, leest daardoor niets. Hulpverleners komen erbij als ze hulp starten."
    )

    person = OnePerson(_("Wie helpt er mee?"), _("Kies wie erbij komt."))
    does = forms.CharField(
        label=_("Wat doet die?"),
        help_text=_("Bijvoorbeeld: haalt de kinderen op woensdag op."),
        max_length=120,
        required=False,
    )

    def prepare(self) -> None:
        there = {row.person_id for row in running(self.sheet)}
        everybody = [one for one in self.sheet.around.persons.values() if one.name]
        self.offer("person", [one for one in everybody if one.pk not in there])


class LeaveForm(DeedForm):
    """Who leaves the team, and why."""

    said_before = _("Wat deze hulpverlener nog moest doen, doet de vaste begeleider verder.")

    member = OfTeam(_("Wie gaat uit het team?"), _("Kies wie uit het team gaat."))
    because = forms.ChoiceField(
        label=_("Waarom?"),
        choices=SAYABLE,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies waarom.")},
    )
    words = Words(_("Wil je daar iets over zeggen?"), rows=2, required=False)

    def prepare(self) -> None:
        self.rows = {row.key: row for row in running(self.sheet) if not row.anchor}
        self.fields["member"].fill(self.sheet, list(self.rows.values()))  # type: ignore[attr-defined]


class AnchorForm(DeedForm):
    """Who is the anchor person from now on."""

    said_before = _(
        "Wie vaste begeleider wordt, leest ook wat het gezin aan jou schreef. Jij blijft in het team."
    )

    to = OfTeam(_("Wie wordt de vaste begeleider?"), _("Kies wie het wordt."))
    agreed = forms.BooleanField(
        label=_("Het gezin weet dit en vindt het goed"),
        error_messages={"required": _("Bespreek dit eerst met het gezin.")},
    )

    def prepare(self) -> None:
        helpers = [row for row in running(self.sheet) if row.worker is not None and not row.anchor]
        self.rows = {row.key: row for row in helpers}
        self.fields["to"].fill(self.sheet, helpers)  # type: ignore[attr-defined]


def _deed(sheet: Sheet) -> dict[str, Any]:
    return {"by": sheet.request.reader.actor, "at": sheet.at}


def join(sheet: Sheet, _part: None, form: JoinForm) -> str:
    person: Person = form.people("person")[0]
    does = form.cleaned_data["does"].strip()
    actions.join_team(plan=_plan(sheet), person=person, does=does, because="named", **_deed(sheet))
    return PLACE


def leave(sheet: Sheet, _part: None, form: LeaveForm) -> str:
    given = form.cleaned_data
    told = {"because": given["because"], "words": given["words"], "reader": sheet.request.reader}
    actions.leave_team(member=form.rows[UUID(given["member"])], **told, **_deed(sheet))
    return PLACE


def give_on(sheet: Sheet, _part: None, form: AnchorForm) -> str:
    worker = form.rows[UUID(form.cleaned_data["to"])].worker
    if worker is None:
        raise ValueError("only a helper is offered")
    reader = sheet.request.reader
    actions.give_anchor_on(plan=_plan(sheet), to=worker, reader=reader, **_deed(sheet))
    return PLACE


def _plan(sheet: Sheet) -> Any:
    if sheet.plan is None:
        raise ValueError("there is no team without a plan")
    return sheet.plan
