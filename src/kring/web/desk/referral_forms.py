"""Forms for professionals of any organisation: a referral, and a consult without names."""

from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from kring.registry.network.models import Organisation
from kring.support.requests.actions import Agreement, NewAsker, Question
from kring.support.requests.models import AskerKind, Discuss, Door, Kind
from kring.support.requests.topics import AgeBand
from kring.trust.consent.models import Consent
from kring.web.desk.counter_forms import NewQuestionForm, words_field

DISCUSS = (
    (Discuss.WITH_NAME.value, _("Bespreek met naam")),
    (Discuss.WITHOUT_NAME.value, _("Bespreek zonder naam")),
    (Discuss.NOT_YET.value, _("Nog niet bespreken")),
)
CONSENT = (
    (Consent.Outcome.YES.value, _("Ja")),
    (Consent.Outcome.NO.value, _("Nee")),
    (Consent.Outcome.NOT_NOW.value, _("Nu niet")),
)


def ages_field(label: Any) -> forms.MultipleChoiceField:
    """Bands of age, as many as there are people."""
    return forms.MultipleChoiceField(
        label=label,
        choices=AgeBand.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class ConsultForm(NewQuestionForm):
    """Advice among professionals: there is no field in which a person could be named."""

    ages = ages_field(_("Leeftijden"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("name", "reach", "home_safe"):
            del self.fields[name]
        self.fields["words"].help_text = _g("Noem niemand: geen naam, geen straat, geen school.")

    def clean(self) -> dict[str, Any]:
        """A consult says nothing of the safety of one home."""
        given = super().clean() or self.cleaned_data
        given["home_safe"] = ""
        return given

    def consult(self, worker: Any) -> Question:
        """The question, of its own kind and about nobody."""
        return self.question(
            kind=Kind.CONSULT,
            door=Door.REFERRAL,
            asker_kind=AskerKind.PROFESSIONAL,
            referred_by=worker,
            age_bands=self.cleaned_data["ages"],
        )


class ReferralForm(NewQuestionForm):
    """A question of a family, brought by who knows them."""

    about = words_field(
        _("Over wie gaat het?"), hint=_("Het gezin in je eigen woorden. Alleen wat nodig is."), rows=2
    )
    ages = ages_field(_("Leeftijden in het gezin"))
    family_name = forms.CharField(label=_("Hoe noemt het gezin zich?"), max_length=120, required=False)
    discuss = forms.ChoiceField(
        label=_("Hoe mag de vraag besproken worden?"),
        choices=DISCUSS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies hoe de vraag besproken mag worden.")},
    )
    consent = forms.ChoiceField(
        label=_("Wat zei je contactpersoon over bespreken met naam?"),
        choices=CONSENT,
        required=False,
        widget=forms.RadioSelect,
    )
    asked_alone = forms.BooleanField(label=_("Ik vroeg het onder vier ogen"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _g("Met wie uit het gezin sprak je?")
        self.fields["name"].help_text = _g("Een voornaam is genoeg.")
        self.fields["reach"].label = _g("Waar bereiken we die persoon veilig?")

    def clean(self) -> dict[str, Any]:
        """With a name only after a yes, and a yes is somebody's."""
        given = super().clean() or self.cleaned_data
        consent = given.get("consent")
        if given.get("discuss") == Discuss.WITH_NAME and consent != Consent.Outcome.YES:
            self.add_error(
                "discuss",
                _g("Met naam bespreken kan na een ja. Kies anders “zonder naam” of “nog niet”."),
            )
        if consent and "name" in given and not given["name"]:
            self.add_error("name", _g("Schrijf van wie dit antwoord is; een voornaam is genoeg."))
        return given

    def referral(self, worker: Any) -> Question:
        """The question, with who brings it and how it may be discussed."""
        given = self.cleaned_data
        whole = self.question(
            door=Door.REFERRAL,
            asker_kind=AskerKind.PROFESSIONAL,
            referred_by=worker,
            discuss=given["discuss"],
            age_bands=given["ages"],
        )
        return replace(whole, words="\n\n".join(filter(None, [given["words"], given["about"]])))

    def asker(self, organisation: Organisation | None) -> NewAsker:
        """The person spoken with, their family, and what they agreed to."""
        given = self.cleaned_data
        kind, value = self.channel
        agreement = None
        if given["consent"]:
            agreement = Agreement(given["consent"], given["asked_alone"], organisation)
        return NewAsker(
            name=given["name"],
            reach_kind=kind,
            reach=value,
            family_name_given=given["family_name"],
            agreement=agreement,
        )
