"""The forms of the guard. What is wrong is said beside its field; nothing typed is lost."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.trust.access.models import BrokenGlass
from kring.web.shell.identifying import IdentifyingForm


class GlassForm(IdentifyingForm):
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


class JoinForm(IdentifyingForm):
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


class CircleForm(IdentifyingForm):
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
