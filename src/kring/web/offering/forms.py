"""What a visitor and a keeper fill in about the offer; nothing typed is lost."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from kring.offer.directory.models import Outcome, WrongAbout


class WrongForm(forms.Form):
    """What does not hold of a service; who says so is not asked."""

    submission = forms.UUIDField(widget=forms.HiddenInput, required=False)
    about = forms.ChoiceField(
        label=_("Wat klopt er niet?"),
        choices=WrongAbout.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat er niet klopt.")},
    )
    words = forms.CharField(
        label=_("Vertel kort wat er anders is"),
        help_text=_("Schrijf geen namen en niets over jezelf: dat is niet nodig."),
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, use_required_attribute=False, **kwargs)
        self.fields["submission"].initial = uuid4
        about = self.fields["about"]
        if isinstance(about, forms.ChoiceField):
            about.choices = [(code, capfirst(words)) for code, words in WrongAbout.choices]


class SettleForm(forms.Form):
    """What came of a report."""

    outcome = forms.ChoiceField(
        label=_("Wat kwam ervan?"),
        choices=Outcome.choices,
        error_messages={"required": _("Kies wat ervan kwam.")},
    )


class FreeForm(forms.Form):
    """How many places are free now."""

    places = forms.IntegerField(
        label=_("Hoeveel plaatsen zijn er vrij?"),
        help_text=_("Laat leeg als je dat niet wil tonen. Gezinnen zien de dag waarop je het opgaf."),
        required=False,
        min_value=0,
        max_value=9999,
    )


class WithForm(forms.Form):
    """The service that goes together with one's own."""

    met = forms.UUIDField()
