"""The forms of a legal request. What is wrong is said beside its field; nothing typed is lost."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.registry.people.queries import Identifiers
from kring.trust.legal.actions import Asked
from kring.trust.legal.articles import Gives
from kring.trust.legal.models import Paper, Requester

DAY = forms.DateInput({"type": "date"}, "%Y-%m-%d")


class NewForm(forms.Form):
    """Who asks, on what paper, about whom, what."""

    requester = forms.ChoiceField(label=_("Wie vraagt het?"), choices=Requester.choices)
    requester_name = forms.CharField(label=_("Naam en dienst"), max_length=160)
    paper = forms.ChoiceField(label=_("Op welk papier?"), choices=Paper.choices)
    reference = forms.CharField(label=_("Kenmerk van het papier"), max_length=60, required=False)
    received_on = forms.DateField(label=_("Gekregen op"), widget=DAY)
    asked = forms.CharField(
        label=_("Wat vragen ze?"), max_length=2000, widget=forms.Textarea({"rows": 3})
    )
    given_name = forms.CharField(label=_("Voornaam"), max_length=80, required=False)
    family_name = forms.CharField(label=_("Familienaam"), max_length=80, required=False)
    birth_date = forms.DateField(label=_("Geboortedatum"), required=False, widget=DAY)
    national_number = forms.CharField(
        label=_("Of het rijksregisternummer"),
        max_length=20,
        required=False,
        widget=forms.TextInput({"autocomplete": "off", "inputmode": "numeric"}),
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, use_required_attribute=False)

    def identifiers(self) -> Identifiers:
        """Whom it is about."""
        names = ("given_name", "family_name", "birth_date", "national_number")
        return Identifiers(*(self.cleaned_data[name] for name in names))

    def asked_of(self) -> Asked:
        """What was asked."""
        return Asked(**{name: self.cleaned_data[name] for name in Asked.__slots__})


class AssessForm(forms.Form):
    """What is given, why, and whether the person may know."""

    gives = forms.ChoiceField(
        label=_("Wat geef je?"),
        widget=forms.RadioSelect,
        choices=[
            (Gives.NOTHING, _("Niets: weigeren")),
            (Gives.BASIC, _("Alleen over wie het gaat en welke hulp er is")),
            (Gives.ITEMS, _("Ook de stukken die je hieronder kiest")),
        ],
    )
    pieces = forms.MultipleChoiceField(
        label=_("Welke stukken?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    because = forms.CharField(
        label=_("Waarom dit, en niet meer?"), max_length=400, widget=forms.Textarea({"rows": 2})
    )
    not_told_because = forms.CharField(
        label=_("Waarom mag de persoon het nog niet weten?"),
        help_text=_("Alleen als het papier dat verbiedt. Anders laten we het meteen weten."),
        max_length=400,
        required=False,
    )
    not_told_until = forms.DateField(label=_("Tot wanneer niet?"), required=False, widget=DAY)

    def __init__(self, data: Any = None, *, pieces: Iterable[tuple[str, str]] = ()) -> None:
        super().__init__(data, use_required_attribute=False)
        choices = list(pieces)
        self.fields["pieces"].choices = choices  # type: ignore[attr-defined]
        if not choices:
            del self.fields["pieces"]
