"""How much a calendar outside may know."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.exchange.calendars.models import Level


class LevelForm(forms.Form):
    """One of three levels; the least is chosen beforehand."""

    level = forms.ChoiceField(
        label=_("Wat mag je agenda weten?"),
        help_text=_("Waar het is en waarover het gaat, staat er nooit in."),
        choices=Level.choices,
        initial=Level.BUSY,
        widget=forms.RadioSelect,
    )
