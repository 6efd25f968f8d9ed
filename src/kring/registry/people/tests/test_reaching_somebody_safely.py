"""Only a way that was called safe is used; a wrong number or address gets a clear sentence."""

import pytest
from django.core.exceptions import ValidationError

from kring.foundation.journal.actor import SYSTEM
from kring.foundation.outbox.recipients import Address, Channel, Recipient, resolve
from kring.registry.people.actions import (
    add_channel,
    correct_channel,
    end_channel,
    register_person,
)
from kring.registry.people.models import ContactChannel, Person
from kring.registry.people.queries import safe_channel
from kring.registry.people.tests.people import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def sofia() -> Person:
    return register_person(by=SYSTEM, at=NOW, given_name="Sofia")


def channel(
    person: Person, kind: str, value: str = "", *, safe: bool = False, first: bool = False
) -> ContactChannel:
    return add_channel(
        by=SYSTEM, at=NOW, person=person, kind=kind, value=value, safe=safe, preferred=first
    )


@pytest.mark.parametrize("typed", ["0470 12 34 56", "+32470123456", "0470/12.34.56"])
def test_a_belgian_number_is_stored_in_one_form(sofia: Person, typed: str) -> None:
    assert channel(sofia, "phone", typed).value == "+32470123456"


def test_a_french_number_is_accepted_with_its_country(sofia: Person) -> None:
    assert channel(sofia, "sms", "+33 6 12 34 56 78").value == "+33612345678"


@pytest.mark.parametrize(
    ("kind", "value", "sentence"),
    [
        ("phone", "0470 12", "0470 12 34 56"),
        ("sms", "bel mij", "0470 12 34 56"),
        ("email", "sofia@", "naam@voorbeeld.be"),
        ("email", "", "naam@voorbeeld.be"),
    ],
)
def test_a_wrong_one_gets_a_sentence_with_an_example(
    sofia: Person, kind: str, value: str, sentence: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        channel(sofia, kind, value)
    assert sentence in refused.value.message_dict["value"][0]


def test_who_comes_back_leaves_no_address(sofia: Person) -> None:
    assert channel(sofia, "comes_back", "iets").value == ""


def test_only_a_safe_channel_is_used(sofia: Person) -> None:
    channel(sofia, "phone", "0470 12 34 56")
    assert safe_channel(sofia, NOW) is None
    safe = channel(sofia, "email", "sofia@example.org", safe=True)
    assert safe_channel(sofia, NOW) == safe


def test_the_preferred_one_goes_first_and_there_is_one(sofia: Person) -> None:
    channel(sofia, "email", "sofia@example.org", safe=True, first=True)
    phone = channel(sofia, "phone", "0470 12 34 56", safe=True, first=True)
    assert safe_channel(sofia, NOW) == phone
    assert sofia.channels.filter(preferred=True).count() == 1


def test_an_ended_channel_is_no_longer_used(sofia: Person) -> None:
    safe = channel(sofia, "email", "sofia@example.org", safe=True)
    end_channel(by=SYSTEM, at=NOW, channel=safe)
    assert safe_channel(sofia, NOW) is None


def test_a_channel_that_is_no_longer_safe_is_no_longer_used(sofia: Person) -> None:
    safe = channel(sofia, "email", "sofia@example.org", safe=True)
    correct_channel(by=SYSTEM, at=NOW, channel=safe, safe=False)
    assert safe_channel(sofia, NOW) is None


def test_a_message_takes_hours_and_words_for_others_along(sofia: Person) -> None:
    add_channel(
        by=SYSTEM,
        at=NOW,
        person=sofia,
        kind="phone",
        value="0470 12 34 56",
        safe=True,
        hours="ma-vr 9-12",
        say_to_others="van de bibliotheek",
    )
    reached = resolve(Recipient("person", sofia.key), NOW)
    expected = Address(Channel.CALL, "+32470123456", "nl", "ma-vr 9-12", "van de bibliotheek")
    assert reached == expected


def test_no_message_goes_to_who_comes_back_or_named_nothing_safe(sofia: Person) -> None:
    channel(sofia, "comes_back", safe=True)
    assert resolve(Recipient("person", sofia.key), NOW) is None
