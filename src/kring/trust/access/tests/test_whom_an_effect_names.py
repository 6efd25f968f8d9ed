"""Whom the effect of an answer names: who takes part for the receiver and is known to who asks."""

from datetime import timedelta
from uuid import uuid4

import pytest
from tests.cast import LONG_AGO, MONDAY, kempen, person, worker

from kring.registry.network.models import Duty, WorkerRole
from kring.registry.people.models import FamilyMembership
from kring.trust.access import effects
from kring.trust.access.actions import involve
from kring.trust.access.effects import Change, Effect, Turn, effect_of
from kring.trust.access.models import Involvement
from kring.trust.access.tests.households import at_work, born, family_of, shares_with, takes_part, tie
from kring.trust.consent.models import Consent

pytestmark = pytest.mark.django_db
ALL, NONE, SCHOOL, BOTH = (frozenset(x) for x in (["*"], [], ["school"], ["school", "health"]))
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("before", "after", "turn"),
    [
        (ALL, NONE, Turn.LOSES),
        (NONE, ALL, Turn.GAINS),
        (SCHOOL, NONE, Turn.LOSES),
        (ALL, SCHOOL, Turn.NARROWS),
        (BOTH, SCHOOL, Turn.NARROWS),
        (SCHOOL, BOTH, Turn.WIDENS),
        (SCHOOL, ALL, Turn.WIDENS),
        (SCHOOL, frozenset({"health"}), Turn.WIDENS),
    ],
)
def test_more_or_less(before, after, turn) -> None:
    change = Change("Kim", uuid4(), before, after)
    assert change.turn is turn
    effect = Effect((change,), present=True, reads=True)
    assert [each for each in Turn if effect.who(each)] == [turn]


def test_who_is_on_duty_at_the_desk_and_who_takes_part_themself_by_name() -> None:
    network = kempen()
    girl = person("Mila", "Bos", born(14))
    home = family_of("Bos", child=[girl])
    caw = network.outside.organisation
    adam, kim = worker("Adam Aerts", network.outside), worker("Kim Wens", network.outside)
    for one in (adam, kim):
        Duty.objects.filter(worker=one).delete()
    involve(at=LONG_AGO, about=girl, who=network.outside, role="team", because="x", because_key=uuid4())
    takes_part(kim, home)
    takes_part(network.nele, home)
    effect = effect_of(girl, caw, "yes", ["school"], MONDAY)
    assert [change.who for change in effect.changes] == ["Bram De Smet", "Kim Wens"]
    assert [change.key for change in effect.changes] == [network.bram.key, kim.key]
    assert {(change.before, change.after) for change in effect.changes} == {(NONE, SCHOOL)}
    assert (effect.present, effect.reads) == (True, True)
    assert not effect_of(girl, caw, "yes", [], LONG_AGO - DAY).present
    WorkerRole.objects.filter(worker=kim).update(ends_at=MONDAY)
    effect = effect_of(girl, caw, "yes", [], MONDAY)
    assert [change.who for change in effect.changes] == ["Bram De Smet"]
    Involvement.objects.update(ends_at=MONDAY)
    effect = effect_of(girl, caw, "yes", [], MONDAY)
    assert (effect.changes, effect.present, effect.reads) == ((), False, False)


def test_who_takes_part_for_another_organisation_is_nobody_of_this_one() -> None:
    network, girl = kempen(), person("Mila", "Bos", born(14))
    takes_part(network.nele, girl)
    effect = effect_of(girl, network.outside.organisation, "yes", [], MONDAY)
    assert (effect.present, effect.reads, effect.changes) == (False, False, ())
    assert effect_of(girl, network.counter.organisation, "yes", [], MONDAY).present


def test_no_more_than_so_many_of_a_large_organisation(monkeypatch: pytest.MonkeyPatch) -> None:
    network, girl = kempen(), person("Mila", "Bos", born(14))
    monkeypatch.setattr(effects, "MOST", 2)
    names = ["Adam Aerts", "Bea Bal", "Cas Claes"]
    for name in reversed(names):
        takes_part(worker(name, network.outside), girl)
    effect = effect_of(girl, network.outside.organisation, "yes", [], MONDAY)
    assert [change.who for change in effect.changes] == names[:2]


def test_who_works_elsewhere_too_reads_by_what_they_are_in_all_of_it() -> None:
    network, girl = kempen(), person("Mila", "Bos", born(14))
    helper, reader = at_work("Kim Wens", "caw")
    takes_part(helper, girl)
    caw = helper.roles.get().organisation
    assert [c.who for c in effect_of(girl, caw, "yes", [], MONDAY).changes] == ["Kim Wens"]
    outside = at_work("Wim Pels", "other")[0].roles.get()
    held = WorkerRole.objects.create(
        worker=helper, organisation=outside.organisation, role=outside.role, starts_at=LONG_AGO
    )
    assert effect_of(girl, caw, "yes", [], MONDAY).changes == ()
    assert effect_of(girl, caw, "yes", [], MONDAY).present
    held.ends_at = MONDAY
    held.save()
    assert [c.who for c in effect_of(girl, caw, "yes", [], MONDAY).changes] == ["Kim Wens"]
    assert reader.worker_id != network.nele.pk


def test_what_opened_before_stays_told_by_its_domains() -> None:
    girl = person("Mila", "Bos", born(14))
    helper, reader = at_work("Kim Wens", "caw")
    takes_part(helper, girl)
    shares_with(girl, reader, "school", "health")
    caw = helper.roles.get().organisation

    def told(outcome: str, *domains: str) -> list[tuple[frozenset[str], frozenset[str]]]:
        return [(c.before, c.after) for c in effect_of(girl, caw, outcome, domains, MONDAY).changes]

    assert told("yes", "school") == [(BOTH, SCHOOL)]
    assert told("yes") == [(BOTH, ALL)]
    assert told("no") == [(BOTH, NONE)]
    assert not effect_of(girl, caw, "no", [], MONDAY).reads
    assert told("yes", "health", "school") == []
    assert effect_of(girl, caw, "yes", ["health", "school"], MONDAY).reads
    Consent.objects.update(ends_at=MONDAY)
    assert told("yes", "school") == [(NONE, SCHOOL)]


def test_a_parent_is_told_what_they_gain_and_the_family_of_who_answers_is_meant() -> None:
    mother, girl, boy = (
        person(name, "Bos", born(age)) for name, age in (("An", 38), ("Mila", 14), ("Jef", 6))
    )
    home = family_of("Bos", parent=[mother], child=[girl, boy])
    tie(mother, girl, "moeder")
    effect = effect_of(girl, mother, "yes", [], MONDAY)
    assert [(c.who, c.key, c.turn) for c in effect.changes] == [("An Bos", mother.key, Turn.GAINS)]
    helper, _reader = at_work("Kim Wens", "caw")
    takes_part(helper, home)
    caw = helper.roles.get().organisation
    assert effect_of(boy, caw, "yes", [], MONDAY, decided_by=mother).present
    FamilyMembership.objects.filter(person=mother).update(ends_at=MONDAY)
    assert effect_of(boy, caw, "yes", [], MONDAY - DAY, decided_by=mother).present
    assert not effect_of(boy, caw, "yes", [], MONDAY, decided_by=mother).present
    assert not effect_of(boy, caw, "yes", [], MONDAY, families=[]).present
    assert effect_of(boy, caw, "yes", [], MONDAY, families=iter([home.pk])).present


def test_who_helps_another_family_of_the_parent_that_answers_is_not_meant() -> None:
    mother, boy = person("An", "Bos", born(38)), person("Jef", "Bos", born(6))
    family_of("Bos", parent=[mother], child=[boy])
    helper, _reader = at_work("Kim Wens", "caw")
    takes_part(helper, family_of("Bos, haar ouders", child=[mother]))
    caw = helper.roles.get().organisation
    assert not effect_of(boy, caw, "yes", [], MONDAY, decided_by=mother).present
    assert effect_of(mother, caw, "yes", [], MONDAY).present


def test_who_answers_for_themself_decides_themself() -> None:
    girl = person("Mila", "Bos", born(14))
    helper, _reader = at_work("Kim Wens", "caw")
    takes_part(helper, girl)
    caw = helper.roles.get().organisation
    own = effect_of(girl, caw, "yes", [], MONDAY, decided_by=girl)
    other = effect_of(girl, caw, "yes", [], MONDAY, decided_by=person("Els", "Maes"))
    assert (len(own.changes), len(other.changes)) == (1, 0)
