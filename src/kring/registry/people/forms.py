"""Forms about persons and families: what is wrong is said beside its field, nothing typed is lost.

Dates and numbers that are impossible are refused by the same rules as in the actions. The moment
comes in as ``at``.
"""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy

from kring.registry.people.models import ContactChannel, Family, FamilyMembership, RelationType
from kring.registry.people.rules import (
    check_birth_date,
    check_born_or_expected,
    check_channel,
    check_expected_date,
    check_national_number,
)
from kring.registry.places.fields import MunicipalityField

DATE_MESSAGES = {"invalid": gettext_lazy("Deze datum klopt niet. Schrijf ze zoals 21/09/2020.")}


def date_field(label: Any, help_text: Any = "") -> forms.DateField:
    """A day, typed or picked."""
    return forms.DateField(
        label=label,
        help_text=help_text,
        required=False,
        widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"),
        input_formats=["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"],
        error_messages=DATE_MESSAGES,
    )


class PersonForm(forms.Form):
    """Who somebody is, as far as they want to say; everything may stay empty."""

    given_name = forms.CharField(label=gettext_lazy("Voornaam"), required=False, max_length=80)
    family_name = forms.CharField(label=gettext_lazy("Naam"), required=False, max_length=80)
    nickname = forms.CharField(
        label=gettext_lazy("Hoe mogen we je noemen?"), required=False, max_length=80
    )
    birth_date = date_field(gettext_lazy("Geboortedatum"))
    expected_birth_date = date_field(
        gettext_lazy("Verwachte geboortedatum"), gettext_lazy("Voor een kind dat nog komt.")
    )
    preferred_language = forms.CharField(
        label=gettext_lazy("Taal"),
        required=False,
        max_length=8,
        help_text=gettext_lazy("Zoals nl, fr of ar."),
    )
    interpreter_needed = forms.BooleanField(label=gettext_lazy("Er is een tolk nodig"), required=False)
    municipality = MunicipalityField(label=gettext_lazy("Gemeente of postcode"), required=False)
    address = forms.CharField(label=gettext_lazy("Straat en nummer"), required=False, max_length=200)
    protected_address = forms.BooleanField(
        label=gettext_lazy("Dit adres moet afgeschermd blijven"), required=False
    )

    def __init__(self, *args: Any, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.at = at

    def clean_birth_date(self) -> date | None:
        """Not in the future, not before 1900."""
        born: date | None = self.cleaned_data["birth_date"]
        _beside_field(lambda: check_birth_date(born, self.at))
        return born

    def clean_expected_birth_date(self) -> date | None:
        """Not too far away."""
        expected: date | None = self.cleaned_data["expected_birth_date"]
        _beside_field(lambda: check_expected_date(expected, self.at))
        return expected

    def clean(self) -> dict[str, Any]:
        """Born or expected, not both."""
        cleaned = super().clean() or {}
        try:
            check_born_or_expected(cleaned.get("birth_date"), cleaned.get("expected_birth_date"))
        except ValidationError as refused:
            self.add_error(None, refused)
        return cleaned


class NationalNumberForm(forms.Form):
    """A national or BIS number; the field does not show what was stored before."""

    national_number = forms.CharField(
        label=gettext_lazy("Rijksregisternummer"),
        max_length=20,
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
    )

    def clean_national_number(self) -> str:
        """The eleven digits."""
        typed: str = self.cleaned_data["national_number"]
        return _beside_field(lambda: check_national_number(typed))


class FamilyForm(forms.Form):
    """The name a family uses for itself."""

    name = forms.CharField(
        label=gettext_lazy("Hoe noemt het gezin zich?"),
        max_length=Family._meta.get_field("name").max_length,
        error_messages={"required": gettext_lazy("Geef het gezin een naam, zoals het zich noemt.")},
    )


class MemberForm(forms.Form):
    """In which role somebody belongs to a family."""

    role = forms.ChoiceField(
        label=gettext_lazy("Wie is dit in het gezin?"), choices=FamilyMembership.Role.choices
    )


class RelationForm(forms.Form):
    """What somebody is of another person, and whether they have a say."""

    type = forms.ChoiceField(label=gettext_lazy("Wat is deze persoon?"), choices=RelationType.choices)
    authority = forms.NullBooleanField(label=gettext_lazy("Heeft deze persoon gezag?"), required=False)
    legal_ground = forms.CharField(label=gettext_lazy("Op welke grond?"), required=False, max_length=200)


class ChannelForm(forms.Form):
    """How to reach somebody safely."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Hoe bereiken we je veilig?"),
        choices=ContactChannel.Kind.choices,
        widget=forms.RadioSelect,
    )
    value = forms.CharField(label=gettext_lazy("Nummer of adres"), required=False, max_length=254)
    hours = forms.CharField(label=gettext_lazy("Wanneer?"), required=False, max_length=120)
    say_to_others = forms.CharField(
        label=gettext_lazy("Wat zeggen we als iemand anders opneemt?"), required=False, max_length=200
    )
    safe = forms.BooleanField(label=gettext_lazy("Dit is veilig voor mij"), required=False)

    def clean(self) -> dict[str, Any]:
        """The number or address in one form; a wrong one keeps what was typed."""
        cleaned = super().clean() or {}
        if "kind" in cleaned:
            try:
                cleaned["value"] = check_channel(cleaned["kind"], cleaned.get("value", ""))
            except ValidationError as refused:
                self.add_error(None, refused)
        return cleaned


def _beside_field[R](check: Callable[[], R]) -> R:
    """A refusal of the rules as the sentences of the one field that is cleaned."""
    try:
        return check()
    except ValidationError as refused:
        raise ValidationError(refused.messages) from refused
