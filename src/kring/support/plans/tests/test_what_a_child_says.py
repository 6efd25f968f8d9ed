"""What a child says is read by no parent unless it may, and never by whom it is hidden from."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from tests.cast import MONDAY

from kring.support.plans.actions import tell_child_line
from kring.support.plans.makers import NewChildLine
from kring.support.plans.models import ChildLine
from kring.support.plans.queries import plan_page
from kring.support.plans.tests.a_plan import APlan, a_plan, at_desk
from kring.trust.access.readers import Reader

pytestmark = pytest.mark.django_db
TODAY = MONDAY.date()


@pytest.fixture
def setting() -> APlan:
    return a_plan()


def told(setting: APlan, line: NewChildLine) -> ChildLine:
    return tell_child_line(
        plan=setting.plan,
        child=setting.home.noor,
        line=line,
        maker=setting.maker,
        by=setting.by,
        at=MONDAY,
    )


def lines_of(reader: Reader, setting: APlan) -> list[ChildLine]:
    return plan_page(reader, setting.plan, MONDAY).child_lines


def test_by_itself_the_anchor_person_reads_it_and_the_parent_does_not(setting: APlan) -> None:
    line = told(setting, NewChildLine(words="Ik slaap graag bij oma.", spoken_alone_on=TODAY))
    assert lines_of(at_desk(setting.network.nele), setting) == [line]
    assert lines_of(Reader(person=setting.home.sofia), setting) == []
    assert line.spoken_by == setting.network.nele


def test_a_parent_reads_what_the_child_lets_them_read(setting: APlan) -> None:
    words = NewChildLine(words="Ik hou van tekenen.", spoken_alone_on=TODAY, parents_may_read=True)
    line = told(setting, words)
    assert lines_of(Reader(person=setting.home.sofia), setting) == [line]


def test_hidden_from_one_parent_it_stays_hidden(setting: APlan) -> None:
    sofia = setting.home.sofia
    words = NewChildLine(
        words="Mama roept.", spoken_alone_on=TODAY, parents_may_read=True, hidden_from=(sofia,)
    )
    told(setting, words)
    assert lines_of(Reader(person=sofia), setting) == []


@pytest.mark.parametrize(
    "line",
    [
        NewChildLine(words="Ik slaap slecht."),
        NewChildLine(spoken_alone_on=TODAY + timedelta(days=1)),
        NewChildLine(not_spoken_because="x" * 301),
    ],
)
def test_it_says_when_or_why_not(setting: APlan, line: NewChildLine) -> None:
    with pytest.raises(ValidationError):
        told(setting, line)
    assert not ChildLine.objects.exists()


def test_not_spoken_because_is_enough(setting: APlan) -> None:
    line = told(setting, NewChildLine(not_spoken_because="Noor was ziek."))
    assert (line.spoken_by, line.not_spoken_because) == (None, "Noor was ziek.")
