"""The page of a question says that a family's plan ended less than a year before it asked again."""

from datetime import timedelta

import pytest
import time_machine
from tests.at_work import client_of
from tests.cast import MONDAY, Network, PeetersElAmrani, acting, geel, kempen, peeters_el_amrani

from kring.support.plans.actions import close_plan, open_plan, tell_child_line
from kring.support.plans.makers import Maker, NewChildLine
from kring.support.plans.models import PlanEnd
from kring.web.desk.tests.signed_in import asked

pytestmark = pytest.mark.django_db


def plan_ended(network: Network, home: PeetersElAmrani, days_ago: int) -> None:
    nele, at = network.nele, MONDAY - timedelta(days=days_ago)
    owner, by = nele.roles.order_by("pk")[0].organisation, acting(nele)
    plan = open_plan(family=home.family, owner=owner, anchor=nele, by=by, at=at)
    maker, line = Maker(worker=nele, organisation=owner), NewChildLine(not_spoken_because="ziek")
    for child in (home.younes, home.noor):
        tell_child_line(plan=plan, child=child, line=line, maker=maker, by=by, at=at)
    because = PlanEnd.STOPPED
    close_plan(plan=plan, because=because, words="", results={}, present=(), worker=nele, by=by, at=at)


@pytest.mark.parametrize(("days_ago", "told"), [(200, True), (500, False)])
def test_less_than_a_year_ago_is_told(days_ago: int, *, told: bool) -> None:
    with time_machine.travel(MONDAY, tick=False):
        network, home = kempen(), peeters_el_amrani()
        plan_ended(network, home, days_ago)
        question = asked(network, family=home.family, asker=home.sofia, municipality=geel())
        page = client_of(network.nele).get(f"/vragen/{question.key}/").content.decode()
        assert ("Dit gezin komt terug" in page) is told
