"""Correcting a family and its people; each form carries the version it was read at."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from kring.foundation.ui.language_field import LanguageField
from kring.registry.people.models import Family, Person

LONGEST_CODE = 8


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


class LanguagesField(forms.CharField):
    """Codes of languages, as people type them: with commas or spaces between."""

    def prepare_value(self, value: Any) -> Any:
        """A stored list as it is typed."""
        return ", ".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        """The codes, each once."""
        words = str(value or "").replace(",", " ").split()
        if any(len(word) > LONGEST_CODE for word in words):
            raise forms.ValidationError(_g("Schrijf codes van twee of drie letters, zoals fr of ar."))
        return list(dict.fromkeys(words))


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
    preferred_language = LanguageField(label=_("Taal"), required=False)
    known_languages = LanguagesField(
        label=_("Spreekt ook"), help_text=_("Codes met een komma ertussen: fr, ar"), required=False
    )
    interpreter_needed = forms.BooleanField(label=_("Er is een tolk nodig"), required=False)

    @classmethod
    def of(cls, person: Person) -> "PersonForm":
        """The form as the record stands."""
        initial = {name: getattr(person, name) for name in cls.labels()}
        return cls(initial=initial | {"version": person.version})


class UnbornForm(PersonForm):
    """What is known of a child not born yet; a birth date takes the place of the expected one."""

    expected_birth_date = forms.DateField(
        label=_("Verwachte geboortedatum"),
        help_text=_("Is het kind geboren? Vul dan de geboortedatum in."),
        required=False,
        widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"),
    )

    def values(self) -> dict[str, Any]:
        """Born: then nothing is expected any more."""
        given = super().values()
        return given | ({"expected_birth_date": None} if given["birth_date"] else {})
