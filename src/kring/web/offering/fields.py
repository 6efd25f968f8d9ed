"""The kinds of fields in the forms of the offer."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as __

NOTHING = ("", __("niet gekozen"))


def several(label: Any, choices: Any = ()) -> forms.MultipleChoiceField:
    """Boxes of which any number may be ticked."""
    return forms.MultipleChoiceField(
        label=label, choices=choices, required=False, widget=forms.CheckboxSelectMultiple
    )


def one_of(label: Any, choices: Any) -> forms.ChoiceField:
    """One of a list, or none."""
    return forms.ChoiceField(label=label, choices=[NOTHING, *choices], required=False)


def words(label: Any, rows: int = 3, help_text: Any = "") -> forms.CharField:
    """A box of text."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=False,
        max_length=10_000,
        widget=forms.Textarea({"rows": rows}),
    )


def line(label: Any, most: int, help_text: Any = "") -> forms.CharField:
    """A line of text."""
    return forms.CharField(label=label, help_text=help_text, required=False, max_length=most)
