"""The form with which a House opens."""

import re
from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from kring.registry.network.models import Organisation
from kring.registry.places.fields import MunicipalityField
from kring.registry.places.models import Municipality

MOST_TOWNS = 100


class NewHouseForm(forms.Form):
    """What a House is called, who leads it and for families of where."""

    name = forms.CharField(
        label=_("Naam"), max_length=200, help_text=_("Bijvoorbeeld “Huis van het Kind Geel”.")
    )
    lead = forms.ModelChoiceField(
        label=_("Wie leidt het?"),
        queryset=Organisation.objects.none(),
        to_field_name="key",
        empty_label=_("Kies een organisatie"),
    )
    municipalities = forms.CharField(
        label=_("Voor gezinnen uit welke gemeenten?"),
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Namen of postcodes, met een komma ertussen of elk op een regel."),
    )

    def __init__(self, data: Any = None, *, at: datetime) -> None:
        super().__init__(data, use_required_attribute=False)
        rows = Organisation.objects.exclude(closed_on__lte=at.date()).order_by("search_name", "pk")
        lead = self.fields["lead"]
        if isinstance(lead, forms.ModelChoiceField):
            lead.queryset = rows

    def clean_municipalities(self) -> list[Municipality]:
        """Every municipality once; each that cannot be found gets its own sentence."""
        typed = re.split(r"[\n,;]+", self.cleaned_data["municipalities"])
        found: dict[int, Municipality] = {}
        wrong: list[str] = []
        for name in filter(None, (piece.strip() for piece in typed[:MOST_TOWNS])):
            try:
                town = MunicipalityField().clean(name)
            except ValidationError as error:
                wrong += error.messages
            else:
                found |= {town.pk: town} if town else {}
        if wrong:
            raise ValidationError(wrong)
        return list(found.values())
