"""A family with a plan and a goal, and a meeting about it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from tests.cast import LONG_AGO, MONDAY, Network, PeetersElAmrani, acting, kempen, peeters_el_amrani
from tests.cast import person as somebody

from kring.registry.people.models import FamilyMembership, Person
from kring.support.meetings.actions import NewMeeting, plan_meeting
from kring.support.meetings.models import Meeting
from kring.support.plans.actions import add_goal, open_plan
from kring.support.plans.makers import Maker, NewGoal
from kring.support.plans.models import Goal, Plan
from kring.trust.access.safety import answer_safety

FRIDAY = MONDAY + timedelta(days=11, hours=5)


@dataclass(frozen=True)
class Table:
    """Lotte holds the plan of Sofia and Noor; Jan is the other parent."""

    network: Network
    cast: PeetersElAmrani
    plan: Plan
    goal: Goal
    jan: Person

    @property
    def maker(self) -> Maker:
        return Maker(worker=self.network.lotte, organisation=self.plan.owner)

    def safe(self) -> None:
        """Sofia, asked alone, says that Jan may take part."""
        lotte = self.network.lotte
        for child in (self.cast.noor, self.cast.younes):
            answer_safety(
                child=child,
                parent=self.jan,
                safe=True,
                asked_alone=True,
                worker=lotte,
                by=acting(lotte),
                at=MONDAY,
            )

    def meet(self, at: datetime = MONDAY, **more: object) -> Meeting:
        """A round table about Sofia and Noor, with Sofia."""
        told: dict[str, object] = {
            "kind": "round_table",
            "starts_at": FRIDAY,
            "ends_at": FRIDAY + timedelta(hours=1),
            "about": (self.cast.sofia, self.cast.noor),
            "place": "Huis van het Kind Geel",
            "persons": (self.cast.sofia,),
            "goals": (self.goal,),
        }
        new = NewMeeting(**told | more)  # type: ignore[arg-type]
        by = acting(self.network.lotte)
        return plan_meeting(plan=self.plan, new=new, maker=self.maker, by=by, at=at)


def at_table(at: datetime = MONDAY) -> Table:
    """The plan with one goal of Sofia and Noor."""
    network, cast = kempen(), peeters_el_amrani()
    lotte = network.lotte
    by = acting(lotte)
    owner = network.team.organisation
    plan = open_plan(family=cast.family, owner=owner, anchor=lotte, by=by, at=at)
    wanted = NewGoal(
        words="Rustige ochtenden.", concerns=(cast.sofia, cast.noor), together=(cast.sofia,)
    )
    goal = add_goal(plan=plan, goal=wanted, maker=Maker(worker=lotte, organisation=owner), by=by, at=at)
    jan = somebody("Jan", "Peeters", date(1989, 5, 5))
    FamilyMembership.objects.create(
        family=cast.family, person=jan, role="parent", starts_at=LONG_AGO + timedelta(days=1)
    )
    return Table(network, cast, plan, goal, jan)
