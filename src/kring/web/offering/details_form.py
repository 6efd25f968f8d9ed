"""What else a family and a professional want to know of a service, beside its first facts."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from kring.offer.directory.models import HelpFunction
from kring.registry.places.models import Municipality
from kring.registry.places.queries import named_exactly
from kring.web.offering.fields import line, one_of, words

A_LINE = __("Eén op elke lijn.")
MOST_LINES = 60
MODULE = ("module_code", "module_frequency", "module_intensity", "module_duration")


class DetailsForm(forms.Form):
    """How one begins, what one brings, who may come and by which typemodule; all of it optional."""

    how = words(__("Hoe begin je eraan?"), 2)
    wait = words(__("Hoe lang wachten mensen meestal?"), 2)
    papers = words(__("Wat brengen gezinnen mee?"), 2, A_LINE)
    interpreter = words(__("Kan er een tolk bij zijn?"), 2)
    alert = words(__("Wat moet iedereen nu weten?"), 2)
    areas = words(
        __("Alleen voor wie woont in"),
        2,
        __("Gemeenten of postcodes, één op elke lijn. Laat leeg als iedereen mag komen."),
    )
    module_function = one_of(__("Functie van de typemodule"), HelpFunction.choices)
    module_code = line(__("Code van de typemodule"), 20)
    module_frequency = line(__("Frequentie"), 120)
    module_intensity = line(__("Intensiteit"), 120)
    module_duration = line(__("Duur"), 120)

    def clean_areas(self) -> list[Municipality]:
        """The municipalities that were typed; raises ValidationError with the line that is none."""
        found: dict[int, Municipality] = {}
        for text in lines_of(self.cleaned_data["areas"]):
            known = [one for one in named_exactly(text) if not one.merged_away]
            if not known:
                raise ValidationError(_("We vinden geen gemeente “%(text)s”.") % {"text": text[:60]})
            found |= {one.pk: one for one in known}
        return list(found.values())

    def clean_papers(self) -> list[str]:
        """The papers, one a line."""
        return lines_of(self.cleaned_data["papers"])

    def clean(self) -> dict[str, Any]:
        """A typemodule has one function and a code."""
        cleaned = super().clean() or {}
        named = any(cleaned.get(name) for name in MODULE)
        if named and not cleaned.get("module_function"):
            self.add_error("module_function", _("Kies ook de functie van de typemodule."))
        if cleaned.get("module_function") and not cleaned.get("module_code"):
            self.add_error("module_code", _("Schrijf ook de code van de typemodule."))
        return cleaned

    def has_module(self) -> bool:
        """Whether any of the typemodule is filled in, or must be mended."""
        return any(self[name].value() or self[name].errors for name in ("module_function", *MODULE))


def lines_of(text: str) -> list[str]:
    """The lines that say something; raises ValidationError when there are too many."""
    found = list(dict.fromkeys(one.strip() for one in text.splitlines() if one.strip()))
    if len(found) > MOST_LINES:
        raise ValidationError(_("Hou het bij %(most)s lijnen.") % {"most": MOST_LINES})
    return found
