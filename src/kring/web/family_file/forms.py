"""Correcting a family and its people; each form carries the version it was read at."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.registry.people.models import Family, Person


class VersionedForm(forms.Form):
    """A form that knows which version of a record it corrects."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    @classmethod
    def labels(cls) -> dict[str, str]:
        """The fields people see, with their labels."""
        return {name: str(f.label) for name, f in cls.base_fields.items() if name != "version"}

    def values(self) -> dict[str, Any]:
        """What was filled in, without the version."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}


class FamilyForm(VersionedForm):
    """The name a family uses for itself."""

    name = forms.CharField(label=_("Naam van het gezin"), max_length=120)

    @classmethod
    def of(cls, family: Family) -> "FamilyForm":
        """The form as the record stands."""
        return cls(initial={"name": family.name, "version": family.version})


class PersonForm(VersionedForm):
    """What is known of a person."""

    given_name = forms.CharField(label=_("Voornaam"), max_length=80, required=False)
    family_name = forms.CharField(label=_("Familienaam"), max_length=80, required=False)
    nickname = forms.CharField(label=_("Wil genoemd worden"), max_length=80, required=False)
    birth_date = forms.DateField(
        label=_("Geboortedatum"),
        required=False,
        widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"),
    )
    preferred_language = forms.CharField(
        label=_("Taal"), help_text=_("De code van de taal: nl, fr, ar…"), max_length=8, required=False
    )
    interpreter_needed = forms.BooleanField(label=_("Er is een tolk nodig"), required=False)

    @classmethod
    def of(cls, person: Person) -> "PersonForm":
        """The form as the record stands."""
        initial = {name: getattr(person, name) for name in cls.labels()}
        return cls(initial=initial | {"version": person.version})
