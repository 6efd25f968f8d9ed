"""A plan of the family Peeters – El Amrani, for the tests of the own pages."""

from datetime import datetime, timedelta

from django.utils import timezone
from tests.cast import Network, PeetersElAmrani, acting

from kring.registry.people.models import Person
from kring.support.plans.actions import add_action, add_goal, open_plan
from kring.support.plans.makers import Doer, Maker, NewAction, NewGoal
from kring.support.plans.models import Action, Goal, Plan

MORNINGS = "Dat de ochtenden zonder ruzie verlopen."
CARD = "Samen een ochtendkaart maken"


def a_plan(home: PeetersElAmrani, network: Network, at: datetime | None = None) -> Plan:
    """A plan with Nele as the anchor person, empty."""
    return open_plan(
        family=home.family,
        owner=network.counter.organisation,
        anchor=network.nele,
        by=acting(network.nele),
        at=at or timezone.now() - timedelta(days=3),
    )


def a_goal(
    plan: Plan,
    network: Network,
    *about: Person,
    words: str = MORNINGS,
    together: tuple[Person, ...] = (),
) -> Goal:
    """A goal about these persons, written down by Nele."""
    return add_goal(
        plan=plan,
        goal=NewGoal(words=words, concerns=about, together=together),
        maker=Maker(worker=network.nele, organisation=plan.owner),
        by=acting(network.nele),
        at=timezone.now() - timedelta(days=2),
    )


def to_do(goal: Goal, network: Network, who: Person, words: str = CARD) -> Action:
    """Something that this person will do."""
    return add_action(
        goal=goal,
        new=NewAction(words=words, doer=Doer(person=who)),
        maker=Maker(worker=network.nele, organisation=goal.plan.owner),
        by=acting(network.nele),
        at=timezone.now() - timedelta(days=2),
    )
