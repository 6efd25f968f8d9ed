"""Writing down whether a child decides, what was shared, and whether it is safe for a second parent."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from kring.registry.network.models import Organisation
from kring.trust.consent.actions import Shared
from kring.trust.consent.legal import legal_bases_on, receivers
from kring.trust.consent.models import Sharing

ABLE = (("yes", _("Ja, beslist zelf")), ("no", _("Nee, beslist nog niet zelf")))
SAFE = (("no", _("Nee, of dat is niet zeker")), ("yes", _("Ja, dat is veilig")))
SHORT = {"rows": 2}


class AbilityForm(forms.Form):
    """A judgement whether a minor decides: never by age alone, always with a reason."""

    able = forms.ChoiceField(
        label=_("Kan dit kind zelf beslissen?"), choices=ABLE, widget=forms.RadioSelect
    )
    because = forms.CharField(
        label=_("Waarom denk je dat?"), widget=forms.Textarea({"rows": 3}), max_length=400
    )


class SharingForm(forms.Form):
    """What went to whom, why it was necessary, in whose interest, and on what ground."""

    what = forms.CharField(label=_("Wat heb je gedeeld?"), widget=forms.Textarea(SHORT), max_length=400)
    receiver_kind = forms.ChoiceField(label=_("Aan wat voor iemand?"))
    organisation = forms.ChoiceField(label=_("Aan welke organisatie?"), required=False)
    receiver = forms.CharField(label=_("Of aan wie, in woorden"), max_length=200, required=False)
    necessary_because = forms.CharField(
        label=_("Waarom was dat nodig?"), widget=forms.Textarea(SHORT), max_length=400
    )
    in_the_interest_of = forms.CharField(label=_("In het belang van wie?"), max_length=200)
    consent_asked = forms.ChoiceField(
        label=_("Vroeg je of het mocht?"), choices=Sharing.Asked.choices, widget=forms.RadioSelect
    )
    without_consent_because = forms.CharField(
        label=_("Geen ja? Waarom deelde je dan, of waarom vroeg je het niet?"),
        widget=forms.Textarea(SHORT),
        max_length=400,
        required=False,
    )
    legal_basis = forms.ChoiceField(label=_("Waarop steun je?"))

    def __init__(
        self, *args: Any, day: date, organisations: Sequence[Organisation], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.use_required_attribute = False
        self.organisations = {str(one.key): one for one in organisations}
        offered = {
            "receiver_kind": [(one.code, one.label) for one in receivers()],
            "organisation": [(key, one.name) for key, one in self.organisations.items()],
            "legal_basis": [(one.code, one.label) for one in legal_bases_on(day)],
        }
        for name, choices in offered.items():
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = [("", _("Kies…")), *choices]

    def clean(self) -> dict[str, Any]:
        """Somebody received it."""
        given = super().clean() or self.cleaned_data
        if not given.get("organisation") and not given.get("receiver"):
            self.add_error("receiver", _g("Kies een organisatie of schrijf wie het kreeg."))
        return given

    def shared(self, from_organisation: Organisation | None) -> Shared:
        """What was shared, as the room of consent takes it."""
        given = dict(self.cleaned_data)
        organisation = self.organisations.get(given.pop("organisation"))
        return Shared(organisation=organisation, from_organisation=from_organisation, **given)


class SafetyForm(forms.Form):
    """What the first parent, asked alone, says of another parent; without an answer it is no."""

    parent = forms.ChoiceField(label=_("Over welke ouder?"))
    safe = forms.ChoiceField(
        label=_("Is het veilig dat die ouder meeleest?"),
        choices=SAFE,
        initial="no",
        widget=forms.RadioSelect,
    )
    asked_alone = forms.BooleanField(label=_("Ik vroeg het onder vier ogen"), required=False)

    def __init__(self, *args: Any, parents: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["parent"]
        if isinstance(field, forms.ChoiceField):
            field.choices = list(parents)
        if len(parents) == 1:
            field.widget = forms.HiddenInput()
            field.initial = parents[0][0]
