"""What somebody fills in on their own plan: a goal, and what will be done for it."""

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.registry.people.models import Person

ME, OTHER = "ik", "iemand"


class SentOnce(forms.Form):
    """A form that is kept once, however often it is sent."""

    submission = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["submission"].initial = uuid4

    def clean_submission(self) -> Any:
        return self.cleaned_data["submission"] or uuid4()


class GoalForm(SentOnce):
    """A goal in one's own words, and whom it is about."""

    words = forms.CharField(
        label=_("Wat wil je dat er verandert?"),
        help_text=_("In je eigen woorden. Eén zin is genoeg."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Schrijf hier wat je wilt.")},
    )
    about = forms.MultipleChoiceField(
        label=_("Over wie gaat het?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies over wie het gaat.")},
    )

    def __init__(self, *args: Any, persons: Sequence[Person], me: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.persons = {str(one.key): one for one in persons}
        if len(self.persons) == 1:
            del self.fields["about"]
            return
        field = self.fields["about"]
        names = [(key, _("mij") if one == me else one.name) for key, one in self.persons.items()]
        field.choices = names  # type: ignore[attr-defined]
        field.initial = [str(me.key)] if str(me.key) in self.persons else []

    def about_whom(self) -> tuple[Person, ...]:
        """The persons that were chosen; the only one where there is no choice."""
        chosen = self.cleaned_data.get("about", list(self.persons))
        return tuple(self.persons[key] for key in chosen)


class ActionForm(SentOnce):
    """What will be done for a goal, by whom and by when."""

    words = forms.CharField(
        label=_("Wat spreken we af?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Schrijf hier wat er gedaan wordt.")},
    )
    who = forms.ChoiceField(
        label=_("Wie doet dit?"),
        choices=((ME, _("ik")), (OTHER, _("iemand anders"))),
        initial=ME,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wie dit doet.")},
    )
    name = forms.CharField(
        label=_("Wie dan?"),
        help_text=_("Bijvoorbeeld: oma, of de buurvrouw."),
        max_length=80,
        required=False,
    )
    due_on = forms.DateField(
        label=_("Tegen wanneer?"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Kies een dag.")},
    )

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        if given.get("who") == OTHER and not given.get("name", "").strip():
            self.add_error("name", _("Schrijf wie dit doet."))
        return given
