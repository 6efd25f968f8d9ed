"""The forms of the guard. What is wrong is said beside its field; nothing typed is lost."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.registry.people.queries import Identifiers
from kring.trust.access.models import BrokenGlass


class PersonForm(forms.Form):
    """Enough to recognise one person by."""

    given_name = forms.CharField(label=_("Voornaam"), max_length=80, required=False)
    family_name = forms.CharField(label=_("Familienaam"), max_length=80, required=False)
    birth_date = forms.DateField(
        label=_("Geboortedatum"),
        required=False,
        widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"),
    )
    national_number = forms.CharField(
        label=_("Of het rijksregisternummer"),
        max_length=20,
        required=False,
        widget=forms.TextInput({"autocomplete": "off", "inputmode": "numeric"}),
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, use_required_attribute=False)

    def identifiers(self) -> Identifiers:
        """What was filled in, to look for."""
        given = self.cleaned_data
        return Identifiers(
            given["given_name"], given["family_name"], given["birth_date"], given["national_number"]
        )


class GlassForm(PersonForm):
    """Whom it is about, and why it cannot wait."""

    reason = forms.CharField(
        label=_("Waarom kan het niet wachten?"),
        help_text=_("Minstens 20 tekens. Het gezin kan dit lezen."),
        max_length=400,
        widget=forms.Textarea({"rows": 3}),
        error_messages={
            "required": _("Schrijf in een zin waarom het niet kan wachten (minstens 20 tekens).")
        },
    )


class JoinForm(PersonForm):
    """Whom one wants to help along, and why."""

    reason = forms.CharField(
        label=_("Waarom wil je meehelpen?"),
        help_text=_("Minstens 20 tekens. Wie ja of nee zegt, leest dit."),
        max_length=400,
        widget=forms.Textarea({"rows": 3}),
        error_messages={
            "required": _("Schrijf in een zin waarom je wilt meehelpen (minstens 20 tekens).")
        },
    )


class CircleForm(PersonForm):
    """Somebody of the own circle, with a full name and a birth date."""

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        for name in ("given_name", "family_name", "birth_date"):
            self.fields[name].required = True


class ReviewForm(forms.Form):
    """What the officer thinks of an emergency access, and why."""

    verdict = forms.ChoiceField(
        label=_("Oordeel"), choices=BrokenGlass.Verdict.choices, widget=forms.RadioSelect
    )
    words = forms.CharField(
        label=_("Waarom?"),
        max_length=400,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": _("Schrijf in een korte zin waarom je dit vindt.")},
    )


class PauseForm(forms.Form):
    """Why the accounts of an organisation open nothing for now."""

    because = forms.CharField(
        label=_("Waarom?"),
        max_length=400,
        widget=forms.Textarea({"rows": 2}),
        error_messages={"required": _("Schrijf in een korte zin waarom.")},
    )
