"""What lies with the officer, who is found by name, and which pieces of whose file may go."""

from datetime import date, timedelta

import pytest

from kring.foundation.classes.facts import DataClass
from kring.foundation.journal.actor import SYSTEM
from kring.foundation.journal.ledger import Ledger, page_ledger
from kring.registry.people.models import Person
from kring.registry.people.queries import Identifiers
from kring.trust.access.items import class_item
from kring.trust.legal.actions import Asked, close, register_request
from kring.trust.legal.models import LegalRequest
from kring.trust.legal.queries import (
    releasable_items,
    request_with,
    requests_closed,
    requests_open,
    saw,
    silences_over,
    the_person,
)
from kring.trust.legal.tests.a_legal_request import AT, DAY, Scene, scene

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


@pytest.fixture
def around() -> Scene:
    return scene()


def asked(around: Scene, person: Person, received_on: date = DAY) -> LegalRequest:
    what = Asked("lawyer", "Meester Proef", "written", "Welke hulp is er?", received_on)
    return register_request(person=person, asked=what, worker=around.first, by=SYSTEM, at=AT)


def test_open_ones_oldest_first_closed_ones_newest_first(around: Scene) -> None:
    late = asked(around, around.child)
    early = asked(around, around.mother, DAY - timedelta(days=1))
    twin = asked(around, around.father)
    assert list(requests_open()) == [early, late, twin]
    assert list(requests_closed()) == []
    LegalRequest.objects.all().update(
        state="refused",
        gives="nothing",
        assessed_by=around.first,
        assessed_at=AT,
        checked_by=around.second,
        checked_at=AT,
    )
    for minute, row in enumerate((late, early)):
        row.refresh_from_db()
        close(request=row, by=SYSTEM, at=AT + minute * MINUTE)
    assert list(requests_open()) == [twin]
    assert list(requests_closed()) == [early, late]
    assert list(requests_closed(limit=1)) == [early]
    LegalRequest.objects.filter(state="closed").update(closed_at=AT)
    assert list(requests_closed()) == [early, late]


def noted(read: object, *given: object) -> tuple[object, set[object]]:
    """What a read gives, and whom the page notes."""
    with page_ledger(Ledger()) as ledger:
        found = read(*given)  # type: ignore[operator]
    assert {kind for kind, _key in ledger.subjects} <= {"person"}
    return found, {key for _kind, key in ledger.subjects}


def test_whom_they_are_about_is_noted_as_read(around: Scene, django_assert_num_queries: object) -> None:
    one, other = asked(around, around.child), asked(around, around.mother)
    both = {around.child.key, around.mother.key}
    assert noted(saw, requests_open()) == ([one, other], both)
    assert noted(request_with, other.key) == (other, {around.mother.key})
    assert noted(request_with, around.child.key) == (None, set())
    with django_assert_num_queries(1):  # type: ignore[operator]
        found = request_with(one.key)
        assert found is not None
        assert (found.person, found.registered_by) == (around.child, around.first)
        assert (found.assessed_by, found.checked_by) == (None, None)
    with django_assert_num_queries(1):  # type: ignore[operator]
        assert [row.person for row in saw(requests_open())] == [around.child, around.mother]


def test_one_person_for_certain_or_nobody(around: Scene) -> None:
    child = around.child
    lore = Identifiers("Lore", "Proef", date(2011, 3, 1))
    assert noted(the_person, lore) == (child, {child.key})
    assert noted(the_person, Identifiers("Loré", "Proev", date(2011, 3, 2))) == (None, set())
    assert the_person(Identifiers("Lore", "Anders", date(2011, 3, 1))) is None
    Person.objects.filter(pk=around.mother.pk).update(
        given_name="Lore", search_name="lore proef", birth_date=date(2011, 3, 1)
    )
    assert noted(the_person, lore) == (None, set())


def written(about: list[Person], **more: object) -> object:
    given = {"kind": "note", "told_by": "self", "data_class": DataClass.OPEN, "at": AT} | more
    return class_item(about=about, **given)  # type: ignore[arg-type]


def test_pieces_are_of_this_person_and_not_kept_for_their_author(around: Scene) -> None:
    around.everybody_agrees()
    child, mother = around.child, around.mother
    own = {around.items["open"], around.items["health"]}
    written([mother])
    written([mother], aside=[child])
    written([child], private=True, author=around.first)
    assert set(releasable_items(child, AT)) == own
    later = written([child], at=AT + MINUTE)
    last = written([child], at=AT + MINUTE)
    assert releasable_items(child, AT)[:2] == [last, later]
    assert set(releasable_items(child, AT)[2:]) == own


def test_only_a_checked_one_that_was_kept_silent_may_be_told(around: Scene) -> None:
    first, second = asked(around, around.child), asked(around, around.mother)
    LegalRequest.objects.all().update(not_told_until=DAY, not_told_because="Het onderzoek loopt.")
    assert list(silences_over(AT)) == []
    LegalRequest.objects.filter(pk=first.pk).update(checked_by=around.second)
    assert list(silences_over(AT)) == [first]
    assert list(silences_over(AT - timedelta(days=1))) == []
    LegalRequest.objects.filter(pk=second.pk).update(checked_by=around.second)
    assert list(silences_over(AT)) == [first, second]
