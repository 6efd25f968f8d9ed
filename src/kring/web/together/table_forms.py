"""At the table: what is decided, who is there, what is written down."""

from uuid import uuid4

from django import forms
from django.utils.text import Truncator
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from kring.registry.network.models import Worker
from kring.registry.people.models import Person
from kring.support.meetings import actions
from kring.support.meetings.queries import goals_to_discuss
from kring.support.plans.makers import Doer, NewAction
from kring.web.together.choosing import OneOf, SomeOf
from kring.web.together.meeting_deed import MeetingDeed, name_of
from kring.web.together.meeting_forms import DAY


class DecideForm(MeetingDeed):
    """Who does what by when, for which goal."""

    name = "afspraak"
    goal = OneOf(
        label=_("Voor welk doel?"),
        empty=_("Kies een doel"),
        error_messages={"required": _("Kies voor welk doel dit is.")},
    )
    words = forms.CharField(
        label=_("Wat spreken jullie af?"),
        max_length=2000,
        error_messages={"required": _("Schrijf wat er gedaan wordt.")},
    )
    who = OneOf(label=_("Wie doet het?"), empty=_("Iemand anders"), required=False)
    somebody = forms.CharField(label=_("Of schrijf een naam"), max_length=120, required=False)
    due_on = forms.DateField(label=_("Tegen wanneer?"), widget=DAY, required=False)
    key = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def prepare(self) -> None:
        self.fields["key"].initial = uuid4
        goals = goals_to_discuss(self.home.reader, self.meeting.plan, self.home.at)
        self._offer("goal", goals, lambda one: Truncator(one.words).words(12))
        self._offer("who", [*self.home.members, *self.home.others, *self.home.team])

    def save(self) -> None:
        given = self.cleaned_data
        who = given["who"]
        doer = Doer(
            person=who if isinstance(who, Person) else None,
            worker=who if isinstance(who, Worker) else None,
            words="" if who is not None else given["somebody"],
        )
        new = NewAction(
            words=given["words"],
            doer=doer,
            due_on=given["due_on"],
            language=get_language() or "nl",
            key=given["key"],
        )
        maker = self.home.maker
        actions.decide(
            meeting=self.meeting, goal=given["goal"], new=new, maker=maker, **self.home.deed()
        )


class PresenceForm(MeetingDeed):
    """Who is there."""

    name = "aanwezig"
    present = SomeOf(label=_("Wie is er?"), required=False)

    def prepare(self) -> None:
        self._offer("present", self.page.invitees, lambda one: name_of(one, self.home))
        here = [str(one.key) for one in self.page.invitees if one.present]
        self.fields["present"].initial = here

    def save(self) -> None:
        present = {one.pk for one in self.cleaned_data["present"]}
        actions.note_presence(meeting=self.meeting, present=present, **self.home.deed())


class MinutesForm(MeetingDeed):
    """What was said."""

    name = "verslag"
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    words = forms.CharField(
        label=_("Wat werd er gezegd?"),
        help_text=_("Wie uitgenodigd is, leest dit mee."),
        widget=forms.Textarea({"rows": 8}),
        error_messages={"required": _("Schrijf wat er besproken werd.")},
    )

    def prepare(self) -> None:
        known = self.page.minutes
        if known is not None:
            self.initial = {"version": known.version, "words": known.words}

    def save(self) -> None:
        actions.write_minutes(
            meeting=self.meeting,
            version=self.cleaned_data["version"],
            words=self.cleaned_data["words"],
            language=get_language() or "nl",
            maker=self.home.maker,
            **self.home.deed(),
        )
