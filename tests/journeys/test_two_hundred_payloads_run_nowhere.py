"""Two hundred texts that would run if a page let them: they stand there as they were written."""

from collections.abc import Callable
from typing import Any

import pytest

from kring.support.circles.actions import TieFacts, add_tie
from kring.support.plans.actions import add_action, add_goal, open_plan
from kring.support.plans.makers import Doer, Maker, NewAction, NewGoal
from tests.cast import Network, PeetersElAmrani, acting, peeters_el_amrani
from tests.journeys.conftest import START
from tests.journeys.test_a_plan_in_the_familys_hands import account_of
from tests.journeys.walker import Walker
from tests.payloads import PAYLOADS

pytestmark = pytest.mark.django_db(transaction=True)


def written(home: PeetersElAmrani, network: Network) -> None:
    """Each is what somebody does for a goal that has one for its words, and one for a name."""
    nele, house = network.nele, network.counter.organisation
    hand: dict[str, Any] = {"by": acting(nele), "at": START}
    plan = open_plan(family=home.family, owner=house, anchor=nele, **hand)
    maker = Maker(worker=nele, organisation=house)
    for number in range(0, len(PAYLOADS), 30):
        new = NewGoal(PAYLOADS[number], (home.sofia,), together=(home.sofia,))
        goal = add_goal(plan=plan, goal=new, maker=maker, **hand)
        for words in PAYLOADS[number : number + 30]:
            do = NewAction(words, Doer(words=words[:80]))
            add_action(goal=goal, new=do, maker=maker, **hand)
        facts = TieFacts(PAYLOADS[number][:60], "buur", "near", "strong", "helps")
        add_tie(family=home.family, about=[home.noor], facts=facts, author=nele, owner=house, **hand)


def reads_them_all(walker: Walker, path: str) -> None:
    ran: list[str] = []
    walker.page.on("dialog", lambda dialog: (ran.append(dialog.message), dialog.dismiss()))
    walker.page.goto(walker.server + path)
    assert walker.page.url == walker.server + path
    told = " ".join(walker.page.locator("body").inner_text().split())
    missing = [words for words in PAYLOADS if " ".join(words.split()) not in told]
    assert missing == []
    assert ran == []
    assert walker.page.locator("main iframe, main object, main base, main [onerror]").count() == 0


def test_on_the_plan_of_a_worker_and_of_a_mother(
    somebody: Callable[..., Walker], kempen_network: Network, clock: Any
) -> None:
    home = peeters_el_amrani()
    written(home, kempen_network)
    nele, mother = somebody(), somebody(width=360)
    nele.signs_in(kempen_network.nele)
    reads_them_all(nele, f"/gezinnen/{home.family.key}/plan/")
    nele.page.goto(f"{nele.server}/gezinnen/{home.family.key}/kring/")
    mother.has_account(account_of(home.sofia))
    reads_them_all(mother, "/mijn/plan/")
