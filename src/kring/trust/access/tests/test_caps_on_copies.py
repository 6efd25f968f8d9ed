"""What is taken along counts by itself: people of a worker, copies of one's own part; each hour anew."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from tests.cast import MONDAY, kempen, person

from kring.foundation.accounts.models import SharedValue
from kring.foundation.deadlines.models import Term
from kring.foundation.journal.actor import SYSTEM
from kring.foundation.journal.ledger import Ledger, page_ledger, saw, saw_all
from kring.foundation.journal.models import JournalSubject
from kring.foundation.keys.sealing import unseal
from kring.foundation.outbox.models import Message
from kring.trust.access.caps import (
    COPIES,
    LOOKS,
    LOOKS_PAGE,
    OWN_COPIES,
    TooManyCopies,
    count_copy,
    count_people,
    note_cap_reached,
    tell_of_caps,
)
from kring.trust.access.readers import NOBODY, Reader
from kring.trust.access.tests.a_glass import officer

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
LAST_MINUTE = datetime(2026, 11, 2, 9, 59, 59, 999, tzinfo=UTC)
MOST = 2


@pytest.fixture(autouse=True)
def few() -> None:
    """Two people, or two copies, an hour; many more may be looked at."""
    Term.objects.filter(code__in=[COPIES, OWN_COPIES]).update(value=str(MOST))
    Term.objects.filter(code=LOOKS).update(value="50")


def takes(reader: Reader, at: datetime, *people: UUID) -> bool:
    """Whether a copy with these people on it is made."""
    with page_ledger(Ledger()):
        saw_all("person", people)
        saw("family", uuid4())
        try:
            count_copy(reader, at)
        except TooManyCopies:
            return False
    return True


def test_of_a_worker_each_person_counts_once_an_hour() -> None:
    first, second, third = uuid4(), uuid4(), uuid4()
    nele, bram = Reader(worker_id=1), Reader(worker_id=2)
    assert takes(nele, MONDAY, first, second)
    assert takes(nele, MONDAY, first)
    assert not takes(nele, MONDAY, third)
    assert takes(bram, MONDAY, third)
    assert takes(nele, MONDAY + HOUR, third)
    count_people(LOOKS, 1, [uuid4() for _ in range(40)], MONDAY)


def test_one_too_many_counts_nothing() -> None:
    nele, people = Reader(worker_id=1), [uuid4() for _ in range(MOST + 1)]
    assert not takes(nele, MONDAY, *people)
    assert takes(nele, MONDAY, *people[:MOST])


def test_of_somebody_each_copy_of_the_own_part_counts() -> None:
    sofia, younes = (Reader(person=person(name, "Peeters")) for name in ("Sofia", "Younes"))
    assert [takes(sofia, MONDAY) for _ in range(MOST + 1)] == [True, True, False]
    assert takes(younes, MONDAY)
    assert takes(sofia, MONDAY + HOUR)


def test_who_is_nobody_is_not_counted() -> None:
    assert all(takes(NOBODY, MONDAY, uuid4()) for _ in range(MOST + 1))
    assert not SharedValue.objects.exists()


def test_the_hour_is_that_of_the_clock() -> None:
    nele = Reader(worker_id=1)
    assert takes(nele, LAST_MINUTE, uuid4(), uuid4())
    assert not takes(nele, LAST_MINUTE, uuid4())
    assert takes(nele, LAST_MINUTE + timedelta(milliseconds=1000), uuid4())
    a_day_later = LAST_MINUTE + timedelta(days=1)
    assert takes(nele, a_day_later, uuid4())


def test_the_same_moment_elsewhere_is_the_same_hour() -> None:
    nele, local = Reader(worker_id=1), MONDAY.astimezone(UTC)
    assert takes(nele, local, uuid4(), uuid4())
    assert not takes(nele, local.astimezone(MONDAY.tzinfo), uuid4())


@pytest.mark.parametrize("at", [LAST_MINUTE, LAST_MINUTE.replace(minute=0, second=0, microsecond=0)])
def test_what_was_counted_goes_an_hour_after_its_own(at: datetime) -> None:
    count_people(COPIES, 1, [uuid4()], at)
    assert takes(Reader(person=person("Sofia", "Peeters")), at)
    kept = set(SharedValue.objects.values_list("expires_at", flat=True))
    assert kept == {datetime(2026, 11, 2, 11, 0, tzinfo=UTC)}


def test_numbers_that_begin_alike_are_not_the_same_worker() -> None:
    for worker in (1, 11, 111):
        assert takes(Reader(worker_id=worker), MONDAY, uuid4(), uuid4())
    assert not takes(Reader(worker_id=11), MONDAY, uuid4())


def test_who_reached_a_cap_is_written_down_and_the_officer_told_for_each() -> None:
    network = kempen()
    greet = officer(network)
    SharedValue.objects.create(name="look-other", value=[], expires_at=MONDAY)
    tell_of_caps(at=MONDAY)
    assert not Message.objects.exists()
    for who, at in ((network.bram, MONDAY), (network.nele, MONDAY), (network.bram, MONDAY + HOUR)):
        note_cap_reached(worker_key=who.key, by=SYSTEM, at=at)
        note_cap_reached(worker_key=who.key, by=SYSTEM, at=at)
    assert JournalSubject.objects.filter(kind="worker", subject_key=network.bram.key).count() == 4
    tell_of_caps(at=MONDAY + HOUR)
    told = Message.objects.filter(text="access.look_cap", recipient_kind="worker")
    assert list(told.values_list("recipient_key", flat=True)) == [greet.key] * 3
    assert {unseal(row.sealed_link, row=row.link_row) for row in told} == {LOOKS_PAGE}
    assert SharedValue.objects.filter(name="look-other").exists()
    tell_of_caps(at=MONDAY + 2 * HOUR)
    assert told.count() == 3
