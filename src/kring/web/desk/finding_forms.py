"""Deeds for which somebody types a name and then picks: a desk elsewhere, a family of one's own.

Neither list stands on the page beforehand: there are hundreds of desks, and names of families are
read only when asked for. The form comes back with what was found; it works without JavaScript.
"""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from kring.foundation.records.folding import fold
from kring.registry.network.models import Desk
from kring.registry.network.queries import handover_targets
from kring.registry.people.models import Family, FamilyMembership
from kring.trust.access.finding import families_named
from kring.trust.access.queries import families_visible_to, family_for
from kring.web.desk.choices import role_words
from kring.web.desk.forms import AREA, DeedForm

MOST_DESKS = 8
NAME = {"autocomplete": "off"}


class HandoverForm(DeedForm):
    """Which desk is asked to take the question over: one of the region, or another by its name."""

    to_desk = forms.ModelChoiceField(
        Desk.objects.none(), label=_("Aan wie vraag je het?"), to_field_name="key", required=False
    )
    elsewhere = forms.CharField(
        label=_("Of een dienst buiten de regio"),
        help_text=_("Typ een deel van de naam. Je kiest daarna uit wat we vinden."),
        widget=forms.TextInput(NAME),
        required=False,
        max_length=80,
    )
    words = forms.CharField(
        label=_("Je woorden bij de overdracht"),
        help_text=_("De ontvanger leest dit pas na het ja."),
        widget=forms.Textarea(AREA),
        required=False,
        max_length=4000,
    )

    def prepare(self) -> None:
        self.targets = handover_targets(self.question.desk, self.at)
        field: Any = self.fields["to_desk"]
        field.queryset = self.targets
        self._offer([])

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        typed = fold(values.get("elsewhere") or "")
        chosen = values.get("to_desk")
        if chosen is not None:
            self._offer([] if chosen.region_id == self.question.region_id else [chosen])
        elif typed:
            self._find(typed)
        elif "to_desk" not in self.errors:
            raise forms.ValidationError(_g("Kies een dienst, of typ een naam."))
        return values

    def _find(self, typed: str) -> None:
        named = Q(organisation__search_name__contains=typed) | Q(name__icontains=typed)
        found = list(self.targets.filter(named)[:MOST_DESKS])
        self._offer([desk for desk in found if desk.region_id != self.question.region_id])
        if found:
            self.add_error("to_desk", _g("Dit vonden we. Kies de dienst in de lijst."))
        else:
            self.add_error("elsewhere", _g("We vinden geen dienst met deze naam."))

    def _offer(self, found: list[Desk]) -> None:
        """The desks of the region, and above them what was found elsewhere."""
        near = self.targets.filter(region=self.question.region_id)
        groups = [(_g("Gevonden"), found), (_g("In deze regio"), near)]
        field: Any = self.fields["to_desk"]
        field.choices = [
            ("", _g("Kies een dienst")),
            *((title, [(d.key, _desk_words(d)) for d in desks]) for title, desks in groups if desks),
        ]


class FamilyForm(DeedForm):
    """One of the reader's own families, found by name, or the name of a new one."""

    known = forms.CharField(
        label=_("Een gezin dat je al kent"),
        help_text=_("Typ een naam. Je kiest daarna uit je eigen gezinnen."),
        widget=forms.TextInput(NAME),
        required=False,
        max_length=80,
    )
    family = forms.ModelChoiceField(
        Family.objects.none(), label=_("Welk gezin?"), to_field_name="key", required=False
    )
    name = forms.CharField(label=_("Of een nieuw gezin, met deze naam"), required=False, max_length=120)
    role = forms.ChoiceField(label=_("Wie is de vrager in dat gezin?"), required=False)

    def prepare(self) -> None:
        field: Any = self.fields["family"]
        field.queryset = families_visible_to(self.reader, self.at).filter(closed_at__isnull=True)
        role: Any = self.fields["role"]
        roles = [(r, role_words(r)) for r in FamilyMembership.Role.values]
        role.choices = [("", _g("Weet ik niet")), *roles]
        self._offer([])

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        family, name = values.get("family"), (values.get("name") or "").strip()
        typed = (values.get("known") or "").strip()
        if family is not None:
            shown = family_for(self.reader, family.key, self.at)
            self._offer([shown] if shown else [])
        elif typed and not name:
            self._find(typed)
            return values
        if bool(family) == bool(name):
            raise forms.ValidationError(_g("Kies een gezin, of geef een naam voor een nieuw gezin."))
        return values

    def _find(self, typed: str) -> None:
        found = families_named(self.reader, typed, self.at)
        self._offer([family for family in found if family.closed_at is None])
        if found:
            self.add_error("family", _g("Dit vonden we bij jouw gezinnen. Kies in de lijst."))
        else:
            self.add_error("known", _g("Geen van jouw gezinnen heet zo."))

    def _offer(self, found: list[Family]) -> None:
        """A list to choose from once there is something in it; until then an empty, hidden field."""
        field: Any = self.fields["family"]
        field.widget = forms.Select() if found else forms.HiddenInput()
        field.choices = [("", _g("Geen van deze")), *((family.key, family.name) for family in found)]


def _desk_words(desk: Desk) -> str:
    """A desk, with its organisation when that has another name."""
    same = desk.organisation.name in desk.name
    return desk.name if same else f"{desk.name} ({desk.organisation.name})"
