"""Planning a meeting: when, where, about whom and with whom."""

from datetime import date, datetime, time
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from kring.foundation.deadlines.calendar import LOCAL
from kring.foundation.ui.language_field import LanguageField
from kring.support.meetings import actions
from kring.support.meetings.actions import NewMeeting
from kring.support.meetings.models import GenderWish, Meeting, MeetingKind, Where
from kring.support.meetings.queries import goals_to_discuss
from kring.support.plans.models import Plan
from kring.web.together.choosing import SomeOf
from kring.web.together.home import Home

DAY = forms.DateInput({"type": "date"}, "%Y-%m-%d")
HOUR = forms.TimeInput({"type": "time"}, "%H:%M")
MOST_OTHERS = 12


class WhenForm(forms.Form):
    """A day, two hours and a place."""

    day = forms.DateField(label=_("Welke dag?"), widget=DAY)
    starts = forms.TimeField(label=_("Van"), widget=HOUR, initial=time(14))
    ends = forms.TimeField(label=_("Tot"), widget=HOUR, initial=time(15))
    where = forms.ChoiceField(
        label=_("Waar?"), choices=Where.choices, widget=forms.RadioSelect, initial=Where.PLACE
    )
    place = forms.CharField(
        label=_("Welke plaats?"),
        help_text=_("Schrijf hier nooit het adres van iemand thuis."),
        max_length=200,
        required=False,
    )

    def times(self) -> dict[str, Any]:
        """When and where, as the room of meetings takes it."""
        given = self.cleaned_data
        return {
            "starts_at": _moment(given["day"], given["starts"]),
            "ends_at": _moment(given["day"], given["ends"]),
            "where": given["where"],
            "place": given["place"],
        }


class MeetingForm(WhenForm):
    """A new meeting. Who is chosen gets an invitation; who is only written down gets none."""

    kind = forms.ChoiceField(
        label=_("Wat voor overleg?"),
        choices=MeetingKind.choices,
        initial=MeetingKind.ROUND_TABLE,
        widget=forms.RadioSelect,
    )
    chair_words = forms.CharField(
        label=_("Wie zit voor?"),
        help_text=_("Bij een cliëntoverleg: iemand die dit gezin niet helpt."),
        max_length=120,
        required=False,
    )
    about_words = forms.CharField(label=_("Waarover gaat het?"), max_length=400, required=False)
    about = SomeOf(
        label=_("Over wie gaat het?"), error_messages={"required": _("Kies over wie het gaat.")}
    )
    persons = SomeOf(label=_("Wie van het gezin en eromheen komt?"), required=False)
    workers = SomeOf(label=_("Welke hulpverleners komen?"), required=False)
    others = forms.CharField(
        label=_("Komt er nog iemand?"),
        help_text=_("Eén naam per lijn. Zij krijgen geen bericht."),
        widget=forms.Textarea({"rows": 2}),
        required=False,
    )
    goals = SomeOf(label=_("Op de agenda"), required=False)
    interpreter = LanguageField(label=_("Is er een tolk nodig? Voor welke taal?"), required=False)
    gender_wish = forms.ChoiceField(
        label=_("Wie tolkt er liefst?"), choices=GenderWish.choices, required=False
    )
    not_from_our_town = forms.BooleanField(label=_("Liever niemand uit onze gemeente"), required=False)
    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    field_order = ("kind", "day", "starts", "ends", "where", "place")

    def __init__(self, *args: Any, home: Home, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.use_required_attribute = False
        self.home, self.plan = home, plan
        self.fields["key"].initial = uuid4
        goals = goals_to_discuss(home.reader, plan, home.at)
        self._offer("about", home.members)
        self._offer("persons", [*home.members, *home.others])
        self._offer("workers", home.team)
        self._offer("goals", goals, lambda one: Truncator(one.words).words(14))
        self.fields["about"].initial = [str(one.key) for one in home.members]
        self.fields["goals"].initial = [str(one.key) for one in goals]
        tongue = next((one for one in home.members if one.interpreter_needed), None)
        self.fields["interpreter"].initial = tongue.preferred_language if tongue else ""
        if not goals:
            del self.fields["goals"]

    def _offer(self, name: str, records: Any, label: Any = None) -> None:
        field = self.fields[name]
        if isinstance(field, SomeOf):
            field.offer(records, label)

    def save(self) -> Meeting:
        """Plan it and invite everybody. Raises ValidationError."""
        given, home = self.cleaned_data, self.home
        new = NewMeeting(
            kind=given["kind"],
            **self.times(),
            about=given["about"],
            about_words=given["about_words"],
            chair_words=given["chair_words"],
            persons=given["persons"],
            workers=given["workers"],
            others=names_in(given["others"]),
            goals=given.get("goals", ()),
            interpreter=given["interpreter"],
            gender_wish=given["gender_wish"],
            not_from_our_town=given["not_from_our_town"],
            key=given["key"],
        )
        return actions.plan_meeting(plan=self.plan, new=new, maker=home.maker, **home.deed())


def names_in(words: str) -> tuple[str, ...]:
    """One name per line, as many as fit at a table."""
    names = (line.strip()[:120] for line in words.splitlines())
    return tuple(dict.fromkeys(name for name in names if name))[:MOST_OTHERS]


def _moment(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, LOCAL)
