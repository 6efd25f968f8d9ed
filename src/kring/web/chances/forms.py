"""Logging a threshold, and what can be done with one."""

from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.foundation.deadlines.calendar import local_day
from kring.registry.network.models import Organisation
from kring.registry.network.queries import worker_of
from kring.support.thresholds import actions
from kring.support.thresholds.actions import NewThreshold, WhoMet
from kring.support.thresholds.kinds import kinds_on
from kring.support.thresholds.models import Threshold
from kring.support.thresholds.rules import MOST_SIGNS, may_answer, may_ask, may_follow
from kring.support.thresholds.states import ANSWERED, ASKED, LOGGED
from kring.trust.access.http import ReadRequest
from kring.trust.access.readers import Reader
from kring.web.together.choosing import OneOf, SomeOf
from kring.web.together.help_forms import organisations_near
from kring.web.together.home import Home

SENT = _("De organisatie leest dit. Schrijf geen naam, nummer of adres.")
AREA = forms.Textarea({"rows": 3})


class LogForm(forms.Form):
    """Which threshold, where, and what is asked: enough for a log in under a minute."""

    organisation = OneOf(
        label=_("Bij welke organisatie?"),
        empty=_("Kies een organisatie"),
        error_messages={"required": _("Kies bij welke organisatie.")},
    )
    kind = forms.ChoiceField(
        label=_("Welke drempel?"), error_messages={"required": _("Kies welke drempel het is.")}
    )
    words_sent = forms.CharField(
        label=_("Wat vraag je aan die organisatie?"),
        help_text=SENT,
        widget=AREA,
        max_length=MOST_SIGNS,
        required=False,
    )
    key = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, request: ReadRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.use_required_attribute = False
        self.request = request
        self.fields["key"].initial = uuid4
        where, kind = self.fields["organisation"], self.fields["kind"]
        if isinstance(where, OneOf):
            where.offer(organisations_near(request.reader))
        if isinstance(kind, forms.ChoiceField):
            kinds = kinds_on(local_day(request.at))
            kind.choices = [("", _("Kies een drempel")), *((one.code, one.label) for one in kinds)]

    def met(self) -> WhoMet | None:
        """Who met it; on its own nobody."""
        return None

    def save(self) -> Threshold:
        """Log it. Raises ValidationError."""
        given, reader = self.cleaned_data, self.request.reader
        new = NewThreshold(
            kind=given["kind"],
            organisation=given["organisation"],
            words_sent=given["words_sent"],
            met=self.met(),
            key=given["key"],
        )
        return actions.log_threshold(
            new=new,
            worker=worker_of(reader.worker_id),
            owner=Organisation.objects.get(key=reader.actor.organisation or UUID(int=0)),
            by=reader.actor,
            at=self.request.at,
        )


class FamilyLogForm(LogForm):
    """The same from a family file: who met it, and in what way, for the file alone."""

    persons = SomeOf(
        label=_("Wie botste hierop?"), error_messages={"required": _("Kies wie hierop botste.")}
    )
    words = forms.CharField(
        label=_("Wat maakte het gezin mee?"),
        help_text=_("Alleen voor het dossier. De organisatie leest dit niet."),
        widget=AREA,
        max_length=MOST_SIGNS,
        required=False,
    )
    field_order = ("organisation", "kind", "persons", "words", "words_sent", "key")

    def __init__(self, *args: Any, home: Home, **kwargs: Any) -> None:
        super().__init__(*args, request=home.request, **kwargs)
        self.home = home
        who = self.fields["persons"]
        if isinstance(who, SomeOf):
            who.offer(home.members)
            who.initial = list(who.records)

    def met(self) -> WhoMet:
        """The people chosen, with what they told."""
        given = self.cleaned_data
        return WhoMet(self.home.family, given["persons"], given["words"])


class ThresholdDeed(forms.Form):
    """A deed on one threshold; ``when`` names the states it starts from."""

    name = ""
    when: tuple[str, ...] = (LOGGED, ASKED, ANSWERED)
    label: Any = _("Bewaar")

    def __init__(self, *args: Any, one: Threshold, request: ReadRequest, **kwargs: Any) -> None:
        kwargs.setdefault("prefix", self.name)
        super().__init__(*args, **kwargs)
        self.use_required_attribute = False
        self.one, self.request = one, request

    @classmethod
    def may(cls, one: Threshold, reader: Reader, *, knows: bool) -> bool:  # noqa: ARG003
        """Whether this reader does this; ``knows``: they may know who met it."""
        return may_follow(one, reader.organisation_ids)

    def by_at(self) -> dict[str, Any]:
        """Who does it and when."""
        return {"by": self.request.reader.actor, "at": self.request.at}

    def save(self) -> None:
        """Do it. Raises ValidationError, CannotMove."""
        raise NotImplementedError


class AskForm(ThresholdDeed):
    """Ask the organisation to take it away."""

    name = "vraag"
    when = (LOGGED,)
    label = _("Vraag het")
    words_sent = forms.CharField(
        label=_("Wat vraag je aan die organisatie?"),
        help_text=SENT,
        widget=AREA,
        max_length=MOST_SIGNS,
        error_messages={"required": _("Schrijf in gewone woorden wat je wilt zeggen.")},
    )

    @classmethod
    def may(cls, one: Threshold, reader: Reader, *, knows: bool) -> bool:
        return may_ask(one, reader.organisation_ids, reader.worker_id, knows=knows)

    def save(self) -> None:
        words = self.cleaned_data["words_sent"]
        actions.ask_threshold(threshold=self.one, words=words, **self.by_at())


class AnswerForm(ThresholdDeed):
    """What the organisation does about it."""

    name = "antwoord"
    when = (ASKED,)
    label = _("Antwoord")
    words = forms.CharField(
        label=_("Wat doen jullie eraan?"),
        help_text=_("Wie het vroeg, leest dit."),
        widget=AREA,
        max_length=MOST_SIGNS,
        error_messages={"required": _("Schrijf in gewone woorden wat je wilt zeggen.")},
    )

    @classmethod
    def may(cls, one: Threshold, reader: Reader, *, knows: bool) -> bool:  # noqa: ARG003
        return may_answer(one, reader.organisation_ids)

    def save(self) -> None:
        worker = worker_of(self.request.reader.worker_id)
        words = self.cleaned_data["words"]
        actions.answer_threshold(threshold=self.one, words=words, worker=worker, **self.by_at())


class RemovedForm(ThresholdDeed):
    """The threshold is gone."""

    name = "weg"
    label = _("De drempel is weg")

    def save(self) -> None:
        actions.settle_threshold(threshold=self.one, removed=True, **self.by_at())


class StaysForm(ThresholdDeed):
    """The threshold stays."""

    name = "blijft"
    label = _("De drempel blijft")

    def save(self) -> None:
        actions.settle_threshold(threshold=self.one, removed=False, **self.by_at())


FORMS: dict[str, type[ThresholdDeed]] = {
    form.name: form for form in (AskForm, AnswerForm, RemovedForm, StaysForm)
}
