"""A note takes the safest class that fits who told it, and a working note stays with its author."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.cast import (
    MONDAY,
    Network,
    PeetersElAmrani,
    acting,
    kempen,
    peeters_el_amrani,
    person,
    worker,
)

from kring.foundation.classes.facts import DataClass
from kring.foundation.journal.actor import VISITOR
from kring.registry.network.models import Worker
from kring.registry.people.models import Relation
from kring.support.notes.actions import (
    Draft,
    WhyShared,
    hand_over_note,
    reclass_note,
    withhold_note,
    write_note,
)
from kring.support.notes.models import Note
from kring.support.notes.queries import note_for, notes_about
from kring.support.notes.rules import MOST_SIGNS
from kring.support.requests.actions import Question, ask
from kring.trust.access.models import HarmGround, ToldBy
from kring.trust.access.queries import reader_for
from kring.trust.access.readers import Reader
from kring.trust.access.told import class_of_told
from kring.trust.consent.actions import record_consent

pytestmark = pytest.mark.django_db
type World = tuple[Network, PeetersElAmrani]


@pytest.fixture
def world() -> World:
    """Nele's desk holds the question of the family."""
    network, people = kempen(), peeters_el_amrani()
    question = Question(
        door="web", asker_kind="family", words="Hulp", family=people.family, asker=people.sofia
    )
    ask(question=question, desk=network.counter, by=VISITOR, at=MONDAY)
    return network, people


def written(world: World, **said: Any) -> Note:
    network, people = world
    draft = Draft(**{"words": "Noor slaapt weer door.", "about": [people.noor], **said})
    nele = network.nele
    owner = network.counter.organisation
    return write_note(draft=draft, author=nele, owner=owner, by=acting(nele), at=MONDAY)


def reader(worker: Worker) -> Reader:
    assert worker.account is not None
    return reader_for(worker.account, MONDAY)


def colleague(world: World) -> Worker:
    """Somebody on the same desk as Nele."""
    return worker("Tine Maes", world[0].counter, "counter")


@pytest.mark.parametrize(
    ("told_by", "may_read", "expected"),
    [
        (ToldBy.SELF, False, DataClass.OPEN),
        (ToldBy.FAMILY, False, DataClass.OPEN),
        (ToldBy.WORKER, False, DataClass.OPEN),
        (ToldBy.THIRD, False, DataClass.CONFIDENCE),
        (ToldBy.THIRD, True, DataClass.OPEN),
        (ToldBy.COURT, False, DataClass.COURT),
        (ToldBy.COURT, True, DataClass.COURT),
    ],
)
def test_the_class_follows_from_who_told_it(told_by: str, may_read: bool, expected: DataClass) -> None:  # noqa: FBT001
    assert class_of_told(told_by, may_read=may_read) is expected


def test_it_is_about_somebody_and_has_words(world: World) -> None:
    for wrong in ({"about": []}, {"words": "  "}, {"words": "a" * (MOST_SIGNS + 1)}):
        with pytest.raises(ValidationError):
            written(world, **wrong)
    assert not Note.objects.exists()


def test_the_same_form_sent_twice_is_one_note(world: World) -> None:
    network, people = world
    draft = Draft(words="Noor slaapt.", about=[people.noor])
    for _time in "ab":
        write_note(draft=draft, author=network.nele, owner=None, by=acting(network.nele), at=MONDAY)
    assert Note.objects.count() == 1


def test_a_working_note_is_read_by_its_author_alone(world: World) -> None:
    note = written(world, private=True, told_by=ToldBy.THIRD)
    assert note_for(reader(world[0].nele), note.key, MONDAY) is not None
    assert note_for(reader(colleague(world)), note.key, MONDAY) is None
    with pytest.raises(ValidationError):
        hand_over_note(note=note, to=world[0].bram, by=acting(world[0].nele), at=MONDAY)
    with pytest.raises(ValidationError):
        reclass_note(note=note, data_class=DataClass.OPEN, by=acting(world[0].nele), at=MONDAY)


def test_what_was_told_in_confidence_is_read_by_who_is_named(world: World) -> None:
    note, tine = written(world, told_by=ToldBy.THIRD), colleague(world)
    assert note_for(reader(tine), note.key, MONDAY) is None
    hand_over_note(note=note, to=tine, by=acting(world[0].nele), at=MONDAY)
    assert note_for(reader(tine), note.key, MONDAY) is not None


def test_what_is_open_is_handed_over_with_the_yes_of_everybody(world: World) -> None:
    network, people = world
    note, by = written(world, about=[people.sofia]), acting(network.nele)
    rita = person("Rita", "Peeters")
    Relation.objects.create(person=rita, to=people.sofia, type="grootouder", starts_at=MONDAY)
    for to in (rita, network.bram):
        with pytest.raises(ValidationError):
            hand_over_note(note=note, to=to, by=by, at=MONDAY)
    record_consent(
        person=people.sofia, purpose="read_along", outcome="yes", reader=rita, by=by, at=MONDAY
    )
    why = WhyShared("Zij vangt Sofia op.", "Sofia")
    hand_over_note(note=note, to=rita, why=why, by=by, at=MONDAY)
    assert note_for(Reader(person=rita), note.key, MONDAY) is not None


def test_what_was_told_in_confidence_is_not_for_the_family(world: World) -> None:
    note = written(world, told_by=ToldBy.THIRD)
    with pytest.raises(ValidationError):
        hand_over_note(note=note, to=world[1].sofia, by=acting(world[0].nele), at=MONDAY)


def test_keeping_back_asks_a_reason_another_and_a_day(world: World) -> None:
    note, nele, tine = written(world), world[0].nele, colleague(world)
    day = MONDAY.date()
    for reason, reviewer, review_on in (
        ("kort", tine, day),
        ("Zij zou zich iets aandoen.", nele, day),
        ("Zij zou zich iets aandoen.", tine, None),
    ):
        with pytest.raises(ValidationError):
            kept_back(note, nele, reason=reason, reviewer=reviewer, review_on=review_on)
    kept_back(note, nele, reason="Zij zou zich iets aandoen.", reviewer=tine, review_on=day)
    note.item.refresh_from_db()
    assert note.item.data_class == DataClass.HARM
    assert note_for(reader(tine), note.key, MONDAY) is not None
    reclass_note(note=note, data_class=DataClass.OPEN, by=acting(nele), at=MONDAY)
    assert not HarmGround.objects.exists()


def kept_back(note: Note, by: Worker, **why: Any) -> None:
    withhold_note(note=note, decided_by=by, **why, by=acting(by), at=MONDAY)


def test_the_pages_follow_each_other_without_a_gap(world: World) -> None:
    people = world[1]
    keys = [written(world, words=f"Dag {number}").key for number in range(5)]
    nele, after, seen = reader(world[0].nele), None, []
    for _page in range(3):
        page = notes_about(nele, [people.noor], MONDAY, most=2, after=after)
        seen += [note.key for note in page.notes]
        after = page.next
    assert seen == keys[::-1]
    assert after is None


def test_the_number_of_queries_does_not_grow(world: World) -> None:
    nele = reader(world[0].nele)

    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            notes_about(nele, [world[1].noor], MONDAY, most=20)
        return len(asked)

    nothing_there = queries()
    written(world)
    few = queries()
    for number in range(30):
        written(world, words=f"Dag {number}")
    assert nothing_there == 1
    assert queries() == few
