"""Choosing the goal that a message is about, in the form of a person and in that of a helper."""

from collections.abc import Sequence
from uuid import UUID

from django import forms
from django.utils.text import Truncator
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from kring.support.plans.models import Goal
from kring.support.plans.queries import GOAL

LONGEST = 80
NAME = "goal"


def goal_field() -> forms.ChoiceField:
    """Of which goal a message tells; none may be chosen."""
    return forms.ChoiceField(
        label=_("Gaat het over een doel?"),
        required=False,
        error_messages={"invalid_choice": _("Kies een doel dat er nog staat.")},
    )


def offer_goals(form: forms.Form, goals: Sequence[Goal]) -> None:
    """Fill the choice with these goals; without any it is not asked."""
    if not goals:
        del form.fields[NAME]
        return
    words = [(str(one.key), Truncator(one.words).chars(LONGEST)) for one in goals]
    form.fields[NAME].choices = [("", _g("Nee, over iets anders")), *words]  # type: ignore[attr-defined]


def chosen_goal(form: forms.Form) -> tuple[str, UUID] | None:
    """What was chosen, by kind and key."""
    told = form.cleaned_data.get(NAME, "")
    return (GOAL, UUID(told)) if told else None
