"""Forms of the counter: four things about a question, and the "already known?" check."""

from collections.abc import Sequence
from functools import partial
from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.forms import ModelChoiceField
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from kring.registry.network.models import Desk, DeskArea
from kring.registry.people.models import ContactChannel
from kring.registry.places.fields import MunicipalityField
from kring.support.requests.actions import NewAsker, Question
from kring.support.requests.contact import read_contact
from kring.support.requests.models import AskerKind, Door
from kring.support.requests.topics import Topic
from kring.web.shell.identifying import IdentifyingForm
from kring.web.shell.question_fields import SAFE, question_words

TOO_LONG = _(
    "Dit is te lang om te bewaren: %(show_value)d tekens. Kort het in tot %(limit_value)d. "
    "Je tekst staat hieronder nog."
)
NOT_CHOSEN = ("", _("Kies later"))
words_field = partial(question_words, too_long=TOO_LONG)
"""A box for the words of a question, as somebody else writes them down."""


class NewQuestionForm(forms.Form):
    """What every door for workers asks: the question, a way to reach somebody, and the place."""

    submission = forms.UUIDField(widget=forms.HiddenInput, required=False)
    words = words_field(_("Wat wordt er gevraagd?"), empty=_("Schrijf op wat er gevraagd wordt."))
    name = forms.CharField(
        label=_("Hoe mogen we je noemen?"),
        max_length=80,
        required=False,
        widget=forms.TextInput({"autocomplete": "off"}),
    )
    reach = forms.CharField(
        label=_("Waar bereiken we je veilig?"),
        help_text=_("Telefoon of e-mail."),
        max_length=254,
        required=False,
        widget=forms.TextInput({"autocomplete": "off"}),
    )
    municipality = MunicipalityField(label=_("Gemeente of postcode"), required=False)
    home_safe = forms.ChoiceField(
        label=_("Is het thuis veilig?"), choices=SAFE, required=False, widget=forms.RadioSelect
    )
    topic = forms.ChoiceField(
        label=_("Waarover gaat het?"), choices=[NOT_CHOSEN, *Topic.choices], required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.use_required_attribute = False
        self.fields["submission"].initial = uuid4
        self.channel = ("", "")

    def clean_submission(self) -> Any:
        return self.cleaned_data["submission"] or uuid4()

    def clean_reach(self) -> str:
        text: str = self.cleaned_data["reach"]
        try:
            self.channel = read_contact(text)
        except ValidationError as error:
            raise ValidationError(error.messages) from error
        return text

    def question(self, **values: Any) -> Question:
        """The question as it will lie on a desk."""
        given = self.cleaned_data
        return Question(
            words=given["words"],
            words_language=get_language() or "nl",
            topic=given["topic"],
            home_safe=given["home_safe"],
            municipality=given["municipality"],
            submission=given["submission"],
            **values,
        )


class DeskChoice(ModelChoiceField):  # type: ignore[type-arg]
    """A desk by its name."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.name)


class CounterForm(NewQuestionForm):
    """One screen, four things; the rest may come later."""

    door = forms.ChoiceField(
        label=_("Hoe kwam de vraag binnen?"),
        choices=((Door.COUNTER.value, _("Aan de balie")), (Door.PHONE.value, _("Telefoon"))),
        initial=Door.COUNTER.value,
        widget=forms.RadioSelect,
    )
    desk = DeskChoice(Desk.objects.none(), label=_("Jouw dienst"), to_field_name="key")
    comes_back = forms.BooleanField(label=_("Komt terug"), required=False)
    young = forms.BooleanField(label=_("Een kind of jongere vraagt het zelf"), required=False)

    def __init__(self, *args: Any, desks: Sequence[Desk], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].widget.attrs["autofocus"] = True
        if desks:
            self._preset(desks)
        else:
            del self.fields["desk"]

    def _preset(self, desks: Sequence[Desk]) -> None:
        field = self.fields["desk"]
        if isinstance(field, ModelChoiceField):
            ids = [desk.pk for desk in desks]
            field.queryset = Desk.objects.filter(pk__in=ids).order_by("name", "pk")
            field.empty_label = None
        if len(desks) == 1:
            field.widget = forms.HiddenInput()
        self.initial.setdefault("desk", desks[0].key)
        self.initial.setdefault("municipality", _own_place(desks[0]))

    def asker(self) -> NewAsker:
        """Who asks, as far as they said."""
        kind, value = self.channel
        if not kind and self.cleaned_data["comes_back"]:
            kind = ContactChannel.Kind.COMES_BACK
        return NewAsker(name=self.cleaned_data["name"], reach_kind=kind, reach=value)

    def asker_kind(self) -> str:
        young = self.cleaned_data["young"]
        return AskerKind.YOUNG_PERSON if young else AskerKind.FAMILY


class KnownForm(IdentifyingForm):
    """Enough to recognise one person by, and why the worker needs to know."""

    reason = forms.CharField(
        label=_("Waarom wil je dit weten?"),
        help_text=_("Eén zin. Ze wordt bewaard en het gezin kan ze lezen."),
        max_length=200,
        error_messages={"required": _("Schrijf in een korte zin waarom je dit wilt weten.")},
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, auto_id="gekend_%s")


def _own_place(desk: Desk) -> Any:
    """The municipality of a desk that serves one only; where people mostly come from."""
    areas = DeskArea.objects.filter(desk=desk, ends_at__isnull=True).select_related("municipality")
    found = [area.municipality for area in areas.order_by("pk")[:2]]
    return found[0] if len(found) == 1 else None
