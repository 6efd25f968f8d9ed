"""A person appoints who stands beside them, and asks for another helper or a break."""

import pytest
from django.core.exceptions import ValidationError
from tests.cast import MONDAY, person, worker

from kring.foundation.outbox.models import Message
from kring.foundation.workflow.transitions import CannotMove
from kring.registry.network.models import RoleType, Worker
from kring.registry.people.models import Relation
from kring.support.plans.actions import (
    answer_wish,
    appoint_trusted_person,
    ask_wish,
    dismiss_trusted_person,
)
from kring.support.plans.models import HelperWish, TeamMember, WishKind
from kring.support.plans.queries import goal_for, wishes_of, wishes_to_answer
from kring.support.plans.tests.a_plan import APlan, a_plan, at_desk
from kring.support.plans.texts import WISH_ASKED
from kring.trust.access.readers import Reader
from kring.trust.access.tests.households import born

pytestmark = pytest.mark.django_db


@pytest.fixture
def setting() -> APlan:
    return a_plan()


def coordinator(setting: APlan, name: str) -> Worker:
    RoleType.objects.update_or_create(
        code="teamcoach", defaults={"name": {"nl": "teamcoach"}, "grants": ["region.coordinate"]}
    )
    return worker(name, setting.network.counter, "teamcoach")


def wish(setting: APlan, about: Worker | None) -> HelperWish:
    return ask_wish(
        plan=setting.plan,
        person=setting.home.sofia,
        kind=WishKind.OTHER_HELPER,
        words="Het klikt niet.",
        about=about,
        by=setting.by,
        at=MONDAY,
    )


def test_a_trusted_person_reads_along_until_dismissed(setting: APlan) -> None:
    younes, joris = setting.home.younes, person("Joris", "Maes", born(30))
    goal = setting.goal("Een eigen kamer", younes)
    tie = appoint_trusted_person(
        person=younes, trusted=joris, plan=setting.plan, by=setting.by, at=MONDAY
    )
    assert goal_for(Reader(person=joris), goal.key, MONDAY) == goal
    assert TeamMember.objects.get(person=joris).ends_at is None
    dismiss_trusted_person(tie=tie, by=setting.by, at=MONDAY)
    assert goal_for(Reader(person=joris), goal.key, MONDAY) is None
    assert TeamMember.objects.get(person=joris).ends_at == MONDAY
    tie.refresh_from_db()
    with pytest.raises(CannotMove):
        dismiss_trusted_person(tie=tie, by=setting.by, at=MONDAY)


def test_a_child_that_does_not_decide_appoints_nobody(setting: APlan) -> None:
    joris, minor = person("Joris", "Maes", born(30)), person("Bo", "Maes", born(16))
    with pytest.raises(ValidationError, match="zelf kan beslissen"):
        appoint_trusted_person(
            person=setting.home.noor, trusted=joris, plan=None, by=setting.by, at=MONDAY
        )
    with pytest.raises(ValidationError, match="meerderjarig"):
        appoint_trusted_person(
            person=setting.home.younes, trusted=minor, plan=None, by=setting.by, at=MONDAY
        )
    assert not Relation.objects.exists()


def test_a_wish_goes_to_the_coordinator_and_never_to_the_helper_meant(setting: APlan) -> None:
    meant, other = coordinator(setting, "Els Bos"), coordinator(setting, "Ann Vos")
    asked = wish(setting, about=meant)
    told = Message.objects.filter(text=WISH_ASKED).values_list("recipient_key", flat=True)
    assert list(told) == [other.key]
    assert wishes_to_answer(at_desk(other), MONDAY) == [asked]
    assert wishes_to_answer(at_desk(meant), MONDAY) == []
    assert wishes_to_answer(at_desk(setting.network.nele), MONDAY) == []


def test_it_is_answered_once_in_words(setting: APlan) -> None:
    meant, other = coordinator(setting, "Els Bos"), coordinator(setting, "Ann Vos")
    asked = wish(setting, about=meant)
    answering = {"wish": asked, "by": setting.by, "at": MONDAY}
    for words, by in (("", other), ("Nee.", meant)):
        with pytest.raises(ValidationError):
            answer_wish(words=words, worker=by, **answering)
    answer_wish(words="We zoeken iemand anders.", worker=other, **answering)
    assert [one.answer_words for one in wishes_of(Reader(person=setting.home.sofia))] == [
        "We zoeken iemand anders."
    ]
    assert wishes_to_answer(at_desk(other), MONDAY) == []
    with pytest.raises(CannotMove):
        answer_wish(words="Toch niet.", worker=other, **answering)
