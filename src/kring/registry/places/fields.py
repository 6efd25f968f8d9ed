"""A form field in which people type where they live."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from kring.registry.places.models import Municipality
from kring.registry.places.queries import (
    find_municipalities,
    municipality_by_nis,
    named_exactly,
)

ENOUGH_LETTERS = 4


class MunicipalityInput(forms.TextInput):
    """Free text with suggestions; without JavaScript the choices stand below after sending."""

    template_name = "places/municipality_input.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"autocomplete": "off", "spellcheck": "false", **(attrs or {})})
        self.offered: list[Municipality] = []

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:  # noqa: ARG002
        """The offered municipality that was picked, else the text."""
        return data.get(f"{name}_nis") or data.get(name)

    def format_value(self, value: Any) -> str | None:
        """A stored key or a picked code is shown as the name of the municipality."""
        if isinstance(value, Municipality):
            return _name(value)
        if isinstance(value, int):
            return _name(Municipality.objects.get(pk=value))
        known = municipality_by_nis(value) if isinstance(value, str) and _is_nis(value) else None
        return _name(known) if known else super().format_value(value)

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """Adds the offered municipalities and the id of the list of suggestions."""
        context = super().get_context(name, value, attrs)
        context["suggest_url"] = reverse("places:suggest")
        context["list_id"] = f"{context['widget']['attrs'].get('id', name)}_list"
        context["offered"] = [(row.nis, _name(row), _where(row)) for row in self.offered]
        return context


class MunicipalityField(forms.Field):
    """Cleans to a Municipality that exists now.

    What can mean more than one place, or a municipality merged away, gets a sentence and the
    choices beside the field.
    """

    widget = MunicipalityInput
    default_error_messages = {
        "required": gettext_lazy("Vul je gemeente of postcode in."),
        "unknown": gettext_lazy(
            "We vinden “%(text)s” niet. Typ de naam van je gemeente of je postcode."
        ),
        "ambiguous": gettext_lazy("“%(text)s” kan meer dan één gemeente zijn. Kies er één."),
        "merged": gettext_lazy("%(old)s is sinds %(day)s een deel van %(new)s. Kies %(new)s."),
    }

    def clean(self, value: Any) -> Municipality | None:
        """The municipality, or None when nothing was typed and nothing is required."""
        self.validate(value)
        text = str(value or "").strip()
        if not text:
            return None
        exact = self._exact(text)
        found = exact or find_municipalities(text)
        certain = bool(exact) or len(text) >= ENOUGH_LETTERS
        if len(found) == 1 and certain and not found[0].merged_away:
            return found[0]
        raise self._question(text, found)

    def _exact(self, text: str) -> list[Municipality]:
        if _is_nis(text):
            row = municipality_by_nis(text)
            return [row] if row else []
        return named_exactly(text)

    def _question(self, text: str, found: list[Municipality]) -> ValidationError:
        self._offer(list(dict.fromkeys(row.successor or row for row in found)))
        if not found:
            return ValidationError(self.error_messages["unknown"], "unknown", {"text": text[:60]})
        if len(found) == 1 and found[0].merged_away:
            return self._merged(found[0])
        return ValidationError(self.error_messages["ambiguous"], "ambiguous", {"text": text[:60]})

    def _merged(self, row: Municipality) -> ValidationError:
        day = date_format(row.valid_until, "j F Y") if row.valid_until else ""
        words = {"old": _name(row), "day": day, "new": _name(row.successor or row)}
        return ValidationError(self.error_messages["merged"], "merged", words)

    def _offer(self, choices: list[Municipality]) -> None:
        if isinstance(self.widget, MunicipalityInput):
            self.widget.offered = choices


def _is_nis(text: str) -> bool:
    return len(text) == 5 and text.isdecimal()  # noqa: PLR2004 - an NIS code has five digits


def _name(row: Municipality) -> str:
    return row.name_in(get_language() or "nl")


def _where(row: Municipality) -> str:
    return _("provincie %(name)s") % {"name": row.province.name.get("nl", "")}
