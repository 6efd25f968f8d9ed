"""What is decided at the table is an action of the plan at once; minutes are read by who took part."""

from datetime import date
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from tests.cast import MONDAY, acting

from kring.foundation.records.bases import StaleRecord
from kring.foundation.workflow.transitions import CannotMove
from kring.support.meetings.actions import (
    add_point,
    ask_interpreter,
    cancel_meeting,
    decide,
    interpreter_found,
    no_interpreter,
    write_minutes,
)
from kring.support.meetings.models import Decision, Meeting
from kring.support.meetings.queries import interpreters_to_find, meeting_page
from kring.support.meetings.tests.sitting import FRIDAY, Table, at_table
from kring.support.plans.makers import Doer, NewAction
from kring.support.plans.models import Action
from kring.trust.access.models import ItemHidden
from kring.trust.access.queries import reader_for
from kring.trust.access.readers import Reader

pytestmark = pytest.mark.django_db


@pytest.fixture
def table() -> Table:
    return at_table()


def decided(table: Table, meeting: Meeting, **more: object) -> Action:
    new = NewAction(
        words="Samen een ochtendkaart maken",
        doer=Doer(person=table.cast.sofia),
        due_on=date(2026, 11, 27),
        **more,  # type: ignore[arg-type]
    )
    by = acting(table.network.lotte)
    return decide(meeting=meeting, goal=table.goal, new=new, maker=table.maker, by=by, at=FRIDAY)


def reader(table: Table) -> Reader:
    account = table.network.lotte.account
    assert account is not None
    return reader_for(account, FRIDAY)


def test_a_decision_is_an_action_of_the_goal_at_once(table: Table) -> None:
    meeting = table.meet()
    made = decided(table, meeting)
    assert (made.goal, made.doer_person, made.state) == (table.goal, table.cast.sofia, "to_do")
    assert meeting_page(reader(table), meeting, FRIDAY).decisions == [made]


def test_sent_twice_it_was_decided_once(table: Table) -> None:
    meeting, key = table.meet(), uuid4()
    for _ in range(2):
        decided(table, meeting, key=key)
    assert (Action.objects.count(), Decision.objects.count()) == (1, 1)


def test_a_meeting_that_was_called_off_decides_nothing(table: Table) -> None:
    meeting, by = table.meet(), acting(table.network.lotte)
    cancel_meeting(meeting=meeting, because="Ziek.", by=by, at=MONDAY)
    with pytest.raises(ValidationError, match="gaat niet door"):
        decided(table, meeting)
    assert Action.objects.count() == 0


def test_open_goals_are_the_first_agenda_and_stand_there_once(table: Table) -> None:
    meeting, by = table.meet(), acting(table.network.lotte)
    with pytest.raises(ValidationError, match="staat al op de agenda"):
        add_point(meeting=meeting, goal=table.goal, by=by, at=MONDAY)
    add_point(meeting=meeting, words="Wie brengt de koeken mee?", by=by, at=MONDAY)
    agenda = meeting_page(reader(table), meeting, MONDAY).agenda
    assert [point.words or point.goal.words for point in agenda if point.words or point.goal] == [
        "Rustige ochtenden.",
        "Wie brengt de koeken mee?",
    ]


def test_a_goal_that_a_guest_may_not_read_is_not_on_their_agenda(table: Table) -> None:
    meeting = table.meet()
    sofia = Reader(person=table.cast.sofia)
    assert len(meeting_page(sofia, meeting, MONDAY).agenda) == 1
    ItemHidden.objects.create(item=table.goal.item, person=table.cast.sofia)
    decided(table, meeting)
    page = meeting_page(sofia, meeting, MONDAY)
    assert page.agenda == []


def test_who_took_part_reads_the_minutes(table: Table) -> None:
    table.safe()
    meeting, by = table.meet(about=(table.cast.noor,)), acting(table.network.lotte)
    write_minutes(
        meeting=meeting, version=None, words="We spraken af.", maker=table.maker, by=by, at=FRIDAY
    )
    for person, reads in ((table.cast.sofia, True), (table.jan, False)):
        page = meeting_page(Reader(person=person), meeting, FRIDAY)
        assert (page.minutes is not None, page.minutes_hidden) == (reads, not reads)


def test_two_who_write_the_minutes_lose_nothing(table: Table) -> None:
    meeting = table.meet()
    said = {"meeting": meeting, "maker": table.maker, "by": acting(table.network.lotte), "at": FRIDAY}
    first = write_minutes(version=None, words="Eerst.", **said)  # type: ignore[arg-type]
    write_minutes(version=first.version, words="Eerst en dan.", **said)  # type: ignore[arg-type]
    with pytest.raises(StaleRecord):
        write_minutes(version=1, words="Iets anders.", **said)  # type: ignore[arg-type]
    with pytest.raises(StaleRecord):
        write_minutes(version=None, words="Ook eerst.", **said)  # type: ignore[arg-type]


def test_an_interpreter_is_a_task_until_one_is_found(table: Table) -> None:
    meeting = table.meet(interpreter="ar", gender_wish="woman", not_from_our_town=True)
    by = acting(table.network.lotte)
    (task,) = interpreters_to_find(reader(table), MONDAY, 10)
    assert (task.language, task.gender_wish, task.not_from_our_town) == ("ar", "woman", True)
    with pytest.raises(ValidationError, match="wie tolkt"):
        interpreter_found(interpreter=task, who=" ", by=by, at=MONDAY)
    interpreter_found(interpreter=task, who="Atlas, mevrouw N.", by=by, at=MONDAY)
    assert interpreters_to_find(reader(table), MONDAY, 10) == []
    with pytest.raises(CannotMove):
        no_interpreter(interpreter=task, by=by, at=MONDAY)
    ask_interpreter(meeting=meeting, language="ar", by=by, at=MONDAY)
    assert len(interpreters_to_find(reader(table), MONDAY, 10)) == 1
