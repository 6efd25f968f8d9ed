"""Looking back after a plan: what each check says, and the form of one tap and some words."""

from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from kring.foundation.deadlines.calendar import local_day
from kring.foundation.ui.words import short_day_words
from kring.support.plans.models import AfterCare
from kring.support.plans.queries import after_care_of
from kring.web.plan.sheet import Sheet
from kring.web.plan.words import Chip

WELL, NOT_WELL = "goed", "niet-goed"


class LookBackForm(forms.Form):
    """How it goes after a plan: one of two buttons, and some words where somebody wants."""

    words = forms.CharField(
        label=_("Wil je daar iets over zeggen?"),
        help_text=_("Kort. Dit leest wie dit gezin begeleidt."),
        max_length=100_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    gaat = forms.ChoiceField(
        choices=((WELL, _("Het gaat goed")), (NOT_WELL, _("Het gaat niet goed"))),
        error_messages={"required": _("Kies: het gaat goed, of niet goed.")},
    )


@dataclass(frozen=True, slots=True)
class Check:
    """One look back as it is shown: when, how it went, and whether it can be said now."""

    row: AfterCare
    months: str
    chip: Chip
    open: bool


def checks_of(sheet: Sheet) -> list[Check]:
    """Those after the last plan of the family, for who takes part in its help."""
    return [check_shown(sheet, row) for row in after_care_of(sheet.family)] if sheet.takes_part else []


def check_shown(sheet: Sheet, row: AfterCare) -> Check:
    """Asked, late, or to come; what is to come can be asked already."""
    words = ngettext("Na %(count)d maand", "Na %(count)d maanden", row.months)
    return Check(row, words % {"count": row.months}, _chip(sheet, row), row.asked_at is None)


def _chip(sheet: Sheet, row: AfterCare) -> Chip:
    if row.asked_at is not None:
        return Chip(_g("gaat goed"), "ok") if row.goes_well else Chip(_g("gaat niet goed"), "late")
    day = {"day": short_day_words(row.due_on, sheet.at)}
    if row.due_on < local_day(sheet.at):
        return Chip(_g("moest op %(day)s") % day, "late")
    return Chip(_g("op %(day)s") % day, "soon" if row.due_on == local_day(sheet.at) else "")
