"""The plans of the cast: Sofia's, with her mother and the school in it, and the first one of Rania."""

from datetime import timedelta

from kring.foundation.deadlines.calendar import local_day
from kring.registry.people import actions as people
from kring.registry.people.models import Person
from kring.support.plans import actions
from kring.support.plans.makers import Doer, Maker, NewAction, NewChildLine, NewGoal, NewRemark
from kring.support.plans.models import Action, FrozenBecause, Goal, Plan, RemarkKind, Said
from kring.tools.demo.cast import Household, Stage
from kring.tools.demo.stories import actor_of
from kring.tools.demo.unrolling import Story

MORNINGS = "Dat de ochtenden zonder ruzie verlopen."
FRIEND = "Ik wil na school met Amira spelen."
DUTCH = "Beter Nederlands praten, voor de rapporten."
CHILDCARE = "أريد مكانا في الحضانة ليومين حتى أتعلم اللغة."


def open_with_lotte(stage: Stage, home: Household) -> Plan:
    """The plan begins the day Sofia chooses Lotte as her anchor person."""
    lotte, desk = stage.workers["Lotte Claes"], stage.desks["intake"]
    at = stage.ago(39, 11)
    return actions.open_plan(
        family=home.family,
        owner=desk.organisation,
        anchor=lotte,
        by=actor_of(lotte, desk),
        at=at,
    )


def plan_of_mornings(stage: Stage, home: Household) -> Story:
    """Three goals, scores that rise, a grandmother who brings Noor, and an evaluation to come."""
    lotte, desk = stage.workers["Lotte Claes"], stage.desks["intake"]
    by, maker = actor_of(lotte, desk), Maker(worker=lotte, organisation=desk.organisation)
    plan = Plan.objects.get(family=home.family)
    noor = Person.objects.get(memberships__family=home.family, given_name="Noor")
    yield (at := stage.ago(38, 10))
    mornings = _goal(plan, home, MORNINGS, "parenting", (home.parent, noor), maker, stage, 38)
    fatma = people.register_person(by=by, at=at, given_name="Fatma", family_name="El Amrani")
    for who, kind in ((noor, "grootouder"), (home.parent, "steunfiguur")):
        people.relate(by=by, at=at, person=fatma, to=who, type=kind)
    actions.join_team(plan=plan, person=fatma, because="family.asked", by=by, at=at)
    cards = _action(mornings, "Samen een ochtendkaart maken", Doer(person=home.parent), maker, stage, 30)
    _action(mornings, "Op woensdag Noor naar school brengen", Doer(person=fatma), maker, stage, -20)
    _action(mornings, "De juf bellen over de ochtenden", Doer(worker=lotte), maker, stage, 6)
    yield (at := stage.ago(36, 10))
    frozen = FrozenBecause.AGREEMENT
    actions.freeze(plan=plan, because=frozen, worker=lotte, by=by, at=at)
    yield from _grows(stage, home, plan, maker, cards)
    yield (at := stage.ago(8, 10))
    for person, score in ((home.parent, 6), (noor, 5)):
        actions.score_goal(goal=mornings, person=person, score=score, maker=maker, by=by, at=at)
    on = local_day(stage.now) + timedelta(days=21)
    actions.plan_evaluation(plan=plan, on=on, by=by, at=at)


def _grows(stage: Stage, home: Household, plan: Plan, maker: Maker, cards: Action) -> Story:
    lotte, by = (
        stage.workers["Lotte Claes"],
        actor_of(stage.workers["Lotte Claes"], stage.desks["intake"]),
    )
    noor = Person.objects.get(memberships__family=home.family, given_name="Noor")
    yield (at := stage.ago(33, 16))
    spoken = local_day(at)
    line = NewChildLine(
        words="Bij de deur is het druk. Met de juf is het stil.",
        spoken_alone_on=spoken,
        what_makes_safe="Als oma er is.",
        parents_may_read=True,
    )
    actions.tell_child_line(plan=plan, child=noor, line=line, maker=maker, by=by, at=at)
    friend = _goal(plan, home, FRIEND, "leisure", (noor,), maker, stage, 33)
    _action(friend, "De mama van Amira een bericht sturen", Doer(person=home.parent), maker, stage, 20)
    yield (at := stage.ago(29, 10))
    actions.finish_action(done=cards, by=by, at=at)
    for kind, words in (
        (RemarkKind.STRENGTH, "Sofia leest elke avond voor."),
        (RemarkKind.WORRY, "Sofia slaapt weinig."),
    ):
        remark = NewRemark(kind=kind, words=words, about=(home.parent,))
        actions.add_remark(plan=plan, remark=remark, maker=maker, by=by, at=at)
    yield (at := stage.ago(20, 10))
    dutch = _goal(plan, home, DUTCH, "development", (home.parent,), maker, stage, 20)
    _action(dutch, "Inschrijven voor de taalles", Doer(worker=lotte), maker, stage, -10)


def _goal(
    plan: Plan,
    home: Household,
    words: str,
    domain: str,
    concerns: tuple[Person, ...],
    maker: Maker,
    stage: Stage,
    days: int,
) -> Goal:
    """A goal of so many days ago, agreed on and with a first score of each."""
    at, by = stage.ago(days, 10), actor_of(stage.workers["Lotte Claes"], stage.desks["intake"])
    wanted = NewGoal(words=words, concerns=concerns, together=(home.parent,), domain=domain, aim=8)
    goal = actions.add_goal(plan=plan, goal=wanted, maker=maker, by=by, at=at)
    for person, score in zip(concerns, (3, 4), strict=False):
        actions.agree_on_goal(goal=goal, person=person, said=Said.YES, maker=maker, by=by, at=at)
        actions.score_goal(goal=goal, person=person, score=score, maker=maker, by=by, at=at)
    return goal


def _action(goal: Goal, words: str, doer: Doer, maker: Maker, stage: Stage, due_ago: int) -> Action:
    """Something to do, due so many days ago (or to come, below zero)."""
    by = actor_of(stage.workers["Lotte Claes"], stage.desks["intake"])
    new = NewAction(words=words, doer=doer, due_on=local_day(stage.now) - timedelta(days=due_ago))
    return actions.add_action(goal=goal, new=new, maker=maker, by=by, at=goal.starts_at)


def first_plan_of_rania(stage: Stage, home: Household) -> Story:
    """One goal in her own language, one action, one date."""
    lotte, desk = stage.workers["Lotte Claes"], stage.desks["intake"]
    by, maker = actor_of(lotte, desk), Maker(worker=lotte, organisation=desk.organisation)
    yield (at := stage.ago(9, 14))
    plan = actions.open_plan(family=home.family, owner=desk.organisation, anchor=lotte, by=by, at=at)
    wanted = NewGoal(
        words=CHILDCARE,
        concerns=(home.parent,),
        together=(home.parent,),
        language="ar",
        domain="childcare",
        aim=9,
    )
    goal = actions.add_goal(plan=plan, goal=wanted, maker=maker, by=by, at=at)
    actions.score_goal(goal=goal, person=home.parent, score=2, maker=maker, by=by, at=at)
    due = local_day(stage.now) + timedelta(days=4)
    new = NewAction(words="Drie plaatsen bellen voor opvang", doer=Doer(worker=lotte), due_on=due)
    actions.add_action(goal=goal, new=new, maker=maker, by=by, at=at)
