"""Forms of the deeds on a question; each knows the question and who fills it in."""

from datetime import date, datetime
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.forms import ModelChoiceField
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from kring.foundation.deadlines.calendar import local_day
from kring.foundation.journal import ledger
from kring.registry.network.models import Organisation
from kring.support.requests.models import ClockKind, RefusalReason, Request
from kring.support.requests.queries import questions_of, requests_visible_to
from kring.support.requests.queries.basic import MOST_OF_A_FAMILY
from kring.support.unmet.models import UnmetReason
from kring.trust.access.readers import Reader
from kring.trust.consent.models import Consent
from kring.web.desk.choices import refusal_words, route_words, support_words, unmet_words

AREA = {"rows": 3}


class DeedForm(forms.Form):
    """A deed without fields; the base of those with."""

    def __init__(
        self,
        data: Any = None,
        *,
        question: Request,
        reader: Reader,
        at: datetime,
        prefix: str | None = None,
    ) -> None:
        super().__init__(data, prefix=prefix, use_required_attribute=False)
        self.question, self.reader, self.at = question, reader, at
        self.prepare()

    def prepare(self) -> None:
        """Fill the choices that depend on question and reader."""


def day_between(day: date, asked_at: datetime, at: datetime) -> date:
    """A day on which the question was asked already, and which is not still to come."""
    if day > local_day(at):
        raise forms.ValidationError(_g("Deze dag moet nog komen."))
    if day < local_day(asked_at):
        raise forms.ValidationError(_g("Toen was de vraag nog niet gesteld."))
    return day


class WordsForm(DeedForm):
    """Some words, which may be left out."""

    words = forms.CharField(
        label=_("Wat speelde er?"), widget=forms.Textarea(AREA), required=False, max_length=2000
    )


class AdviceForm(DeedForm):
    """Advice that was told to the asker."""

    what = forms.CharField(
        label=_("Welk advies gaf je?"),
        help_text=_("Zoals je het gezegd hebt. Het gezin kan antwoorden: dit helpt mij niet."),
        widget=forms.Textarea(AREA),
        max_length=4000,
    )
    told_on = forms.DateField(
        label=_("Wanneer vertelde je het?"), widget=forms.DateInput({"type": "date"}, "%Y-%m-%d")
    )

    def prepare(self) -> None:
        self.initial["told_on"] = local_day(self.at)

    def clean_told_on(self) -> Any:
        return day_between(self.cleaned_data["told_on"], self.question.asked_at, self.at)


class OfferForm(DeedForm):
    """Who starts what, and when (rulebook, answer)."""

    starter = ModelChoiceField(
        Organisation.objects.none(),
        label=_("Wie start?"),
        to_field_name="key",
        empty_label=_("Kies een organisatie"),
    )
    what = forms.CharField(label=_("Wat start er?"), widget=forms.Textarea(AREA), max_length=4000)
    starts_on = forms.DateField(
        label=_("Wanneer start het?"), widget=forms.DateInput({"type": "date"}, "%Y-%m-%d")
    )

    def prepare(self) -> None:
        near = Q(partnerships__partnership=self.question.region_id, partnerships__ends_at__isnull=True)
        near |= Q(desks__region=self.question.region_id, desks__closed_at__isnull=True)
        near |= Q(pk__in=self.reader.organisation_ids)
        field = self.fields["starter"]
        if isinstance(field, ModelChoiceField):
            rows = Organisation.objects.filter(near, closed_on__isnull=True)
            field.queryset = rows.distinct().order_by("name", "pk")

    def clean_starts_on(self) -> Any:
        day = self.cleaned_data["starts_on"]
        if day < local_day(self.question.asked_at):
            raise forms.ValidationError(_g("Toen was de vraag nog niet gesteld."))
        return day


class RefuseForm(forms.Form):
    """Why a desk does not take a question over."""

    reason = forms.ChoiceField(label=_("Waarom niet?"), widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("Leg het kort uit"),
        help_text=_("De vrager van de overdracht leest dit."),
        widget=forms.Textarea(AREA),
        max_length=2000,
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, use_required_attribute=False)
        self.fields["reason"].choices = [(r, refusal_words(r)) for r in RefusalReason.values]  # type: ignore[attr-defined]


class SupportForm(DeedForm):
    """Which clock stops: first support, or the agreed help."""

    kind = forms.ChoiceField(label=_("Wat gebeurde er?"), widget=forms.RadioSelect)
    began_on = forms.DateField(
        label=_("Op welke dag begon het?"), widget=forms.DateInput({"type": "date"}, "%Y-%m-%d")
    )

    def clean_began_on(self) -> Any:
        return day_between(self.cleaned_data["began_on"], self.question.asked_at, self.at)

    def prepare(self) -> None:
        self.initial["began_on"] = local_day(self.at)
        kinds = (ClockKind.FIRST_SUPPORT.value, ClockKind.AGREED_HELP.value)
        self.fields["kind"].choices = [(k, support_words(k)) for k in kinds]  # type: ignore[attr-defined]


class OwnQuestionForm(DeedForm):
    """What a young person answers; the words that are read to her stand with the question.

    Another wording gets another ``FAMILY_TEXT``. No and "not now" stand as large as yes.
    """

    outcome = forms.ChoiceField(
        label=_("Lees voor en vraag:"),
        help_text=_(
            "“Jouw vraag staat op zichzelf. Je ouders en je gezin zien er niets van. Als je ja zegt, "
            "schrijven we je vraag bij je gezin. Wie je gezin helpt, ziet ze dan ook. Je mag nee "
            "zeggen, of nu niet. Je krijgt daarom niet later of minder hulp. Je mag je ja altijd "
            "terugnemen. Mag het?”"
        ),
        choices=[
            (Consent.Outcome.YES, _("Ja")),
            (Consent.Outcome.NOT_NOW, _("Nu niet")),
            (Consent.Outcome.NO, _("Nee")),
        ],
        widget=forms.RadioSelect,
    )
    asked_alone = forms.BooleanField(label=_("Ik vroeg het onder vier ogen"), required=False)


class QuestionField(ModelChoiceField):  # type: ignore[type-arg]  # not generic at run time
    """Another question, by the begin of its words; what is shown is noted as read."""

    def label_from_instance(self, obj: Any) -> str:
        ledger.saw("request", obj.key)
        return f"{local_day(obj.asked_at):%d/%m/%Y} · {' '.join(obj.words.split())[:80]}"


def joinable(question: Request, reader: Reader) -> QuerySet[Request]:
    """The other open questions of the same family that the reader may see."""
    same = requests_visible_to(reader).filter(family=question.family_id, closed_at__isnull=True)
    return same.exclude(pk=question.pk)


def may_be_joined(question: Request, reader: Reader) -> bool:
    """Whether there is one; every question page asks, so the read that is built once goes first."""
    if question.family is None:
        return False
    last = questions_of(reader, question.family)
    if any(row.pk != question.pk and row.closed_at is None for row in last):
        return True
    return len(last) >= MOST_OF_A_FAMILY and joinable(question, reader).exists()


class JoinForm(DeedForm):
    """Another open question of the same family, of those the reader may see."""

    into = QuestionField(
        Request.objects.none(),
        label=_("Met welke vraag?"),
        to_field_name="key",
        empty_label=_("Kies een vraag"),
    )

    def prepare(self) -> None:
        field = self.fields["into"]
        if isinstance(field, ModelChoiceField):
            field.queryset = joinable(self.question, self.reader).order_by("asked_at", "pk")


class RouteForm(DeedForm):
    """To which special route the question goes."""

    route = forms.ChoiceField(label=_("Welke weg?"), widget=forms.RadioSelect)
    words = forms.CharField(label=_("Waarom deze weg?"), widget=forms.Textarea(AREA), max_length=2000)

    def prepare(self) -> None:
        self.fields["route"].choices = list(route_words().items())  # type: ignore[attr-defined]


class NotPossibleForm(DeedForm):
    """Why no help is possible, and what was done instead: the register of unmet need."""

    reason = forms.ChoiceField(label=_("Waarom is er geen hulp?"), widget=forms.RadioSelect)
    words = forms.CharField(label=_("Wat was er nodig?"), widget=forms.Textarea(AREA), max_length=2000)
    instead = forms.CharField(
        label=_("Wat doen jullie intussen?"),
        widget=forms.Textarea(AREA),
        required=False,
        max_length=2000,
    )

    def prepare(self) -> None:
        reasons = [(r, unmet_words(r)) for r in UnmetReason.values]
        self.fields["reason"].choices = reasons  # type: ignore[attr-defined]
