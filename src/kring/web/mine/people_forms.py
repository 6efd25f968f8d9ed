"""What somebody fills in to invite one of their own, or to ask something of their team."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.registry.network.models import Worker
from kring.support.plans.models import WishKind


class InviteForm(forms.Form):
    """Somebody of one's own: a name, a way to reach them, and whether they are trusted."""

    name = forms.CharField(
        label=_("Wie wil je uitnodigen?"),
        help_text=_("Een naam is genoeg, bijvoorbeeld: oma Rita."),
        max_length=80,
        error_messages={"required": _("Schrijf een naam.")},
    )
    reach = forms.CharField(
        label=_("Hoe bereiken we die persoon?"),
        help_text=_("Een telefoonnummer of e-mailadres van die persoon alleen."),
        max_length=120,
        error_messages={"required": _("Schrijf een nummer of een e-mailadres.")},
    )
    trusted = forms.BooleanField(
        label=_("Dit is mijn vertrouwenspersoon"),
        help_text=_("Die staat naast jou en mag met je meelezen. Kies iemand van 18 jaar of ouder."),
        required=False,
    )


class WishForm(forms.Form):
    """Another helper, a break or a trusted person. The helper meant does not read it."""

    kind = forms.ChoiceField(
        label=_("Wat vraag je?"),
        choices=WishKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat je vraagt.")},
    )
    about = forms.ChoiceField(label=_("Over wie gaat het?"), required=False)
    words = forms.CharField(
        label=_("Wil je er iets bij zeggen?"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, helpers: Sequence[Worker], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helpers = {str(one.key): one for one in helpers}
        names = [(key, one.name) for key, one in self.helpers.items()]
        self.fields["about"].choices = [("", _("niemand in het bijzonder")), *names]  # type: ignore[attr-defined]

    def meant(self) -> Worker | None:
        """The helper that was chosen."""
        return self.helpers.get(self.cleaned_data["about"])
