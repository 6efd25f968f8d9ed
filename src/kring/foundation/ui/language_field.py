"""A choice of a language by its name; what is kept is its code."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from kring.foundation.ui.words import language_name

FIRST = ("nl", "fr", "en", "ar", "tr", "uk")
"""Most asked for, on top of the list."""
FURTHER = (
    *("am", "bg", "bn", "bs", "cs", "de", "el", "es", "fa", "fa-AF", "hi", "hr", "hu", "hy", "it"),
    *("ka", "ku", "ln", "lt", "mk", "ne", "pa", "pl", "ps", "pt", "ro", "ru", "rw", "sk", "so"),
    *("sq", "sr", "sw", "th", "ti", "tl", "ur", "vi", "yi", "zgh", "zh"),
)
CODE = re.compile(r"[a-z]{2,3}(-[A-Za-z]{2,4})?")


class LanguageSelect(forms.Select):
    """Keeps a language that is not on the list, so that saving a page never loses one."""

    def optgroups(self, name: str, value: list[str], attrs: dict[str, Any] | None = None) -> Any:
        """The languages, and the chosen one where the list lacks it."""
        for code in value:
            if code and all(code != known for known, _name in self.choices):
                self.choices = [*self.choices, (code, language_name(code))]
        return super().optgroups(name, value, attrs)


class LanguageField(forms.ChoiceField):
    """One language by name. An empty choice where it may stay open."""

    widget = LanguageSelect

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=language_choices, **kwargs)

    def valid_value(self, value: Any) -> bool:
        """Any code of a language: people speak more than a list holds."""
        return CODE.fullmatch(str(value)) is not None


def language_choices() -> list[tuple[str, str]]:
    """Code and name in the language of the page: the most asked first, the others by name."""
    named = sorted(((code, language_name(code)) for code in FURTHER), key=lambda one: one[1].casefold())
    return [("", _("Kies een taal")), *((code, language_name(code)) for code in FIRST), *named]
