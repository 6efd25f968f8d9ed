"""Who keeps an offer gets one neutral mail in time, and confirms with its link."""

from datetime import UTC, datetime, timedelta

import pytest
from tests.cast import organisation

from kring.foundation.keys.sealing import unseal
from kring.foundation.outbox.models import Message
from kring.foundation.outbox.recipients import Channel, Recipient, resolve
from kring.offer.directory.actions import (
    add_service,
    ask_to_confirm_daily,
    confirm_by_link,
    list_organization,
)
from kring.offer.directory.models import ConfirmLink, Service
from kring.offer.directory.queries import confirm_link, is_stale, to_confirm_soon
from kring.offer.directory.queries.keeping import organizations_to_ask
from kring.offer.directory.tests.offering import BY, NOW, described, playgroup

pytestmark = pytest.mark.django_db
MAILBOX = "huis@example.org"
STALE_FROM = datetime(2027, 5, 2, 22, 0, tzinfo=UTC)
IN_TIME = STALE_FROM - timedelta(days=13)


def mailed() -> Service:
    return playgroup(values=described().values | {"email": MAILBOX})


def token_of(message: Message) -> str:
    return unseal(message.sealed_link, row=message.link_row).strip("/").rpartition("/")[2]


def test_nobody_is_asked_before_it_is_time():
    mailed()
    assert ask_to_confirm_daily(at=NOW) == 0
    assert not ConfirmLink.objects.exists()


def test_one_mail_in_time_however_often_the_clock_ticks():
    service = mailed()
    assert [ask_to_confirm_daily(at=IN_TIME + timedelta(minutes=n)) for n in range(3)] == [1, 0, 0]
    message = Message.objects.get()
    to = Recipient(message.recipient_kind, message.recipient_key)
    assert to == Recipient("offer_keeper", service.organization.key)
    address = resolve(to, IN_TIME)
    assert address is not None
    assert (address.channel, address.value) == (Channel.MAIL, MAILBOX)


def test_where_not_all_are_asked_at_once_the_longest_due_are():
    later = mailed().organization
    first = list_organization(ours=organisation("Speelotheek Mol", "spmol"), **BY)
    said = described(values={"email": "mol@example.org"})
    add_service(organization=first, described=said, confirm_every=3, **BY)
    assert organizations_to_ask(STALE_FROM, 1) == [first]
    assert organizations_to_ask(STALE_FROM, 2) == [first, later]


def test_the_link_confirms_what_was_asked():
    service = mailed()
    ask_to_confirm_daily(at=IN_TIME)
    link = confirm_link(token_of(Message.objects.get()), IN_TIME)
    assert link is not None
    due = to_confirm_soon(link.organization, IN_TIME)
    assert confirm_by_link(link=link, services=due, at=IN_TIME) == 1
    service.refresh_from_db()
    assert not is_stale(service, STALE_FROM)
    assert service.confirmed_by == MAILBOX
    assert not due.all().exists()


def test_a_newer_mail_replaces_the_link_and_an_old_one_dies():
    mailed()
    ask_to_confirm_daily(at=IN_TIME)
    later = IN_TIME + timedelta(days=20)
    assert ask_to_confirm_daily(at=later) == 1
    first, second = (token_of(one) for one in Message.objects.order_by("created_at"))
    assert confirm_link(first, later) is None
    assert confirm_link(second, later) is not None
    assert confirm_link(second, later + timedelta(days=40)) is None


def test_without_a_mailbox_nobody_is_asked():
    playgroup()
    assert ask_to_confirm_daily(at=STALE_FROM) == 0
