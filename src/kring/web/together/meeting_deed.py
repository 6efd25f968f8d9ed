"""What every deed on a meeting starts from."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.support.meetings.models import Invitee
from kring.support.meetings.queries import MeetingPage
from kring.web.together.choosing import OneOf, SomeOf
from kring.web.together.home import Home


class MeetingDeed(forms.Form):
    """A deed on one meeting."""

    name = ""

    def __init__(self, *args: Any, home: Home, page: MeetingPage, **kwargs: Any) -> None:
        kwargs.setdefault("prefix", self.name)
        super().__init__(*args, **kwargs)
        self.use_required_attribute = False
        self.home, self.page, self.meeting = home, page, page.meeting
        self.prepare()

    def prepare(self) -> None:
        """Fill in what can be chosen."""

    def save(self) -> None:
        """Do it. Raises ValidationError, CannotMove, StaleRecord."""
        raise NotImplementedError

    def _offer(self, name: str, records: Any, label: Any = None) -> None:
        field = self.fields[name]
        if isinstance(field, OneOf | SomeOf):
            field.offer(records, label)


def name_of(invitee: Invitee, home: Home) -> str:
    """How this reader may call somebody who is invited."""
    if invitee.person is not None:
        return home.name_of(invitee.person) or str(_("iemand uit de kring"))
    return invitee.worker.name if invitee.worker is not None else invitee.words
