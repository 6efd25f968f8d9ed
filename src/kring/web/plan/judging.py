"""What a second helper says of a plan that was agreed."""

from django import forms
from django.utils.translation import gettext_lazy as _

GOOD, BACK = "goed", "terug"


class JudgeForm(forms.Form):
    """Good, or back with why: two buttons and some words."""

    words = forms.CharField(
        label=_("Wat moet er nog gebeuren?"),
        help_text=_("Nodig als je het terugstuurt. Alleen wie dit vastlegde, leest het."),
        max_length=100_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    oordeel = forms.ChoiceField(choices=((GOOD, _("goed")), (BACK, _("terug"))))
