"""Who asks is written down with the question, in one deed, once, or not at all."""

from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from tests.cast import MONDAY, kempen

from kring.foundation.journal.actor import VISITOR
from kring.registry.people.models import ContactChannel, Family, Person
from kring.support.requests.actions import NewAsker, Question, ask_as
from kring.support.requests.models import AskerKind, Door, Request

pytestmark = pytest.mark.django_db


def _question(**values: object) -> Question:
    given = {"door": Door.WEB, "asker_kind": AskerKind.FAMILY, "words": "Hulp bij de ochtenden"}
    return Question(**{**given, **values})  # type: ignore[arg-type]


def _ask(question: Question, asker: NewAsker) -> Request:
    return ask_as(question=question, asker=asker, desk=kempen().counter, by=VISITOR, at=MONDAY)


def test_who_says_nothing_stays_nobody() -> None:
    request = _ask(_question(), NewAsker(language="nl"))
    assert request.asker is None
    assert Person.objects.count() == 0


def test_a_nickname_and_a_safe_way_are_kept() -> None:
    request = _ask(
        _question(),
        NewAsker(name="Sofie", reach_kind="phone", reach="0470 12 34 56", say_to_others="de bib"),
    )
    assert request.asker is not None
    assert request.asker.name == "Sofie"
    channel = ContactChannel.objects.get(person=request.asker)
    assert (channel.value, channel.safe, channel.preferred) == ("+32470123456", True, True)
    assert channel.say_to_others == "de bib"


def test_sent_twice_it_is_one_question_and_one_person() -> None:
    submission = uuid4()
    first = _ask(_question(submission=submission), NewAsker(name="Sofie"))
    second = _ask(_question(submission=submission), NewAsker(name="Sofie"))
    assert first == second
    assert Person.objects.count() == 1


def test_a_wrong_number_writes_nothing_at_all() -> None:
    with pytest.raises(ValidationError):
        _ask(_question(), NewAsker(name="Sofie", reach_kind="phone", reach="12"))
    assert Person.objects.count() == 0
    assert Request.objects.count() == 0


def test_a_family_named_by_a_professional_gets_its_member() -> None:
    request = _ask(
        _question(door=Door.REFERRAL, asker_kind=AskerKind.PROFESSIONAL),
        NewAsker(name="Sofia", family_name_given="gezin Peeters"),
    )
    family = Family.objects.get()
    assert request.family == family
    assert family.memberships.get().person == request.asker
