"""A family with a plan, and help for it."""

from dataclasses import dataclass
from datetime import date, datetime

from tests.cast import MONDAY, Network, PeetersElAmrani, acting, kempen, peeters_el_amrani

from kring.registry.people.models import Person
from kring.support.deployments.actions import NewHelp, plan_help
from kring.support.deployments.models import Deployment
from kring.support.plans.actions import open_plan
from kring.support.plans.makers import Maker
from kring.support.plans.models import Plan


@dataclass(frozen=True)
class Home:
    """Sofia and her children, whose plan Lotte holds together; Bram of the CAW may help."""

    network: Network
    cast: PeetersElAmrani
    plan: Plan

    @property
    def maker(self) -> Maker:
        return Maker(worker=self.network.lotte, organisation=self.plan.owner)

    def help(
        self,
        first: date,
        until: date | None = None,
        at: datetime = MONDAY,
        persons: tuple[Person, ...] = (),
        **more: object,
    ) -> Deployment:
        """Help of the CAW, planned."""
        new = NewHelp(
            what="Contextbegeleiding aan huis",
            persons=persons or (self.cast.sofia, self.cast.noor),
            organisation=self.network.outside.organisation,
            planned_from=first,
            planned_until=until,
            plan=self.plan,
            **more,  # type: ignore[arg-type]
        )
        by = acting(self.network.lotte)
        return plan_help(family=self.cast.family, new=new, maker=self.maker, by=by, at=at)


def at_home(at: datetime = MONDAY) -> Home:
    """The plan of this family, opened at a moment."""
    network, cast = kempen(), peeters_el_amrani()
    lotte = network.lotte
    plan = open_plan(
        family=cast.family, owner=network.team.organisation, anchor=lotte, by=acting(lotte), at=at
    )
    return Home(network, cast, plan)
