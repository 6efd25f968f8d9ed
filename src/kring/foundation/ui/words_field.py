"""A box for somebody's own words."""

from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator


def words_field(
    label: Any, *, most: int, too_long: Any, empty: Any = "", hint: Any = "", rows: int = 3
) -> forms.CharField:
    """At most so many signs; ``empty`` is the sentence where nothing is written; without it, it may be.

    ``too_long`` may name ``show_value`` and ``limit_value``, both in signs.
    """
    return forms.CharField(
        label=label,
        help_text=hint,
        required=bool(empty),
        # No maxlength in the browser: it would cut a pasted text without a word.
        validators=[MaxLengthValidator(most, too_long)],
        widget=forms.Textarea({"rows": rows}),
        error_messages={"required": empty},
    )
