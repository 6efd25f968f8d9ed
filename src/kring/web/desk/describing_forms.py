"""What becomes known after a question was asked, and that an answer is none."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.registry.places.fields import MunicipalityField
from kring.support.requests.actions import Known
from kring.support.requests.models import Discuss, HomeSafe, Kind
from kring.support.requests.queries import with_protected_address
from kring.support.requests.topics import AgeBand, Topic
from kring.trust.consent.models import Consent
from kring.trust.consent.queries import agreed_themself
from kring.web.desk.forms import AREA, DeedForm

SAFE = (
    (HomeSafe.NOT_ASKED.value, _("Niet gevraagd")),
    (HomeSafe.YES.value, _("Ja")),
    (HomeSafe.NO.value, _("Nee")),
    (HomeSafe.UNKNOWN.value, _("Weet niet")),
)
DISCUSS = (
    (Discuss.WITHOUT_NAME.value, _("Bespreek zonder naam")),
    (Discuss.NOT_YET.value, _("Nog niet bespreken")),
)
WITH_NAME = (Discuss.WITH_NAME.value, _("Bespreek met naam"))
NAMES = ("topic", "age_bands", "municipality", "home_safe", "discuss")


class AboutForm(DeedForm):
    """Subject, ages, place and safety: all that was not asked at the door."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    topic = forms.ChoiceField(
        label=_("Waarover gaat het?"),
        choices=[("", _("Weten we nog niet")), *Topic.choices],
        required=False,
    )
    age_bands = forms.MultipleChoiceField(
        label=_("Leeftijden in het gezin"),
        choices=AgeBand.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    municipality = MunicipalityField(label=_("Gemeente of postcode"), required=False)
    home_safe = forms.ChoiceField(
        label=_("Is het thuis veilig?"),
        help_text=_("Bij “nee” of “weet niet” komt de vraag bovenaan, tot iemand ze opneemt."),
        choices=SAFE,
        required=False,
        widget=forms.RadioSelect,
    )
    discuss = forms.ChoiceField(
        label=_("Hoe mag de vraag besproken worden?"), choices=DISCUSS, widget=forms.RadioSelect
    )

    def prepare(self) -> None:
        """As the question stands; the place of a protected address is neither shown nor asked."""
        for name in ("version", *NAMES):
            self.initial[name] = getattr(self.question, name)
        if with_protected_address([self.question]):
            del self.fields["municipality"]
        if self.question.kind == Kind.CONSULT:
            del self.fields["home_safe"]
        if not self.question.discuss:
            del self.fields["discuss"]
        elif self._agreed():
            field: Any = self.fields["discuss"]
            field.choices = [WITH_NAME, *DISCUSS]

    def clean(self) -> dict[str, Any]:
        """What is not asked here stays as it is."""
        given = super().clean() or self.cleaned_data
        kept = {name: getattr(self.question, name) for name in NAMES if name not in self.fields}
        return {"version": given.get("version"), "known": Known(**{**self._said(given), **kept})}

    def _said(self, given: dict[str, Any]) -> dict[str, Any]:
        return {name: given[name] for name in NAMES if name in given}

    def _agreed(self) -> bool:
        """Whether the one spoken with said yes to being discussed by name."""
        asker = self.question.asker
        return asker is not None and agreed_themself(asker, Consent.Purpose.DISCUSS_WITH_NAME)


class ContradictForm(DeedForm):
    """What the asker said at the desk or by telephone: this does not answer my question."""

    words = forms.CharField(
        label=_("Wat ontbreekt er, in hun woorden?"), widget=forms.Textarea(AREA), max_length=2000
    )
