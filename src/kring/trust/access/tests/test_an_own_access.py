"""Somebody reads their own part with an account that nobody else learns of."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from tests.cast import (
    LONG_AGO,
    MONDAY,
    PASSWORD,
    Network,
    PeetersElAmrani,
    acting,
    kempen,
    peeters_el_amrani,
    person,
)

from kring.foundation.accounts.models import Account, AccountKind
from kring.foundation.journal.models import JournalSubject
from kring.foundation.outbox.models import Message
from kring.foundation.outbox.recipients import Channel, Recipient, resolve
from kring.registry.people.models import ContactChannel, FamilyMembership, Person
from kring.trust.access.actions import Opened, open_access, stop_access
from kring.trust.access.models import ParentSafety, PersonAccess
from kring.trust.access.queries import reader_for

pytestmark = pytest.mark.django_db
LATER = MONDAY + timedelta(hours=1)


@pytest.fixture
def network() -> Network:
    return kempen()


@pytest.fixture
def home() -> PeetersElAmrani:
    return peeters_el_amrani()


def opens(network: Network, who: Person, *, on_paper: bool = False) -> Opened:
    nele = network.nele
    return open_access(person=who, opened_by=nele, by=acting(nele), at=MONDAY, on_paper=on_paper)


def reached(who: Person, kind: str, value: str) -> None:
    ContactChannel.objects.create(person=who, kind=kind, value=value, safe=True, preferred=True)


def father(home: PeetersElAmrani) -> Person:
    """The second parent: he came later into the family."""
    jan = person("Jan", "Peeters", date(1986, 1, 2))
    FamilyMembership.objects.create(family=home.family, person=jan, role="parent", starts_at=MONDAY)
    return jan


def test_it_reads_as_that_person(network: Network, home: PeetersElAmrani) -> None:
    account = opens(network, home.younes).access.account
    assert account.kind == AccountKind.FAMILY
    reader = reader_for(account, LATER)
    assert (reader.person, reader.is_worker) == (home.younes, False)


def test_without_an_own_channel_there_is_a_code(network: Network, home: PeetersElAmrani) -> None:
    opened = opens(network, home.younes)
    assert len(opened.code) == 12
    assert not Message.objects.exists()


def test_the_invitation_goes_to_the_own_channel_only(network: Network, home: PeetersElAmrani) -> None:
    reached(home.sofia, "email", "sofia@example.org")
    reached(home.younes, "sms", "+32470123456")
    opened = opens(network, home.younes)
    message = Message.objects.get()
    assert opened.code == ""
    address = resolve(Recipient(message.recipient_kind, message.recipient_key), LATER)
    assert address is not None
    assert (address.channel, address.value) == (Channel.SMS, "+32470123456")


def test_nobody_is_asked_to_call(network: Network, home: PeetersElAmrani) -> None:
    reached(home.younes, "phone", "+32470123456")
    assert opens(network, home.younes).code
    assert not Message.objects.exists()


def test_a_channel_that_became_a_telephone_gets_nothing(network: Network, home: PeetersElAmrani) -> None:
    reached(home.younes, "sms", "+32470123456")
    opened = opens(network, home.younes)
    ContactChannel.objects.update(kind="phone")
    assert resolve(Recipient("access", opened.access.key), LATER) is None


def test_a_taken_address_shows_nowhere(network: Network, home: PeetersElAmrani) -> None:
    """Mother and son share a mailbox: his access is opened all the same, with a name."""
    reached(home.sofia, "email", "thuis@example.org")
    reached(home.younes, "email", "thuis@example.org")
    first, second = opens(network, home.sofia), opens(network, home.younes)
    assert first.access.account.sign_in_name == "thuis@example.org"
    assert "@" not in second.access.account.sign_in_name
    assert (first.code, second.code) == ("", "")


def test_one_signs_in_with_a_name(network: Network, home: PeetersElAmrani, client: Client) -> None:
    account = opens(network, home.younes).access.account
    account.set_password(PASSWORD)
    account.save()
    answer = client.post("/aanmelden/", {"login": account.sign_in_name.upper(), "password": PASSWORD})
    assert answer.status_code == 302


def test_opened_again_it_is_the_same_account(network: Network, home: PeetersElAmrani) -> None:
    first, second = opens(network, home.younes), opens(network, home.younes)
    assert first.access == second.access
    assert first.code != second.code


def test_a_second_parent_waits_for_the_yes_of_the_first(network: Network, home: PeetersElAmrani) -> None:
    jan = father(home)
    with pytest.raises(ValidationError):
        opens(network, jan)
    assert not Account.objects.filter(kind=AccountKind.FAMILY).exists()
    for child in (home.younes, home.noor):
        ParentSafety.objects.create(
            child=child,
            asked=home.sofia,
            parent=jan,
            asked_alone=True,
            safe=True,
            asked_by=network.nele,
            starts_at=LONG_AGO,
        )
    account = opens(network, jan).access.account
    assert reader_for(account, LATER).person == jan
    ParentSafety.objects.filter(child=home.noor).update(ends_at=LATER)
    assert reader_for(account, LATER).person is None


def test_stopped_it_ends_at_once(network: Network, home: PeetersElAmrani) -> None:
    account = opens(network, home.younes).access.account
    stop_access(person=home.younes, by=acting(network.nele), at=LATER)
    account.refresh_from_db()
    assert reader_for(account, LATER).person is None
    assert not account.is_active


def test_opened_after_a_stop_it_is_the_old_account(network: Network, home: PeetersElAmrani) -> None:
    account = opens(network, home.younes).access.account
    stop_access(person=home.younes, by=acting(network.nele), at=MONDAY)
    again = opens(network, home.younes).access
    account.refresh_from_db()
    assert again.account == account
    assert account.is_active
    assert PersonAccess.objects.count() == 2


def test_the_journal_tells_it_of_no_person(network: Network, home: PeetersElAmrani) -> None:
    opens(network, home.younes)
    stop_access(person=home.younes, by=acting(network.nele), at=LATER)
    told = JournalSubject.objects.filter(subject_key__in=[home.younes.key, home.family.key])
    assert not told.exists()


def test_a_new_password_goes_to_no_address_that_is_unsafe(
    network: Network, home: PeetersElAmrani
) -> None:
    reached(home.sofia, "email", "sofia@example.org")
    account = opens(network, home.sofia).access.account
    assert resolve(Recipient("account", account.key), LATER) is not None
    ContactChannel.objects.update(ends_at=MONDAY)
    assert resolve(Recipient("account", account.key), LATER) is None
