"""What a helper writes to somebody."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.support.plans.models import Goal
from kring.web.shell.goal_choice import chosen_goal, goal_field, offer_goals


class AnswerForm(forms.Form):
    """A few words, and the goal they are about; ``submission`` makes one sending one message."""

    submission = forms.UUIDField(widget=forms.HiddenInput, required=False)
    words = forms.CharField(
        label=_("Jouw bericht"),
        help_text=_("In gewone woorden. Deze persoon leest het op de eigen bladzijde."),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Schrijf eerst je bericht.")},
    )
    goal = goal_field()

    def __init__(self, *args: Any, goals: Sequence[Goal] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["submission"].initial = uuid4
        offer_goals(self, goals)

    def clean_submission(self) -> Any:
        return self.cleaned_data["submission"] or uuid4()

    def about(self) -> tuple[str, UUID] | None:
        """The goal that was chosen, as a message keeps it."""
        return chosen_goal(self)


class WishAnswerForm(forms.Form):
    """What a coordinator answers to somebody who asked something of the team."""

    words = forms.CharField(
        label=_("Jouw antwoord"),
        help_text=_("In gewone woorden. Deze persoon leest het op de eigen bladzijde."),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Schrijf een antwoord.")},
    )
