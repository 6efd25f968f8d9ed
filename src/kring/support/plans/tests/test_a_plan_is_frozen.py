"""A frozen plan stays as it was, is read part by part by today's rule, and tells what changed."""

import pytest
from tests.cast import MONDAY, person

from kring.support.plans.actions import (
    add_remark,
    drop_goal,
    finish_action,
    freeze,
    join_team,
    reword_goal,
    score_goal,
    tell_child_line,
)
from kring.support.plans.erasers import let_go_of_plan_parts
from kring.support.plans.makers import Doer, NewChildLine, NewRemark
from kring.support.plans.models import FrozenBecause, Goal, Revision, RevisionPart
from kring.support.plans.queries import changes_between, plan_as_it_stands, revision_page
from kring.support.plans.tests.a_plan import APlan, a_plan, at_desk
from kring.trust.access.readers import Reader
from kring.trust.access.tests.households import born, shares_with, tie

pytestmark = pytest.mark.django_db


@pytest.fixture
def setting() -> APlan:
    return a_plan()


def frozen(setting: APlan) -> Revision:
    return freeze(
        plan=setting.plan,
        because=FrozenBecause.AGREEMENT,
        worker=setting.network.nele,
        by=setting.by,
        at=MONDAY,
    )


def scored(setting: APlan, goal: Goal, score: int) -> None:
    score_goal(
        goal=goal,
        person=setting.home.sofia,
        score=score,
        maker=setting.maker,
        by=setting.by,
        at=MONDAY,
    )


def test_what_comes_later_changes_nothing_in_it(setting: APlan) -> None:
    goal = setting.goal("Rustige ochtenden", setting.home.sofia)
    call = setting.action(goal, "Bellen naar school", Doer(person=setting.home.sofia))
    strong = NewRemark(kind="strength", words="Ze koken samen", about=(setting.home.sofia,))
    add_remark(plan=setting.plan, remark=strong, maker=setting.maker, by=setting.by, at=MONDAY)
    scored(setting, goal, 3)
    first = frozen(setting)
    kept = list(RevisionPart.objects.order_by("pk").values())
    reword_goal(goal=goal, version=1, words="Rust in huis", by=setting.by, at=MONDAY)
    finish_action(done=call, by=setting.by, at=MONDAY)
    scored(setting, goal, 5)
    assert list(RevisionPart.objects.order_by("pk").values()) == kept
    page = revision_page(at_desk(setting.network.nele), first, MONDAY)
    assert [one.words for one in page.goals] == ["Rustige ochtenden"]
    assert [(one.words, one.doer) for one in page.goals[0].actions] == [
        ("Bellen naar school", "Sofia El Amrani")
    ]
    assert [(score.first, score.last) for score in page.goals[0].scores] == [(3, 3)]
    assert [one.words for one in page.remarks] == ["Ze koken samen"]


def test_what_changed_is_told_in_sentences(setting: APlan) -> None:
    sofia, reader = setting.home.sofia, at_desk(setting.network.nele)
    goal, other = setting.goal("Rustige ochtenden", sofia), setting.goal("Werk vinden", sofia)
    call = setting.action(goal, "Bellen naar school", Doer(person=sofia))
    scored(setting, goal, 3)
    older = revision_page(reader, frozen(setting), MONDAY)
    reword_goal(goal=goal, version=1, words="Rust in huis", by=setting.by, at=MONDAY)
    scored(setting, goal, 5)
    drop_goal(goal=other, words="", by=setting.by, at=MONDAY)
    finish_action(done=call, by=setting.by, at=MONDAY)
    setting.goal("Een eigen kamer", setting.home.noor)
    line = NewChildLine(not_spoken_because="ziek")
    child = setting.home.noor
    tell_child_line(
        plan=setting.plan, child=child, line=line, maker=setting.maker, by=setting.by, at=MONDAY
    )
    newer = revision_page(reader, frozen(setting), MONDAY)
    assert changes_between(older, newer) == [
        "Anders gezegd: “Rustige ochtenden” werd “Rust in huis”.",
        "Sofia El Amrani ging voor “Rust in huis” van 3 naar 5.",
        "Niet langer een doel: “Werk vinden”.",
        "Nieuw doel: “Een eigen kamer”.",
        "Gedaan: “Bellen naar school” (Sofia El Amrani).",
        "Nog niet gesproken: Noor Peeters.",
    ]
    assert changes_between(newer, plan_as_it_stands(reader, setting.plan, MONDAY)) == []


def test_each_reader_sees_their_part_by_todays_rule(setting: APlan) -> None:
    noor, sofia, rita = setting.home.noor, setting.home.sofia, person("Rita", "Peeters", born(68))
    tie(rita, noor, "grootouder")
    goal = setting.goal("Noor gaat graag naar school", noor)
    setting.action(goal, "Noor brengen", Doer(person=rita))
    setting.goal("Ik wil een eigen kamer", setting.home.younes)
    bram = setting.network.bram
    join_team(plan=setting.plan, worker=bram, because="test", by=setting.by, at=MONDAY)
    kept = frozen(setting)
    hers = revision_page(Reader(person=rita), kept, MONDAY)
    assert ([one.words for one in hers.goals], [one.words for one in hers.given]) == (
        [],
        ["Noor brengen"],
    )
    mothers = revision_page(Reader(person=sofia), kept, MONDAY)
    assert [one.words for one in mothers.goals] == ["Noor gaat graag naar school"]
    coach = at_desk(bram)
    assert revision_page(coach, kept, MONDAY).goals == []
    shares_with(setting.home.younes, coach)
    assert [one.words for one in revision_page(coach, kept, MONDAY).goals] == ["Ik wil een eigen kamer"]
    shares_with(setting.home.younes, coach, outcome="no")
    assert revision_page(coach, kept, MONDAY).goals == []


def test_who_is_erased_stands_in_no_old_plan(setting: APlan) -> None:
    sofia, younes = setting.home.sofia, setting.home.younes
    goal = setting.goal("Samen eten", sofia, younes)
    for who, score in ((sofia, 3), (younes, 8)):
        score_goal(goal=goal, person=who, score=score, maker=setting.maker, by=setting.by, at=MONDAY)
    setting.goal("Een eigen kamer", younes)
    frozen(setting)
    let_go_of_plan_parts(by=setting.by, at=MONDAY, keys=[younes.key])
    (left,) = RevisionPart.objects.all()
    assert left.content["words"] == "Samen eten"
    assert list(left.content["scores"]) == [str(sofia.key)]
    assert str(younes.key) not in str(left.content)


def test_each_freezing_has_its_own_number(setting: APlan) -> None:
    setting.goal("Rust", setting.home.sofia)
    assert [frozen(setting).number, frozen(setting).number] == [1, 2]
