"""What is asked of a worker who must recognise a person."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.registry.people.queries import Identifiers


class IdentifyingForm(forms.Form):
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

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, use_required_attribute=False, **options)

    def identifiers(self) -> Identifiers:
        """What was filled in, to look for."""
        given = self.cleaned_data
        return Identifiers(
            given["given_name"], given["family_name"], given["birth_date"], given["national_number"]
        )
