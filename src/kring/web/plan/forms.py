"""What the forms of the plan page share: the people to choose from, who does it, until when."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from kring.foundation.deadlines.calendar import local_day
from kring.foundation.ui.language_field import LanguageField
from kring.registry.people.models import Person
from kring.support.plans.makers import Doer
from kring.web.plan.doers import Doers, doers_of
from kring.web.plan.sheet import Sheet

WEEK = timedelta(days=7)
MOST_WORDS = 100_000
"""So much comes in before the plan itself says, with the text kept, what is too long."""


class DeedForm(forms.Form):
    """A form on the sheet; ``part`` is the goal or action it is about, where there is one."""

    said_before: Any = ""
    """A sentence above the fields."""
    folds: Sequence[tuple[str, Sequence[str]]] = ()
    """What can be read below the fields before choosing: headings, each with lines."""

    def __init__(self, data: Any = None, *, sheet: Sheet, part: Any = None, place: str = "") -> None:
        super().__init__(data, auto_id=f"{place}-%s", use_required_attribute=False)
        self.sheet, self.part = sheet, part
        self.prepare()

    def prepare(self) -> None:
        """Fill the choices and what stands in the fields that depend on sheet and part."""

    def offer(self, name: str, people: list[Person], chosen: list[Person] | None = None) -> None:
        """The people of a field; ``chosen`` are ticked beforehand."""
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(str(one.key), self.sheet.first_name(one)) for one in people]
        if chosen is not None:
            self.initial[name] = [str(one.key) for one in chosen]

    def shown(self, name: str, value: Any) -> str:
        """What stands in a field, in the words of its choices."""
        field = self.fields[name]
        if value in (None, "") or not isinstance(field, forms.ChoiceField):
            return "" if value is None else str(value)
        choices: Any = field.choices
        rows = [row for group in choices for row in _rows(group)]
        return next((str(words) for code, words in rows if str(code) == str(value)), str(value))

    def people(self, name: str) -> tuple[Person, ...]:
        """Who was chosen in a field."""
        given = self.cleaned_data.get(name) or []
        keys = {UUID(key) for key in ([given] if isinstance(given, str) else given)}
        return tuple(one for one in self.sheet.around.persons.values() if one.key in keys)


def _rows(choice: tuple[Any, Any]) -> list[tuple[Any, Any]]:
    """The choices under a heading, or the one choice."""
    return list(choice[1]) if isinstance(choice[1], list | tuple) else [choice]


class Words(forms.CharField):
    """Some words of somebody, in an area that grows."""

    def __init__(self, label: Any, missing: Any = None, *, rows: int = 3, **more: Any) -> None:
        said = {"required": missing} if missing else {}
        widget = forms.Textarea({"rows": rows})
        super().__init__(label=label, widget=widget, error_messages=said, max_length=MOST_WORDS, **more)


class Day(forms.DateField):
    """A day, with the picker of the device."""

    def __init__(self, label: Any, **more: Any) -> None:
        super().__init__(label=label, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"), **more)


class SomePeople(forms.MultipleChoiceField):
    """Boxes to tick, one for each person."""

    def __init__(self, label: Any, missing: Any = None, **more: Any) -> None:
        said = {"required": missing} if missing else {}
        widget = forms.CheckboxSelectMultiple
        super().__init__(label=label, widget=widget, error_messages=said, **more)


class OnePerson(forms.ChoiceField):
    """One of a few people."""

    def __init__(self, label: Any, missing: Any = None, **more: Any) -> None:
        said = {"required": missing} if missing else {}
        super().__init__(label=label, widget=forms.RadioSelect, error_messages=said, **more)


class ByWhom(DeedForm):
    """Who does something: somebody from the list, or a name in words."""

    doer = forms.ChoiceField(
        label=_("Wie doet dit?"),
        error_messages={
            "required": _("Kies wie dit doet, of schrijf een naam."),
            "invalid_choice": _("Deze persoon of dienst helpt hier niet meer mee. Kies iemand anders."),
        },
    )
    doer_words = forms.CharField(
        label=_("Of iemand anders"),
        help_text=_("Bijvoorbeeld: oma Rita."),
        max_length=80,
        required=False,
    )

    def prepare(self) -> None:
        self.doers: Doers = doers_of(self.sheet)
        field = self.fields["doer"]
        # a name in words is enough
        field.required = not (self.is_bound and self.data.get("doer_words", "").strip())
        if isinstance(field, forms.ChoiceField):
            field.choices = self.doers.choices()

    def chosen_doer(self) -> Doer:
        """Who was chosen; words count only where nobody was."""
        code = self.cleaned_data.get("doer", "")
        if code:
            return self.doers.found[code]
        return Doer(words=self.cleaned_data.get("doer_words", ""))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("doer") and given.get("doer_words"):
            self.add_error("doer_words", _g("Kies iemand, of schrijf een naam. Niet allebei."))
        return given


class Submitted(forms.UUIDField):
    """The key of one sending: sent twice, it is one goal."""

    def __init__(self) -> None:
        super().__init__(widget=forms.HiddenInput, required=False, initial=uuid4)


class ActionFields(ByWhom):
    """Who does what, and by when."""

    words = Words(_("Wat spreken jullie af?"), _("Schrijf wat er gedaan wordt."), rows=2)
    due_on = Day(_("Tegen wanneer?"), required=False)
    field_order = ("words", "doer", "doer_words", "due_on")


class ActionForm(ActionFields):
    """An action that is new."""

    submission = Submitted()


class BeginForm(ByWhom):
    """A first plan: one goal, one action, one day."""

    words = Words(
        _("Wat moet er veranderen?"),
        _("Schrijf wat er moet veranderen, in de woorden van het gezin."),
        help_text=_("Schrijf het zoals het gezin het zegt."),
    )
    concerns = SomePeople(_("Over wie gaat dit?"), _("Kies van wie dit doel is, of van het hele gezin."))
    first = Words(_("Wat is de eerste stap?"), _("Schrijf wat er gedaan wordt."), rows=2)
    due_on = Day(_("Tegen wanneer?"), required=False)
    together = SomePeople(_("Wie doet mee, en leest dit doel?"), required=False)
    submission = Submitted()
    field_order = ("words", "concerns", "first", "doer", "doer_words", "due_on", "together")

    def prepare(self) -> None:
        super().prepare()
        self.offer("concerns", self.sheet.members, self.sheet.members)
        self.offer("together", self.sheet.members, self.sheet.may_join)
        self.initial["doer"] = f"w-{self.sheet.worker.key}"
        self.initial["due_on"] = local_day(self.sheet.at) + WEEK


class GoalForm(DeedForm):
    """What somebody wants to reach, in their own words."""

    words = Words(
        _("Wat moet er veranderen?"),
        _("Schrijf wat er moet veranderen, in de woorden van het gezin."),
        help_text=_("Schrijf het zoals het gezin het zegt."),
    )
    concerns = SomePeople(_("Over wie gaat dit?"), _("Kies van wie dit doel is, of van het hele gezin."))
    together = SomePeople(_("Wie doet mee, en leest dit doel?"), required=False)
    words_language = LanguageField(label=_("In welke taal staat dit?"), required=False)
    submission = Submitted()

    def prepare(self) -> None:
        self.offer("concerns", self.sheet.members)
        self.offer("together", self.sheet.members, self.sheet.may_join)
        self.initial["words_language"] = get_language() or "nl"
