"""Forms of a moment: a visit in two taps, a young person met on the street."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.offer.directory.models import Pillar
from kring.offer.houses.actions import Visit
from kring.offer.houses.models import AgeBand, Encounter, Spoken, VisitKind
from kring.registry.network.models import Desk
from kring.registry.places.fields import MunicipalityField

QUARTERS = 8
"""Of those before, visits are let go one by one."""
NOT_KNOWN = ("", _("niet gevraagd"))


class VisitForm(forms.Form):
    """One visit: the pillar and what for; the rest only when one knows it anyway."""

    pillar = forms.ChoiceField(
        label=_("Waarover ging het?"),
        choices=Pillar.choices,
        error_messages={"required": _("Kies eerst waarover het ging.")},
    )
    kind = forms.ChoiceField(
        label=_("Waarvoor kwam men?"),
        choices=VisitKind.choices,
        error_messages={"required": _("Kies waarvoor men kwam.")},
    )
    municipality = MunicipalityField(label=_("Gemeente of postcode"), required=False)
    age_band = forms.ChoiceField(
        label=_("Leeftijd van het kind"), choices=[NOT_KNOWN, *AgeBand.choices], required=False
    )
    language = forms.ChoiceField(label=_("Taal"), choices=[NOT_KNOWN, *Spoken.choices], required=False)

    def visit(self) -> Visit:
        """What is counted."""
        return Visit(**self.cleaned_data)


class WhereMetForm(forms.Form):
    """Where the team met somebody once more."""

    where = forms.ChoiceField(
        label=_("Waar?"), choices=Encounter.choices, initial=Encounter.STREET, widget=forms.RadioSelect
    )


class MetForm(WhereMetForm):
    """A nickname and a place: all that is written of a young person."""

    submission = forms.UUIDField(widget=forms.HiddenInput, required=False)
    nickname = forms.CharField(
        label=_("Bijnaam"),
        help_text=_("Zoals de jongere zich noemt. Geen familienaam, geen nummer."),
        max_length=40,
        error_messages={"required": _("Schrijf hoe de jongere zich noemt.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "words"}),
    )
    desk = forms.ModelChoiceField(
        label=_("Team"), queryset=Desk.objects.none(), to_field_name="key", empty_label=None
    )
    field_order = ("submission", "nickname", "where", "desk")

    def __init__(self, *args: Any, desk_ids: frozenset[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["submission"].initial = uuid4
        rows = Desk.objects.filter(pk__in=desk_ids).order_by("name", "pk")
        field = self.fields["desk"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = rows
        if len(desk_ids) == 1:
            field.widget = forms.HiddenInput()
            field.initial = rows.values_list("key", flat=True).first()

    def clean_submission(self) -> Any:
        return self.cleaned_data["submission"] or uuid4()


class QuarterForm(forms.Form):
    """Which quarter is counted, the running one by itself.

    Whole quarters alone: of two periods that overlap, the difference would tell of a single visit.
    """

    kwartaal = forms.ChoiceField(label=_("Kwartaal"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.quarters = {_code(first): first for first in _first_days(today)}
        field = self.fields["kwartaal"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(code, _words(first)) for code, first in self.quarters.items()]

    def days(self) -> tuple[date, date]:
        """The first and the last day that are counted."""
        chosen = self.cleaned_data.get("kwartaal", "") if self.is_bound and self.is_valid() else ""
        first = self.quarters.get(chosen) or next(iter(self.quarters.values()))
        return first, _next_quarter(first) - timedelta(days=1)


def _first_days(today: date) -> Iterator[date]:
    """The first days of this quarter and of those before it."""
    first = date(today.year, today.month - (today.month - 1) % 3, 1)
    for _turn in range(QUARTERS):
        yield first
        first = (first - timedelta(days=85)).replace(day=1)


def _next_quarter(first: date) -> date:
    return (first + timedelta(days=95)).replace(day=1)


def _code(first: date) -> str:
    return f"{first.year}-{first.month // 3 + 1}"


def _words(first: date) -> str:
    said = {"year": str(first.year), "number": first.month // 3 + 1}
    return gettext("%(year)s, kwartaal %(number)s") % said
