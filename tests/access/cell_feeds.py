"""A meeting for each note of a reader, under the same item, and the calendar that shows them."""

from collections.abc import Hashable, Mapping
from datetime import datetime, timedelta

from django.test import Client
from django.urls import reverse

from kring.exchange.calendars.models import CalendarFeed, Level
from kring.foundation.accounts.models import Account
from kring.foundation.keys.sealing import hash_code
from kring.registry.network.models import Organisation, Worker
from kring.registry.people.models import Family, Person
from kring.support.meetings.models import Invitee, Meeting
from kring.support.notes.models import Note
from kring.support.plans.models import Plan
from tests.cast import LONG_AGO

AHEAD = timedelta(days=2)


def invited[K: Hashable](
    notes: Mapping[K, Note], who: Person | Worker, owner: Organisation, at: datetime
) -> dict[K, Meeting]:
    """Meetings two days ahead to which this reader was asked; what they are about their item says.

    They belong to the plan of another family: whom a meeting is about is not whose plan it is in.
    """
    family = Family.objects.create(name="Elders", search_name="elders", created_at=LONG_AGO)
    plan = Plan.objects.create(family=family, owner=owner, starts_at=LONG_AGO)
    found = {
        cell: Meeting(
            plan=plan,
            item_id=note.item_id,
            kind="conversation",
            where="remote",
            starts_at=at + AHEAD,
            ends_at=at + AHEAD + timedelta(hours=1),
            planned_at=LONG_AGO,
        )
        for cell, note in notes.items()
    }
    meetings = dict(zip(found, Meeting.objects.bulk_create(found.values()), strict=True))
    asked = {"person" if isinstance(who, Person) else "worker": who}
    Invitee.objects.bulk_create(
        [Invitee(meeting=one, invited_at=LONG_AGO, **asked) for one in meetings.values()]
    )
    return meetings


def opened(account: Account, token: str) -> str:
    """The address of a calendar with this token for an account."""
    CalendarFeed.objects.create(
        account=account, token_hash=hash_code(token), level=Level.NAMED, starts_at=LONG_AGO
    )
    return reverse("calendars:feed", args=[token])


def fed[K: Hashable](url: str, meetings: Mapping[K, Meeting]) -> set[K]:
    """The cells whose meeting the calendar shows; where it opens nothing, none."""
    shown = Client().get(url)
    assert shown.status_code in {200, 404}
    return {cell for cell, one in meetings.items() if str(one.key) in shown.text}
