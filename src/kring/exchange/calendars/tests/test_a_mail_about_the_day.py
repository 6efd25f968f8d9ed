"""A worker with something due gets one mail on a working day, says when not, and it tells nothing."""

from datetime import UTC, date, datetime, timedelta

import pytest
from tests.cast import MONDAY

from kring.exchange.calendars.digest import TEXT, choose_digest, send_digests, wants_digest
from kring.foundation.journal.actor import SYSTEM
from kring.foundation.keys.sealing import unseal
from kring.foundation.outbox.mail import compose
from kring.foundation.outbox.models import Message
from kring.foundation.outbox.sending import Letter
from kring.foundation.outbox.texts import text_named
from kring.support.plans.actions import add_action
from kring.support.plans.makers import Doer, NewAction
from kring.support.plans.tests.a_plan import APlan, a_plan

pytestmark = pytest.mark.django_db
MORNING = datetime(2026, 11, 20, 6, 30, tzinfo=UTC)
"""A Friday, half past seven in Brussels."""


@pytest.fixture
def made() -> APlan:
    plan = a_plan()
    goal = plan.goal("Rust", plan.home.sofia)
    new = NewAction(words="Bellen", doer=Doer(worker=plan.network.nele), due_on=date(2026, 11, 20))
    add_action(goal=goal, new=new, maker=plan.maker, by=plan.by, at=MONDAY)
    return plan


def test_one_mail_on_the_morning_it_is_due(made: APlan) -> None:
    assert [send_digests(MORNING + timedelta(minutes=turn)) for turn in range(3)] == [1, 0, 0]
    message = Message.objects.get(text="calendars.digest")
    assert (message.recipient_kind, message.recipient_key) == ("worker", made.network.nele.key)


@pytest.mark.parametrize("days", [-1, 1, 2])
def test_not_before_it_is_due_and_not_on_a_free_day(made: APlan, days: int) -> None:
    assert send_digests(MORNING + timedelta(days=days)) == 0


def test_not_at_night(made: APlan) -> None:
    assert send_digests(MORNING - timedelta(hours=3)) == 0


def test_who_said_no_gets_none_until_they_want_it_again(made: APlan) -> None:
    account = made.network.nele.account
    choose_digest(account=account, wanted=False, by=SYSTEM, at=MONDAY)
    assert not wants_digest(account)
    assert send_digests(MORNING) == 0
    choose_digest(account=account, wanted=True, by=SYSTEM, at=MONDAY)
    assert send_digests(MORNING + timedelta(days=3)) == 1


@pytest.mark.parametrize("more", [0, 3])
def test_it_is_the_same_for_one_thing_and_for_many(made: APlan, more: int) -> None:
    """Whoever sees the mail learns not what is due, nor how much, nor for whom."""
    goal = made.goal("Wonen", made.home.sofia)
    for number in range(more):
        due = date(2026, 11, 16 + number)
        new = NewAction(words="Schrijven", doer=Doer(worker=made.network.nele), due_on=due)
        add_action(goal=goal, new=new, maker=made.maker, by=made.by, at=MONDAY)
    assert send_digests(MORNING) == 1
    message = Message.objects.get(text=TEXT)
    link = unseal(message.sealed_link, row=message.link_row)
    told = compose(Letter("a@example.org", *_words(message), link, "<1@kring>", MORNING))
    assert told["Subject"] == "Jouw dag"
    assert told.get_content().splitlines() == [
        "Er staat vandaag iets op je lijst; hoeveel en wat, zie je als je je aanmeldt.",
        "",
        "/",
    ]


def _words(message: Message) -> tuple[str, str]:
    text = text_named(message.text)
    return str(text.subject), str(text.body)
