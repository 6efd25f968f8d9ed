"""What the first parent said about the second is kept for who may ask it, the last answer alone."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from tests.cast import MONDAY, acting, person

from kring.foundation.journal.models import JournalEntry
from kring.registry.people.models import FamilyMembership, Person
from kring.trust.access.models import Involvement, ParentSafety
from kring.trust.access.queries import may_have_access
from kring.trust.access.safety import (
    answer_safety,
    check_may_ask_safety,
    may_ask_safety,
    safety_of,
    second_parents,
)
from kring.trust.access.tests.households import at_work, born, called_safe, family_of, takes_part, tie

pytestmark = pytest.mark.django_db
LATER = MONDAY + timedelta(days=1)
SECOND = timedelta(seconds=1)


@pytest.fixture
def home():
    mother, father, step = (person(name, "Bos", born(38)) for name in ("An", "Piet", "Koen"))
    boy, girl = person("Jef", "Bos", born(6)), person("Mila", "Bos", born(8))
    family = family_of("Bos", parent=[mother], child=[boy, girl])
    for one in (father, step):
        tie(one, boy, "vader")
    tie(father, girl, "vader")
    return family, mother, father, step, boy, girl


def answer(child: Person, parent: Person, *, safe: bool, alone: bool = True, at=MONDAY) -> ParentSafety:
    helper, _reader = at_work("Kim Wens", "caw")
    return answer_safety(
        child=child,
        parent=parent,
        safe=safe,
        asked_alone=alone,
        worker=helper,
        by=acting(helper),
        at=at,
    )


def test_all_of_it_is_kept(home) -> None:
    _family, mother, father, _step, boy, _girl = home
    said = answer(boy, father, safe=True)
    said.refresh_from_db()
    assert (said.child, said.asked, said.parent, said.starts_at) == (boy, mother, father, MONDAY)
    assert (said.safe, said.asked_alone, said.asked_by.name, said.ends_at) == (
        True,
        True,
        "Kim Wens",
        None,
    )
    entry = JournalEntry.objects.get(verb="safety.asked")
    assert (entry.at, entry.actor_key) == (MONDAY, said.asked_by.key)


def test_the_answer_that_runs_is_the_last_and_each_parent_has_an_own(home) -> None:
    _family, _mother, father, step, boy, girl = home
    first, of_step = answer(boy, father, safe=False, alone=False), answer(boy, step, safe=False)
    of_girl = answer(girl, father, safe=True)
    assert safety_of(boy, [father, step], MONDAY) == {father.pk: first, step.pk: of_step}
    assert safety_of(girl, [father, step], MONDAY) == {father.pk: of_girl}
    assert safety_of(boy, [step], MONDAY) == {step.pk: of_step}
    last = answer(boy, father, safe=True, at=LATER)
    assert safety_of(boy, [father], LATER) == {father.pk: last}
    assert safety_of(boy, [father], LATER - SECOND) == {father.pk: first}
    assert ParentSafety.objects.get(pk=of_girl.pk).ends_at is None
    assert ParentSafety.objects.get(pk=of_step.pk).ends_at is None


def test_a_refusal_says_beside_what_it_stands(home) -> None:
    _family, mother, father, _step, boy, _girl = home
    with pytest.raises(ValidationError) as refused:
        answer(boy, father, safe=True, alone=False)
    assert set(refused.value.message_dict) == {"asked_alone"}
    with pytest.raises(ValidationError) as refused:
        answer(boy, mother, safe=True)
    assert refused.value.messages != ["None"]
    assert not ParentSafety.objects.exists()


def test_a_yes_for_one_child_opens_nothing_while_another_waits(home) -> None:
    _family, mother, father, step, boy, girl = home
    called_safe(boy, mother, father, at_work("Kim Wens", "caw")[0])
    assert not may_have_access(father, MONDAY)
    called_safe(girl, mother, father, at_work("Kim Wens", "caw")[0])
    assert may_have_access(father, MONDAY)
    assert not may_have_access(step, MONDAY)
    ParentSafety.objects.filter(child=girl).update(ends_at=MONDAY)
    assert not may_have_access(father, MONDAY)


def test_second_parents_come_in_order_and_of_minors_alone(home) -> None:
    _family, mother, father, step, boy, girl = home
    assert second_parents(boy, MONDAY) == [father, step]
    assert second_parents(girl, MONDAY) == [father]
    assert second_parents(mother, MONDAY) == []
    grown = person("Sam", "Bos", born(18))
    for one in (mother, father):
        tie(one, grown, "voogd")
    assert second_parents(grown, MONDAY) == []


@pytest.mark.parametrize("of_the_child", [True, False])
def test_a_holder_asks_only_while_there_is_no_anchor_for_child_or_family(home, of_the_child) -> None:
    family, _mother, _father, _step, boy, girl = home
    helper, reader = at_work("Kim Wens", "caw")
    anchor, _reader = at_work("Noa Pels", "cig")
    takes_part(helper, family, "holder")
    takes_part(anchor, person("Els", "Maes"), "anchor")
    assert may_ask_safety(reader, boy, MONDAY)
    takes_part(anchor, boy if of_the_child else family, "anchor")
    assert not may_ask_safety(reader, boy, MONDAY)
    assert may_ask_safety(reader, girl, MONDAY) is of_the_child
    with pytest.raises(ValidationError):
        check_may_ask_safety(reader, boy, MONDAY)
    if not of_the_child:
        FamilyMembership.objects.filter(person=girl).update(ends_at=LATER)
        assert not may_ask_safety(reader, girl, MONDAY)
        takes_part(helper, girl, "holder")
        assert may_ask_safety(reader, girl, LATER)
    Involvement.objects.filter(role="anchor").update(ends_at=LATER)
    assert not may_ask_safety(reader, boy, LATER - SECOND)
    assert may_ask_safety(reader, boy, LATER)
    check_may_ask_safety(reader, boy, LATER)
