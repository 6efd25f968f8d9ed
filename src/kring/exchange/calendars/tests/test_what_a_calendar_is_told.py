"""A calendar outside is told as little as was chosen, never a place, and nothing once it is closed."""

from datetime import date, timedelta
from importlib import import_module
from uuid import uuid4

import pytest
import time_machine
from django.test import Client
from tests.cast import MONDAY
from tests.payloads import PAYLOADS

from kring.exchange.calendars.actions import close_feed, open_feed
from kring.exchange.calendars.ics import calendar_of
from kring.exchange.calendars.models import CalendarFeed, Level
from kring.exchange.calendars.queries import Entry
from kring.foundation.accounts.models import Account
from kring.foundation.deadlines.models import Term
from kring.foundation.journal.actor import SYSTEM
from kring.foundation.journal.models import JournalEntry, JournalSubject
from kring.registry.network.models import WorkerRole
from kring.support.plans.actions import add_action, join_team, leave_team
from kring.support.plans.makers import Doer, NewAction
from kring.support.plans.models import LeftBecause
from kring.support.plans.tests.a_plan import APlan, a_plan
from kring.trust.access.actions import open_access, stop_access

pytestmark = pytest.mark.django_db
NOW = MONDAY + timedelta(hours=1)
WORDS = "Bellen naar de school in de Kerkstraat"


@pytest.fixture
def made() -> APlan:
    plan = a_plan()
    sofia = plan.home.sofia
    goal = plan.goal("Rust", sofia, plan.home.noor, together=(sofia,))
    for doer in (Doer(worker=plan.network.nele), Doer(person=sofia)):
        new = NewAction(words=WORDS, doer=doer, due_on=date(2026, 11, 20))
        add_action(goal=goal, new=new, maker=plan.maker, by=plan.by, at=MONDAY)
    return plan


def opened(account: Account, level: str = Level.BUSY) -> str:
    return f"/kalender/{open_feed(account=account, level=level, by=SYSTEM, at=NOW)}/kring.ics"


def fetched(path: str) -> tuple[int, str]:
    with time_machine.travel(NOW, tick=False):
        answer = Client().get(path)
    return answer.status_code, answer.content.decode()


def own_account(made: APlan) -> Account:
    access = open_access(person=made.home.sofia, opened_by=made.network.nele, by=made.by, at=MONDAY)
    return access.access.account


@pytest.mark.parametrize(
    ("level", "summary"),
    [(Level.BUSY, "Bezet"), (Level.NEUTRAL, "Iets te doen"), (Level.NAMED, "Iets te doen: Noor, Sofia")],
)
@pytest.mark.parametrize("who", ["worker", "person"])
def test_each_level_says_no_more_than_it_may(made: APlan, level: str, summary: str, who: str) -> None:
    account = made.network.nele.account if who == "worker" else own_account(made)
    status, words = fetched(opened(account, level))
    (event,) = import_module("icalendar").Calendar.from_ical(words).walk("VEVENT")
    assert status == 200
    assert str(event["summary"]) == summary
    assert event.decoded("dtstart") == date(2026, 11, 20)
    for never in ("Kerkstraat", "Bellen", "LOCATION", "El Amrani", "Peeters", "Geel"):
        assert never not in words


def test_two_hundred_payloads_stay_one_summary_each() -> None:
    entries = [
        Entry(uuid4(), NOW.date(), NOW.date() + timedelta(days=1), words)
        for words in [*PAYLOADS, "Noor\r\nATTENDEE:mailto:x@example.org\r\nEND:VEVENT"]
    ]
    raw = calendar_of(entries, NOW)
    events = import_module("icalendar").Calendar.from_ical(raw).walk("VEVENT")
    assert len(events) == len(entries)
    allowed = {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "SEQUENCE", "CLASS", "TRANSP"}
    assert {name for event in events for name in event} == allowed


def test_what_is_withdrawn_is_gone_at_the_next_fetch(made: APlan) -> None:
    bram = made.network.bram
    new = NewAction(words=WORDS, doer=Doer(worker=bram), due_on=date(2026, 11, 20))
    goal = made.plan.goals.get()
    add_action(goal=goal, new=new, maker=made.maker, by=made.by, at=MONDAY)
    deed = {"by": made.by, "at": MONDAY}
    member = join_team(plan=made.plan, worker=bram, because="action", **deed)
    path = opened(bram.account)
    assert "VEVENT" in fetched(path)[1]
    leave_team(member=member, because=LeftBecause.ASKED, words="", by=made.by, at=NOW)
    status, words = fetched(path)
    assert status == 200
    assert "VEVENT" not in words


def test_a_closed_address_is_dead(made: APlan) -> None:
    nele = made.network.nele.account
    path = opened(nele)
    again = opened(nele, Level.NAMED)
    assert fetched(path)[0] == 404
    assert fetched(again)[0] == 200
    close_feed(account=nele, by=SYSTEM, at=NOW)
    assert fetched(again)[0] == 404


def test_who_may_read_nothing_any_more_has_no_calendar(made: APlan) -> None:
    sofia, nele = opened(own_account(made)), opened(made.network.nele.account)
    stop_access(person=made.home.sofia, by=made.by, at=NOW - timedelta(minutes=1))
    WorkerRole.objects.filter(worker=made.network.nele).update(ends_at=NOW - timedelta(minutes=1))
    assert [fetched(path)[0] for path in (sofia, nele)] == [404, 404]


def test_only_so_often_an_hour(made: APlan) -> None:
    Term.objects.filter(code="calendar_fetches_per_hour").update(value="2")
    path = opened(made.network.nele.account)
    assert [fetched(path)[0] for _turn in range(3)] == [200, 200, 429]


def test_each_fetch_is_journalled_with_whose_names_it_told(made: APlan) -> None:
    fetched(opened(made.network.nele.account, Level.NAMED))
    entry = JournalEntry.objects.get(verb="read")
    kinds = JournalSubject.objects.filter(entry=entry).order_by("kind").values_list("kind", flat=True)
    assert entry.actor_key == made.network.nele.key
    assert sorted(set(kinds)) == ["calendar", "person"]


def test_the_token_is_kept_nowhere(made: APlan) -> None:
    path = opened(made.network.nele.account)
    feed = CalendarFeed.objects.get()
    assert path.split("/")[2] not in feed.token_hash
    assert fetched("/kalender/geraden-adres/kring.ics")[0] == 404
