"""Asking somebody what may be shared about them, in plain words."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.foundation.deadlines.calendar import start_of_day
from kring.foundation.ui.language_field import LanguageField
from kring.registry.network.models import Organisation, Worker
from kring.registry.people.models import Person
from kring.support.requests.topics import Topic
from kring.trust.consent.actions import HowAsked
from kring.trust.consent.models import Consent
from kring.trust.consent.texts import LANGUAGES

Purpose = Consent.Purpose
ASKED = (Purpose.SHARE, Purpose.READ_ALONG, Purpose.TO_COURT)
EVERYTHING = "*"
ALONE = (("yes", _("Ja, onder vier ogen")), ("no", _("Nee, er was iemand bij")))


class ConsentForm(forms.Form):
    """Who answers, for whom, about what, until when, and how it was asked.

    The answer itself is the button that sends it.
    """

    decider = forms.ChoiceField(label=_("Wie antwoordt?"))
    receiver = forms.ChoiceField(label=_("Aan wie?"))
    what_for = forms.CharField(
        label=_("Waarvoor?"), help_text=_("In gewone woorden, zoals je het zei."), max_length=200
    )
    domains = forms.MultipleChoiceField(
        label=_("Over welke onderwerpen?"),
        help_text=_("Nodig bij een ja."),
        choices=[(EVERYTHING, _("alle onderwerpen")), *Topic.choices],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    until = forms.DateField(
        label=_("Tot en met"),
        help_text=_("Zonder datum geldt het tot iemand iets anders zegt."),
        required=False,
        widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"),
    )
    asked_alone = forms.ChoiceField(
        label=_("Vroeg je het onder vier ogen?"), choices=ALONE, widget=forms.RadioSelect
    )
    language = LanguageField(label=_("In welke taal?"))
    interpreter = forms.ChoiceField(
        label=_("Wie vertaalde?"),
        help_text=_("Een kind van het gezin vertaalt nooit."),
        choices=Consent.Interpreter.choices,
        widget=forms.RadioSelect,
    )
    text_language = forms.ChoiceField(
        choices=[(code, code) for code in LANGUAGES], widget=forms.HiddenInput
    )

    def __init__(
        self,
        *args: Any,
        purpose: str,
        deciders: Sequence[Person],
        receivers: Sequence[Person | Organisation],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.use_required_attribute = False
        self.purpose = purpose
        self.deciders = {str(one.key): one for one in deciders}
        self.receivers = {str(one.key): one for one in receivers}
        self._offer("decider", [(key, one.name) for key, one in self.deciders.items()])
        chosen = [("", _("Kies…")), *((key, one.name) for key, one in self.receivers.items())]
        self._offer("receiver", chosen)
        if len(self.deciders) == 1:
            self.fields["decider"].widget = forms.HiddenInput()
            self.fields["decider"].initial = next(iter(self.deciders))
        if purpose == Purpose.TO_COURT:
            for name in ("receiver", "domains"):
                del self.fields[name]

    def _offer(self, name: str, choices: list[tuple[str, Any]]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices

    def clean(self) -> dict[str, Any]:
        """A yes says over what it is."""
        given = super().clean() or self.cleaned_data
        says_yes = self.data.get("outcome") == Consent.Outcome.YES
        if says_yes and "domains" in self.fields and not given.get("domains"):
            self.add_error("domains", _("Kies waarover, of “alle onderwerpen”."))
        return given

    @property
    def to_whom(self) -> Person | Organisation | None:
        """Who receives; nobody in particular of what goes to a court."""
        return self.receivers.get(self.cleaned_data.get("receiver", ""))

    def answer(self, person: Person, outcome: str) -> Consent:
        """The answer as it would be kept, not saved."""
        given, receiver = self.cleaned_data, self.to_whom
        domains = given.get("domains", [])
        decider = self.deciders[given["decider"]]
        return Consent(
            person=person,
            purpose=self.purpose,
            what_for=given["what_for"],
            outcome=outcome,
            decided_by=None if decider == person else decider,
            organisation=receiver if isinstance(receiver, Organisation) else None,
            reader=receiver if isinstance(receiver, Person) else None,
            domains=[] if EVERYTHING in domains else domains,
            ends_at=self.ends_at(outcome),
        )

    def ends_at(self, outcome: str) -> datetime | None:
        """The end of the last day of a yes; another answer stands until it is changed."""
        until = self.cleaned_data["until"]
        if until is None or outcome != Consent.Outcome.YES:
            return None
        return start_of_day(until + timedelta(days=1))

    def how(self, text: str, worker: Worker | None) -> HowAsked:
        """How it was asked; ``text`` names what was read out."""
        given = self.cleaned_data
        return HowAsked(
            asked_alone=given["asked_alone"] == "yes",
            language=given["language"],
            interpreter=given["interpreter"],
            text_read=text,
            recorded_by=worker,
        )
