"""Rows with everything that is sealed, made fast: thousands of them."""

from datetime import UTC, datetime
from uuid import UUID, uuid4

from allauth.mfa.models import Authenticator

from kring.foundation.accounts.adapters import SECRET_ROW
from kring.foundation.accounts.models import Account, AccountKind
from kring.foundation.keys.sealing import seal
from kring.foundation.outbox.models import Message
from kring.registry.people.models import Person
from kring.registry.people.queries import address_row, number_index, number_row

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
STREET = "Kanariestraat 17"


def number_of(place: int) -> str:
    """An invented national number (counter 999) that differs for each place; its check is not kept."""
    return f"{place:06d}99933"


def fill(persons: int, *, others: int = 40) -> None:
    """Persons with number and address, and a few messages and second factors."""
    people = []
    for place in range(persons):
        person = Person(given_name="An", family_name=f"Proef {place}", created_at=AT)
        person.sealed_national_number = seal(number_of(place), row=number_row(person))
        person.national_number_index = number_index(number_of(place))
        person.sealed_address = seal(f"{STREET} bus {place}", row=address_row(person))
        people.append(person)
    Person.objects.bulk_create(people, batch_size=500)
    Message.objects.bulk_create([_message() for _ in range(others)])
    for place in range(others):
        account = Account.objects.create(
            email=f"proef{place}@voorbeeld.be", kind=AccountKind.WORKER, created_at=AT
        )
        Authenticator.objects.create(
            user=account, type="totp", data={"secret": seal("ABCDEFGH", row=SECRET_ROW)}
        )
        codes = [seal("123456", row=SECRET_ROW), seal("654321", row=SECRET_ROW)]
        kept = {"seed": seal("zaad", row=SECRET_ROW), "migrated_codes": codes, "used_mask": 3}
        Authenticator.objects.create(user=account, type="recovery_codes", data=kept)


def _message() -> Message:
    key: UUID = uuid4()
    made = Message(
        key=key,
        text="test.news",
        recipient_kind="worker",
        recipient_key=uuid4(),
        once=str(key),
        message_id=str(key),
        created_at=AT,
        next_try_at=AT,
    )
    made.sealed_link = seal("/antwoord/geheim-pad/", row=made.link_row)
    return made
