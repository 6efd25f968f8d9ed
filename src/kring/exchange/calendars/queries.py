"""What stands in somebody's calendar at this moment: as they read now, not as they did before."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from kring.exchange.calendars.models import CalendarFeed, Level
from kring.foundation.accounts.models import Account
from kring.foundation.deadlines.calendar import local_day
from kring.foundation.journal import ledger
from kring.foundation.keys.sealing import hash_code
from kring.support.meetings.models import Meeting
from kring.support.meetings.states import PLANNED
from kring.support.plans.models import Action
from kring.support.plans.states import CURRENT, RUNNING, TO_DO
from kring.trust.access.items import saw_items, sifted
from kring.trust.access.models import Item
from kring.trust.access.readers import Reader

BACK, AHEAD = timedelta(days=30), timedelta(days=366)
MOST = 300


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing in a calendar: a whole day, or from one moment to another."""

    key: UUID
    starts: date | datetime
    ends: date | datetime
    summary: str
    sequence: int = 0


def feed_by_token(token: str, at: datetime) -> CalendarFeed | None:
    """The running address with this token, of an account that may still sign in."""
    running = CalendarFeed.objects.running(at).filter(account__is_active=True)
    return running.filter(token_hash=hash_code(token)).select_related("account").first()


def feed_of(account: Account, at: datetime) -> CalendarFeed | None:
    """The address this account has now."""
    return CalendarFeed.objects.running(at).filter(account=account).first()


def entries_for(reader: Reader, level: str, at: datetime) -> list[Entry]:
    """What is planned for this reader, in order. Names are noted as read, where there are any."""
    found = [*_actions(reader, level, at), *_meetings(reader, level, at)]
    return sorted(found, key=lambda entry: (str(entry.starts), str(entry.key)))[:MOST]


def _actions(reader: Reader, level: str, at: datetime) -> list[Entry]:
    if reader.person is not None:
        mine = Q(doer_person=reader.person)
    elif reader.worker_id is not None:
        mine = Q(doer_worker=reader.worker_id)
    else:
        return []
    today = local_day(at)
    rows = Action.objects.filter(
        mine,
        due_on__range=(today - BACK, today + AHEAD),
        state__in=(TO_DO, RUNNING),
        goal__plan__state__in=CURRENT,
    )
    actions = list(rows.order_by("due_on", "pk")[:MOST])
    items = sifted(reader, Item.objects.filter(action__in=actions), at)
    return [
        Entry(
            one.key,
            one.due_on,
            one.due_on + timedelta(days=1),
            _summary(_("Iets te doen"), items[one.item_id], level),
        )
        for one in actions
        if one.item_id in items and one.due_on is not None
    ]


def _meetings(reader: Reader, level: str, at: datetime) -> list[Entry]:
    if reader.person is not None:
        mine = Q(invitees__person=reader.person)
    elif reader.worker_id is not None:
        mine = Q(invitees__worker=reader.worker_id)
    else:
        return []
    rows = Meeting.objects.filter(mine, state=PLANNED, starts_at__range=(at - BACK, at + AHEAD))
    meetings = list(rows.distinct().order_by("starts_at", "pk")[:MOST])
    items = sifted(reader, Item.objects.filter(meeting__in=meetings), at)
    return [
        Entry(
            one.key,
            one.starts_at,
            one.ends_at,
            _summary(pgettext("meeting", "Afspraak"), items[one.item_id], level),
            one.sequence,
        )
        for one in meetings
        if one.item_id in items
    ]


def _summary(neutral: str, item: Item, level: str) -> str:
    if level == Level.BUSY:
        return _("Bezet")
    if level == Level.NEUTRAL:
        return neutral
    saw_items([item])
    names = [row.person.given_name for row in item.subjects.all() if not row.aside]
    known = ", ".join(sorted(name for name in names if name))
    return f"{neutral}: {known}" if known else neutral


def saw_feed(feed: CalendarFeed) -> None:
    """Note that this address was fetched."""
    ledger.saw("calendar", feed.key)
