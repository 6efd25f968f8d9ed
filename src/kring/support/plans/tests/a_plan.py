"""A small plan to test with: Sofia with Younes (14) and Noor (6), and Nele as anchor person."""

from dataclasses import dataclass

from tests.cast import MONDAY, Network, PeetersElAmrani, acting, kempen, peeters_el_amrani

from kring.foundation.journal.actor import Actor
from kring.registry.network.models import Organisation, Worker
from kring.registry.people.models import Person
from kring.support.plans.actions import add_action, add_goal, open_plan
from kring.support.plans.makers import Doer, Maker, NewAction, NewGoal
from kring.support.plans.models import Action, Goal, Plan
from kring.trust.access.queries import reader_for
from kring.trust.access.readers import Reader


@dataclass(frozen=True)
class APlan:
    """A plan with the people around it; ``by`` and ``maker`` are Nele's hand."""

    network: Network
    home: PeetersElAmrani
    plan: Plan
    by: Actor
    maker: Maker

    def goal(self, words: str, *concerns: Person, together: tuple[Person, ...] = ()) -> Goal:
        """A goal about these people."""
        wanted = NewGoal(words=words, concerns=concerns, together=together)
        return add_goal(plan=self.plan, goal=wanted, maker=self.maker, by=self.by, at=MONDAY)

    def action(self, goal: Goal, words: str, doer: Doer) -> Action:
        """Something somebody will do for a goal."""
        new = NewAction(words=words, doer=doer)
        return add_action(goal=goal, new=new, maker=self.maker, by=self.by, at=MONDAY)


def a_plan() -> APlan:
    """The plan on its first day."""
    network, home = kempen(), peeters_el_amrani()
    nele = network.nele
    owner = employer(nele)
    plan = open_plan(family=home.family, owner=owner, anchor=nele, by=acting(nele), at=MONDAY)
    return APlan(network, home, plan, acting(nele), Maker(worker=nele, organisation=owner))


def employer(worker: Worker) -> Organisation:
    """The organisation a worker works for."""
    return worker.roles.order_by("pk")[0].organisation


def at_desk(worker: Worker) -> Reader:
    """This worker as a reader."""
    return reader_for(worker.account, MONDAY)
