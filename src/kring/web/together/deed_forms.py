"""What can be done around one meeting: each form becomes one action."""

from django import forms
from django.utils.text import Truncator
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from kring.foundation.ui.language_field import LanguageField
from kring.registry.network.models import Worker
from kring.registry.people.models import Person
from kring.support.meetings import actions
from kring.support.meetings.models import AgendaPoint, GenderWish, Says
from kring.support.meetings.queries import goals_to_discuss
from kring.web.together.choosing import OneOf
from kring.web.together.meeting_deed import MeetingDeed, name_of
from kring.web.together.meeting_forms import WhenForm
from kring.web.together.table_forms import DecideForm, MinutesForm, PresenceForm


class PointForm(MeetingDeed):
    """Something more on the agenda."""

    name = "punt"
    goal = OneOf(label=_("Een doel"), empty=_("Iets anders"), required=False)
    words = forms.CharField(label=_("Of schrijf waarover het gaat"), max_length=300, required=False)

    def prepare(self) -> None:
        there = {point.goal_id for point in self.page.agenda}
        goals = goals_to_discuss(self.home.reader, self.meeting.plan, self.home.at)
        open_ones = [goal for goal in goals if goal.pk not in there]
        self._offer("goal", open_ones, lambda one: Truncator(one.words).words(12))

    def save(self) -> None:
        actions.add_point(meeting=self.meeting, **self.cleaned_data, **self.home.deed())


class DropPointForm(MeetingDeed):
    """One point less."""

    name = "punt-weg"
    point = OneOf(label=_("Punt"), empty=None)

    def prepare(self) -> None:
        self._offer("point", self.page.agenda, lambda one: str(one.key))

    def save(self) -> None:
        point: AgendaPoint = self.cleaned_data["point"]
        actions.drop_point(point=point, **self.home.deed())


class InviteForm(MeetingDeed):
    """One more at the table."""

    name = "uitnodigen"
    who = OneOf(label=_("Wie nodig je uit?"), empty=_("Iemand anders"), required=False)
    words = forms.CharField(label=_("Of schrijf een naam"), max_length=120, required=False)

    def prepare(self) -> None:
        asked = {one.person_id for one in self.page.invitees}
        people = [*self.home.members, *self.home.others]
        workers = {one.worker_id for one in self.page.invitees}
        team = [one for one in self.home.team if one.pk not in workers]
        self._offer("who", [*(one for one in people if one.pk not in asked), *team])

    def save(self) -> None:
        given = self.cleaned_data
        who = given["who"]
        actions.invite(
            meeting=self.meeting,
            person=who if isinstance(who, Person) else None,
            worker=who if isinstance(who, Worker) else None,
            words="" if who is not None else given["words"],
            **self.home.deed(),
        )


class SaysForm(MeetingDeed):
    """What somebody answered, written down by who heard it."""

    name = "antwoord"
    who = OneOf(label=_("Wie antwoordde?"), empty=_("Kies iemand"))
    says = forms.ChoiceField(
        label=_("Wat zei die?"),
        choices=[(Says.YES.value, _("komt")), (Says.NO.value, _("komt niet"))],
        widget=forms.RadioSelect,
    )

    def prepare(self) -> None:
        self._offer("who", self.page.invitees, lambda one: name_of(one, self.home))

    def save(self) -> None:
        given = self.cleaned_data
        actions.answer_invitation(invitee=given["who"], says=given["says"], **self.home.deed())


class MoveForm(MeetingDeed, WhenForm):
    """Another day, hour or place."""

    name = "verplaats"
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def prepare(self) -> None:
        starts, ends = localtime(self.meeting.starts_at), localtime(self.meeting.ends_at)
        self.initial = {
            "version": self.meeting.version,
            "day": starts.date(),
            "starts": starts.time(),
            "ends": ends.time(),
            "where": self.meeting.where,
            "place": self.meeting.place,
        }

    def save(self) -> None:
        version = self.cleaned_data["version"]
        actions.move_meeting(meeting=self.meeting, version=version, **self.times(), **self.home.deed())


class HoldForm(MeetingDeed):
    """It took place."""

    name = "doorgegaan"

    def save(self) -> None:
        actions.hold_meeting(meeting=self.meeting, **self.home.deed())


class CancelForm(MeetingDeed):
    """It does not take place."""

    name = "schrap"
    because = forms.CharField(
        label=_("Waarom gaat het niet door?"),
        max_length=300,
        error_messages={"required": _("Schrijf kort waarom dit niet doorgaat.")},
    )

    def save(self) -> None:
        because = self.cleaned_data["because"]
        actions.cancel_meeting(meeting=self.meeting, because=because, **self.home.deed())


class AskInterpreterForm(MeetingDeed):
    """Which interpreter is needed."""

    name = "tolk"
    language = LanguageField(label=_("Welke taal?"))
    gender_wish = forms.ChoiceField(
        label=_("Wie tolkt er liefst?"), choices=GenderWish.choices, required=False
    )
    not_from_our_town = forms.BooleanField(label=_("Liever niemand uit onze gemeente"), required=False)

    def save(self) -> None:
        actions.ask_interpreter(meeting=self.meeting, **self.cleaned_data, **self.home.deed())


class FoundForm(MeetingDeed):
    """Who interprets, or that nobody was found."""

    name = "tolk-gevonden"
    who = forms.CharField(
        label=_("Wie tolkt?"),
        help_text=_("Een naam of een dienst. Leeg als je niemand vond."),
        max_length=120,
        required=False,
    )

    def save(self) -> None:
        asked = self.page.interpreter
        if asked is None:
            raise forms.ValidationError(_("Vraag eerst een tolk."))
        who = self.cleaned_data["who"].strip()
        if who:
            actions.interpreter_found(interpreter=asked, who=who, **self.home.deed())
        else:
            actions.no_interpreter(interpreter=asked, **self.home.deed())


FORMS: dict[str, type[MeetingDeed]] = {
    form.name: form
    for form in (
        DecideForm,
        PresenceForm,
        MinutesForm,
        PointForm,
        DropPointForm,
        InviteForm,
        SaysForm,
        MoveForm,
        HoldForm,
        CancelForm,
        AskInterpreterForm,
        FoundForm,
    )
}
