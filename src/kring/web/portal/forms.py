"""What visitors fill in: a question, a code, an answer from a mail."""

from functools import partial
from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as __

from kring.registry.people.models import ContactChannel
from kring.registry.places.fields import MunicipalityField
from kring.support.requests.actions import NewAsker, Question
from kring.support.requests.contact import read_contact
from kring.support.requests.models import AskerKind, Door, RefusalReason
from kring.web.shell.question_fields import SAFE, question_words

WHO = (
    (AskerKind.FAMILY.value, __("Ik ben een ouder of iemand van het gezin")),
    (AskerKind.YOUNG_PERSON.value, __("Ik ben zelf een kind of jongere")),
)


TOO_LONG = __(
    "Dit is te lang om te versturen: %(show_value)d tekens. Kort het in tot %(limit_value)d. "
    "Je tekst staat hieronder nog."
)

WHY_NOT = (
    (RefusalReason.NO_ROOM.value, __("geen plaats op dit moment")),
    (RefusalReason.OUTSIDE_TERRITORY.value, __("buiten ons werkgebied")),
    (RefusalReason.OTHER_HELP_FITS.value, __("andere hulp past beter")),
    (RefusalReason.ALREADY_HELPED.value, __("er loopt al hulp")),
    (RefusalReason.MORE_NEEDED.value, __("eerst meer informatie nodig")),
)


words_field = partial(question_words, too_long=TOO_LONG, rows=5)
"""A box for what somebody tells in their own words."""


class AskForm(forms.Form):
    """Three questions, of which only the first must be answered, and one tick."""

    submission = forms.UUIDField(widget=forms.HiddenInput, required=False)
    words = words_field(
        __("Wat wil je vragen?"),
        hint=__("Vertel het in je eigen woorden. Een paar zinnen is genoeg."),
        empty=__("Schrijf hier wat je wilt vragen."),
    )
    who = forms.ChoiceField(
        label=__("Wie ben je?"),
        choices=WHO,
        initial=AskerKind.FAMILY.value,
        widget=forms.RadioSelect,
        error_messages={"required": __("Kies wie je bent.")},
    )
    name = forms.CharField(
        label=__("Hoe mogen we je noemen?"),
        help_text=__("Een voornaam of een bijnaam is genoeg."),
        max_length=80,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    reach = forms.CharField(
        label=__("Waar bereiken we je veilig?"),
        help_text=__(
            "Een telefoonnummer of een e-mailadres dat niemand anders leest. Laat je dit leeg? Dan "
            "volg je je vraag met een code."
        ),
        max_length=254,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    say_to_others = forms.CharField(
        label=__("Wat zeggen we als iemand anders opneemt?"),
        help_text=__("Bijvoorbeeld: “het is voor een afspraak”. Of: niets, leg dan neer."),
        max_length=200,
        required=False,
    )
    hours = forms.CharField(
        label=__("Wanneer bellen we best?"),
        help_text=__("Bijvoorbeeld: op werkdagen na 9 uur."),
        max_length=120,
        required=False,
    )
    municipality = MunicipalityField(
        label=__("In welke gemeente woon je?"),
        help_text=__("Typ de naam of de postcode. Zo komt je vraag bij een dienst in je buurt."),
        required=False,
    )
    card = forms.CharField(
        label=__("Code van het kaartje"),
        help_text=__("Dan gaat je vraag naar het team dat je het kaartje gaf. Niemand anders ziet dat."),
        max_length=40,
        required=False,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )
    home_safe = forms.ChoiceField(
        label=__("Is het thuis veilig?"),
        help_text=__("Antwoord je “nee” of “weet niet”? Dan lezen we je vraag nog deze werkdag."),
        choices=SAFE,
        required=False,
        widget=forms.RadioSelect,
    )
    show_topic = forms.BooleanField(
        label=__("Toon mijn vraag en de naam van de dienst op mijn statuspagina"),
        help_text=__("Zo niet, dan ziet wie meekijkt op je scherm niet waarover het gaat."),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["submission"].initial = uuid4

    def clean_submission(self) -> Any:
        return self.cleaned_data["submission"] or uuid4()

    def clean_reach(self) -> str:
        text: str = self.cleaned_data["reach"]
        try:
            self.channel = read_contact(text)
        except ValidationError as error:
            raise ValidationError(error.messages) from error
        return text

    @cached_property
    def question(self) -> Question:
        given = self.cleaned_data
        return Question(
            door=Door.WEB,
            asker_kind=given["who"],
            words=given["words"],
            words_language=get_language() or "nl",
            home_safe=given["home_safe"],
            municipality=given["municipality"],
            show_topic_on_status=given["show_topic"],
            submission=given["submission"],
        )

    @cached_property
    def asker(self) -> NewAsker:
        given = self.cleaned_data
        kind, value = self.channel
        reached = kind == ContactChannel.Kind.PHONE
        return NewAsker(
            name=given["name"],
            reach_kind=kind,
            reach=value,
            hours=given["hours"] if reached else "",
            say_to_others=given["say_to_others"] if reached else "",
            language=get_language() or "nl",
        )


class CodeForm(forms.Form):
    """The code of a question, as it stands on the slip."""

    code = forms.CharField(
        label=__("Jouw code"),
        help_text=__("Twaalf letters en cijfers. Streepjes en kleine letters mogen."),
        max_length=40,
        error_messages={
            "required": __("Vul je code in."),
            "max_length": __("Zo lang is een code niet. Kijk ze nog eens na."),
        },
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )


class WordsForm(forms.Form):
    """Why an answer is none."""

    words = words_field(
        __("Wat ontbreekt er?"),
        hint=__("Eén zin is genoeg. Je vraag ligt daarna opnieuw bij de dienst."),
        empty=__("Schrijf in een zin wat er ontbreekt."),
        rows=3,
    )


class LinkForm(forms.Form):
    """Yes, no with a reason and words, or first a call."""

    says = forms.ChoiceField(
        label=__("Neem je deze vraag over?"),
        choices=(
            ("yes", __("Ja, wij nemen deze vraag over")),
            ("call", __("Bel ons eerst")),
            ("no", __("Nee, wij nemen ze niet over")),
        ),
        widget=forms.RadioSelect,
        error_messages={"required": __("Kies een antwoord.")},
    )
    reason = forms.ChoiceField(
        label=__("Waarom niet?"),
        choices=[("", __("Kies een reden")), *WHY_NOT],
        error_messages={"required": __("Kies waarom jullie deze vraag niet overnemen.")},
    )
    words = words_field(
        __("In je eigen woorden"),
        hint=__("Noem geen namen van het gezin."),
        empty=__("Schrijf er in een zin bij waarom niet."),
        rows=3,
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, use_required_attribute=False)
        if data is not None and data.get("says") != "no":
            for name in ("reason", "words"):
                self.fields[name].required = False
