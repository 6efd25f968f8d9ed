"""The form with which a keeper describes a service; nothing typed is lost."""

import re
from datetime import time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from kring.offer.directory.models import LifeDomain, Pillar, Reach, Service, Situation, WayIn
from kring.offer.directory.rules import LANGUAGES, WEEKDAYS
from kring.web.offering.details_form import DetailsForm
from kring.web.offering.fields import one_of, several, words
from kring.web.offering.words import day_names, language_name, place_words

SPOKEN = "nl fr en de ar tr uk fa ps so ti ru pl ro bg es pt it".split()
SLOT = re.compile(r"(\d{1,2})[:.u](\d{2})?\s*-\s*(\d{1,2})[:.u](\d{2})?")
MONTHS = __("In maanden. Laat leeg als er geen grens is.")


class WeeklyForm(forms.Form):
    """The hours of each day of the week, each on a line; a line that cannot be read keeps its text."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number, day in enumerate(WEEKDAYS):
            self.fields[f"day{day}"] = forms.CharField(
                label=day_names()[number].capitalize(), required=False, max_length=80
            )

    def clean(self) -> dict[str, Any]:
        """The hours of each day."""
        cleaned = super().clean() or {}
        for day in WEEKDAYS:
            try:
                cleaned[f"day{day}"] = read_slots(str(cleaned.get(f"day{day}", "")))
            except ValidationError as error:
                self.add_error(f"day{day}", error.messages)
        return cleaned

    def days(self) -> list[forms.BoundField]:
        """The lines of the hours."""
        return [self[f"day{day}"] for day in WEEKDAYS]


class ServiceForm(DetailsForm, WeeklyForm):
    """All that its keeper says of a service in their own words; what the form has no field for stays."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    name_nl = forms.CharField(label=__("Hoe heet het?"), max_length=200)
    description_nl = words(__("Wat doe je, in gewone woorden?"), 4)
    places = several(__("Waar is het?"))
    minimum_months = forms.IntegerField(
        label=__("Vanaf welke leeftijd?"), help_text=MONTHS, required=False, min_value=0
    )
    maximum_months = forms.IntegerField(
        label=__("Tot welke leeftijd?"), help_text=MONTHS, required=False, min_value=1
    )
    expecting = forms.BooleanField(label=__("Ook voor wie een kind verwacht"), required=False)
    for_whom = words(__("Voor wie nog, in gewone woorden"), 2)
    domains = several(__("Waarover gaat het?"), LifeDomain.choices)
    situations = several(__("Voor gezinnen die dit meemaken"), Situation.choices)
    languages = several(__("Welke talen spreek je?"))
    phone = forms.CharField(label=__("Telefoon"), required=False, max_length=60)
    email = forms.EmailField(label=__("E-mail"), required=False)
    url = forms.URLField(label=__("Website"), required=False, max_length=500, assume_scheme="https")
    is_free = forms.BooleanField(label=__("Het is gratis"), required=False)
    cost = words(__("Wat kost het?"), 2)
    reach = one_of(__("Voor welke gezinnen?"), Reach.choices)
    pillar = one_of(__("Pijler van het Huis van het Kind"), Pillar.choices)
    entry = one_of(__("Hoe kom je binnen?"), WayIn.choices)
    confirm_every = forms.IntegerField(
        label=__("Om de hoeveel maanden bevestig je dit?"),
        help_text=__("1 tot 12. Je krijgt een mail wanneer het zover is."),
        min_value=1,
        max_value=12,
    )
    name_fr = forms.CharField(label=__("Naam in het Frans"), required=False, max_length=200)
    description_fr = words(__("Uitleg in het Frans"))
    name_en = forms.CharField(label=__("Naam in het Engels"), required=False, max_length=200)
    description_en = words(__("Uitleg in het Engels"))
    for_whom_fr = words(__("Voor wie nog, in het Frans"), 2)
    for_whom_en = words(__("Voor wie nog, in het Engels"), 2)
    cost_fr = words(__("Wat kost het, in het Frans"), 2)
    cost_en = words(__("Wat kost het, in het Engels"), 2)
    how_fr = words(__("Hoe begin je eraan, in het Frans"), 2)
    how_en = words(__("Hoe begin je eraan, in het Engels"), 2)

    def __init__(self, data: Any = None, *, service: Service, **kwargs: Any) -> None:
        super().__init__(data, use_required_attribute=False, **kwargs)
        spoken = {one.code for one in service.languages.all() if one.code}
        codes = [*SPOKEN, *sorted(spoken - set(SPOKEN))]
        self._choose("languages", [(code, language_name(code)) for code in codes])
        locations = service.organization.locations.order_by("pk").prefetch_related("addresses")
        self._choose("places", [(str(one.key), place_words(one)) for one in locations])

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = choices

    def text(self, name: str) -> dict[str, str]:
        """A text in the languages it was written in."""
        given = {language: self.cleaned_data[f"{name}_{language}"] for language in LANGUAGES}
        return {language: text.strip() for language, text in given.items() if text.strip()}


def read_slots(text: str) -> list[tuple[time, time]]:
    """The hours of a line like "9:00-12:00, 13u-16u30"; raises ValidationError."""
    slots = []
    for part in filter(None, (piece.strip() for piece in text.split(","))):
        found = SLOT.fullmatch(part)
        if found is None:
            raise ValidationError(_("Schrijf uren zoals 9:00-12:00, 13:00-16:00."))
        hours = [int(found[1]), int(found[2] or 0), int(found[3]), int(found[4] or 0)]
        try:
            slots.append((time(hours[0], hours[1]), time(hours[2], hours[3])))
        except ValueError as error:
            raise ValidationError(_("Dit uur bestaat niet.")) from error
    return slots
