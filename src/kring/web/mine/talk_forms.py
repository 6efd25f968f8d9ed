"""What somebody writes to their helper, and when they want to be called."""

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any
from uuid import UUID

from django import forms
from django.utils.timezone import get_current_timezone
from django.utils.translation import gettext_lazy as _

from kring.foundation.deadlines.calendar import add_working_days, is_working_day, local_day
from kring.foundation.ui.words import moment_words
from kring.support.plans.models import Goal
from kring.web.mine.plan_forms import SentOnce
from kring.web.shell.goal_choice import chosen_goal, goal_field, offer_goals

HOURS = (9, 13, 16)
SLOTS = 5


class MessageForm(SentOnce):
    """A few words to the helper one can always turn to, and the goal they are about."""

    words = forms.CharField(
        label=_("Jouw bericht"),
        help_text=_("Is het dringend of niet veilig? Bel 112, of praat met iemand op 1712."),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Schrijf eerst je bericht.")},
    )
    goal = goal_field()

    def __init__(self, *args: Any, goals: Sequence[Goal] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_goals(self, goals)

    def about(self) -> tuple[str, UUID] | None:
        """The goal that was chosen, as a message keeps it."""
        return chosen_goal(self)


class SpokenForm(SentOnce):
    """A recording of the own voice, and in a few words what it is about."""

    file = forms.FileField(
        label=_("Jouw opname"),
        help_text=_("Tik hier en neem je stem op, of kies een opname van je toestel."),
        widget=forms.FileInput(attrs={"accept": "audio/*", "capture": "user"}),
        error_messages={
            "required": _("Neem eerst iets op."),
            "empty": _("Deze opname is leeg."),
            "missing": _("Neem eerst iets op."),
        },
    )
    words = forms.CharField(
        label=_("Waar gaat het over?"),
        help_text=_("Zo weet je begeleider het al voor het luisteren."),
        max_length=200,
        required=False,
    )


class CallForm(forms.Form):
    """From which hour to call; a number only where none is known that is safe."""

    after = forms.ChoiceField(
        label=_("Wanneer mogen we bellen?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies een uur."), "invalid_choice": _("Kies een uur.")},
    )
    phone = forms.CharField(
        label=_("Op welk nummer?"),
        help_text=_("Een nummer waarop alleen jij opneemt."),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )

    def __init__(self, *args: Any, at: datetime, known: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = slots(at)
        after = self.fields["after"]
        after.choices = [  # type: ignore[attr-defined]
            (slot.isoformat(), _("vanaf %(moment)s") % {"moment": moment_words(slot, at)})
            for slot in found
        ]
        after.initial = found[0].isoformat()
        if known:
            del self.fields["phone"]

    def clean_after(self) -> datetime:
        return datetime.fromisoformat(self.cleaned_data["after"])


def slots(at: datetime) -> list[datetime]:
    """The next hours from which people at work can call: on working days, later than now."""
    found: list[datetime] = []
    day = local_day(at)
    if not is_working_day(day):
        day = add_working_days(day, 1)
    while len(found) < SLOTS:
        hours = (datetime.combine(day, time(hour), get_current_timezone()) for hour in HOURS)
        found += [hour for hour in hours if hour > at]
        day = add_working_days(day, 1)
    return found[:SLOTS]
