"""All sealed values go under a new key while others read and write; then the old key can go."""

import os
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import close_old_connections, connection

from kring.foundation.accounts.adapters import SECRET_ROW
from kring.foundation.journal.actor import SYSTEM
from kring.foundation.journal.models import JournalEntry
from kring.foundation.keys.columns import COLUMNS
from kring.foundation.keys.keyring import KeyInUse, Keyring
from kring.foundation.keys.sealing import CannotOpen, keyring, unseal
from kring.foundation.rotation.actions import drop_key, new_key, reseal_everything
from kring.foundation.rotation.queries import check_keys, left
from kring.foundation.rotation.tests.sealed_rows import AT, STREET, fill, number_of
from kring.registry.people.actions import correct_person, register_person
from kring.registry.people.models import Person
from kring.registry.people.queries import address_of, address_row, national_number_of

FULL = os.environ.get("KRING_FULL") == "1"
PERSONS = 50_000 if FULL else 1_500
"""Each has two sealed values."""
pytestmark = pytest.mark.django_db(transaction=True)


class Crowd:
    """Writers and readers that go on until they are told to stop."""

    def __init__(self) -> None:
        self.over = threading.Event()
        self.failed: list[BaseException] = []
        self.written: dict[int, str] = {}
        self.read = 0

    def write(self) -> None:
        """New people, and new addresses for people who are there."""
        ids = list(Person.objects.order_by("pk").values_list("pk", flat=True)[:50])
        turn = 0
        while not self.over.is_set():
            person = Person.objects.get(pk=ids[turn % len(ids)])
            street = f"Nieuwe Kanarielaan {turn}"
            correct_person(by=SYSTEM, at=AT, person=person, version=person.version, address=street)
            self.written[person.pk] = street
            register_person(by=SYSTEM, at=AT, given_name="Nieuw", family_name=f"{turn}", address=street)
            turn += 1

    def look(self) -> None:
        """Addresses and numbers of whoever is there."""
        while not self.over.is_set():
            for person in Person.objects.order_by("?")[:40]:
                address_of(person)
                national_number_of(person)
                self.read += 1

    def run(self, deed: str) -> None:
        try:
            getattr(self, deed)()
        except BaseException as error:
            self.failed.append(error)
        finally:
            close_old_connections()
            connection.close()


def test_nothing_is_lost_and_nothing_stays_under_the_old_key(ring: Keyring) -> None:
    fill(PERSONS)
    crowd = Crowd()
    with ThreadPoolExecutor(2) as pool:
        pool.submit(crowd.run, "write")
        pool.submit(crowd.run, "look")
        try:
            added = new_key(at=AT)
            counts = reseal_everything(at=AT)
        finally:
            crowd.over.set()
    assert crowd.failed == []
    assert crowd.written
    assert crowd.read
    assert (ring.current_field_key, added, keyring().current_field_key) == ("a", "b", "b")
    assert left("b") == {}
    assert counts["person.national_number"] == PERSONS
    assert counts[SECRET_ROW] == 80
    drop_key(at=AT, key="a")
    assert set(keyring().field_keys) == {"b"}
    _everything_reads(crowd)


def _everything_reads(crowd: Crowd) -> None:
    check_keys()
    for place, person in enumerate(Person.objects.order_by("pk")[:PERSONS]):
        assert national_number_of(person) == number_of(place)
        assert address_of(person) == crowd.written.get(person.pk, f"{STREET} bus {place}")
    opened = [unseal(text, row=row) for text, row in COLUMNS[SECRET_ROW].samples()]
    assert set(opened) == {"ABCDEFGH", "zaad", "123456", "654321"}


def test_a_key_that_is_needed_stays(ring: Keyring) -> None:
    fill(10, others=1)
    new_key(at=AT)
    for key in ("a", "b"):
        with pytest.raises(KeyInUse):
            drop_key(at=AT, key=key)
    reseal_everything(at=AT)
    drop_key(at=AT, key="a")
    with pytest.raises(KeyInUse):
        drop_key(at=AT, key="b")
    with pytest.raises(KeyError):
        drop_key(at=AT, key="a")


def test_a_rotation_that_was_cut_off_goes_on(ring: Keyring) -> None:
    fill(30, others=1)
    new_key(at=AT)
    column = COLUMNS["person.address"]
    column.reseal("b", column.batch("b", 10))
    assert left("b")["person.address"] == 20
    assert reseal_everything(at=AT)["person.address"] == 20


def test_each_step_is_written_down_without_a_key(ring: Keyring) -> None:
    fill(2, others=1)
    new_key(at=AT)
    reseal_everything(at=AT)
    drop_key(at=AT, key="a")
    told = list(JournalEntry.objects.filter(verb__startswith="keys.").order_by("pk"))
    assert [entry.verb for entry in told] == ["keys.added", "keys.resealed", "keys.dropped"]
    words = str([entry.journalpayload.body for entry in told])
    assert "'key': 'b'" in words
    assert ring.field_keys["a"].hex() not in words


def test_a_value_moved_to_another_row_or_column_does_not_open(ring: Keyring) -> None:
    fill(3, others=1)
    mine, other, third = Person.objects.order_by("pk")[:3]
    Person.objects.filter(pk=mine.pk).update(sealed_address=other.sealed_address)
    Person.objects.filter(pk=third.pk).update(sealed_address=third.sealed_national_number)
    for pk in (mine.pk, third.pk):
        with pytest.raises(CannotOpen):
            address_of(Person.objects.get(pk=pk))
    link = COLUMNS["message.link"].samples()
    with pytest.raises(CannotOpen):
        unseal(next(iter(link))[0], row=address_row(mine))
