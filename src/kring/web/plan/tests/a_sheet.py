"""What the tests of the plan page start from: the family with a plan, and who sits before it."""

from dataclasses import dataclass
from uuid import uuid4

from tests.cast import MONDAY, Network, PeetersElAmrani, acting, kempen, peeters_el_amrani

from kring.support.plans.actions import add_action, add_goal, open_plan
from kring.support.plans.makers import Doer, Maker, NewAction, NewGoal
from kring.support.plans.models import Action, Goal, Plan
from kring.trust.access.actions import involve

MORNINGS = "Dat de ochtenden zonder ruzie verlopen."


@dataclass(frozen=True)
class Planned:
    """The family Peeters – El Amrani with a plan of one goal and two actions."""

    network: Network
    home: PeetersElAmrani
    plan: Plan
    goal: Goal
    card: Action
    talk: Action

    @property
    def url(self) -> str:
        return f"/gezinnen/{self.home.family.key}/plan/"

    def of_goal(self, name: str) -> str:
        return f"{self.url}doel/{self.goal.key}/{name}/"

    def of_action(self, action: Action, name: str) -> str:
        return f"{self.url}afspraak/{action.key}/{name}/"


def planned() -> Planned:
    network, home = kempen(), peeters_el_amrani()
    nele = network.nele
    by, owner = acting(nele), network.counter.organisation
    plan = open_plan(family=home.family, owner=owner, anchor=nele, by=by, at=MONDAY)
    involve(
        at=MONDAY,
        about=home.family,
        who=network.lotte,
        role="team",
        because="team.joined",
        because_key=uuid4(),
    )
    maker = Maker(worker=nele, organisation=owner)
    said = {"maker": maker, "by": by, "at": MONDAY}
    wanted = NewGoal(MORNINGS, (home.sofia, home.noor), (home.sofia,), domain="parenting", aim=7)
    goal = add_goal(plan=plan, goal=wanted, **said)
    card = NewAction("Ochtendkaart maken", Doer(person=home.sofia), MONDAY.date())
    talk = NewAction("Met de juf praten", Doer(words="oma Rita"))
    return Planned(
        network,
        home,
        plan,
        goal,
        add_action(goal=goal, new=card, **said),
        add_action(goal=goal, new=talk, **said),
    )
