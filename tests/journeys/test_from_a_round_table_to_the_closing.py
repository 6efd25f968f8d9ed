"""From a round table to the plan, its evaluation and its end: each step on the screen, with axe."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from kring.foundation.keys.sealing import unseal
from kring.foundation.outbox.models import Message
from kring.support.meetings.models import Meeting
from kring.support.plans.actions import add_goal, open_plan
from kring.support.plans.makers import Maker, NewGoal
from kring.support.plans.models import Action, Goal, Plan
from kring.support.plans.states import COMPLETED
from tests.cast import Network, acting, peeters_el_amrani
from tests.journeys.conftest import START
from tests.journeys.walker import Walker

pytestmark = pytest.mark.django_db(transaction=True)


def with_a_plan(network: Network) -> str:
    """The plan of Sofia's family, held by Lotte; the address of its file."""
    home, lotte = peeters_el_amrani(), network.lotte
    by, owner = acting(lotte), network.team.organisation
    plan = open_plan(family=home.family, owner=owner, anchor=lotte, by=by, at=START)
    goal = NewGoal("Rustige ochtenden.", (home.sofia, home.noor), together=(home.sofia,))
    maker = Maker(worker=lotte, organisation=owner)
    add_goal(plan=plan, goal=goal, maker=maker, by=by, at=START)
    return f"/gezinnen/{home.family.key}/"


def plans_help(lotte: Walker, network: Network, file: str) -> None:
    """Help that begins today and stops soon: the file says so before it stops."""
    lotte.open(file)
    lotte.follow("Plan hulp")
    lotte.fill("Welke hulp?", "Gezinszorg")
    lotte.choose("Sofia El Amrani")
    lotte.page.get_by_label("Wie geeft de hulp?").select_option(label=network.outside.organisation.name)
    lotte.fill("Hoe vaak?", "6 uur per week")
    lotte.fill("Vanaf", START.date().isoformat())
    lotte.fill("Tot en met", (START + timedelta(days=14)).date().isoformat())
    lotte.press("Plan")
    fold = lotte.unfold("De hulp is begonnen")
    fold.get_by_label("Wie komt er in het team?").select_option(label="Bram De Smet")
    lotte.press("Bewaar")
    lotte.reads("loopt")
    lotte.open(file)
    lotte.reads("loopt er geen hulp meer, en er is niets gepland")
    lotte.open("/vandaag")
    lotte.reads("regel nu wat er komt")


def plans_a_table(lotte: Walker, file: str) -> None:
    """From the open goal, with Sofia, with somebody by name, and with an interpreter to find."""
    lotte.open(file)
    lotte.follow("Overleg plannen")
    lotte.press("Plan en nodig uit")
    lotte.reads("Kijk dit nog even na")
    lotte.fill("Welke dag?", (START + timedelta(days=4)).date().isoformat())
    lotte.fill("Welke plaats?", "Huis van het Kind")
    lotte.page.get_by_role("group", name="Wie van het gezin en eromheen komt?").get_by_label(
        "Sofia El Amrani"
    ).check()
    lotte.fill("Komt er nog iemand?", "Juf An")
    lotte.page.locator("summary", has_text="Een tolk").click()
    lotte.page.get_by_label("Is er een tolk nodig?").select_option("ar")
    lotte.press("Plan en nodig uit")
    lotte.reads("Juf An")
    lotte.reads("nog te zoeken")


def answers(sofia: Walker) -> None:
    """The link says when; where comes after a tap; and she comes."""
    message = Message.objects.get(text="meeting_asked")
    sofia.open(unseal(message.sealed_link, row=message.link_row))
    sofia.does_not_read("Huis van het Kind")
    sofia.press("Toon waar")
    sofia.reads("Huis van het Kind")
    sofia.press("Ik kom")
    sofia.reads("Je zei: ik kom")


def sits(lotte: Walker, file: str) -> None:
    """Who is there, one thing agreed, the minutes, and that it took place."""
    meeting = Meeting.objects.get()
    lotte.open(f"{file}afspraken/{meeting.key}/")
    lotte.reads("komt")
    lotte.unfold("Wie is er?").get_by_label("Sofia El Amrani").check()
    lotte.press("Bewaar wie er is")
    lotte.page.get_by_label("Voor welk doel?").select_option(label="Rustige ochtenden.")
    lotte.fill("Wat spreken jullie af?", "Samen een ochtendkaart maken")
    lotte.page.get_by_label("Wie doet het?").select_option(label="Sofia El Amrani")
    lotte.press("Spreek af")
    lotte.fill("Wat werd er gezegd?", "Sofia wil het eerst zelf proberen.")
    lotte.press("Bewaar het verslag")
    lotte.press("Dit is doorgegaan")
    lotte.reads("ging door")
    lotte.reads("Sofia wil het eerst zelf proberen.")


def hears_the_children(lotte: Walker, file: str) -> None:
    """Younes was spoken with alone; Noor not yet, and why."""
    lotte.open(f"{file}plan/kind/")
    lotte.choose("Younes")
    lotte.fill("Wat zegt of tekent het kind?", "Ik wil dat het thuis stil is.")
    lotte.fill("Wanneer sprak je het kind alleen?", (START + timedelta(days=3)).date().isoformat())
    lotte.fill("Wat maakt het veilig voor dit kind?", "Oma mag altijd gebeld worden.")
    lotte.press("Bewaar")
    lotte.open(f"{file}plan/kind/")
    lotte.choose("Noor")
    lotte.fill("Of: waarom nog niet?", "ze was ziek")
    lotte.press("Bewaar")
    lotte.reads("Niet gesproken, omdat: ze was ziek")


def looks_at_it_together(lotte: Walker, file: str) -> None:
    """What was decided; without the line of a child it is not kept, and what was chosen stays."""
    lotte.open(f"{file}plan/samen-kijken/")
    lotte.choose("we gaan zo door")
    lotte.choose("Sofia")
    lotte.press("Bewaar")
    lotte.reads("Schrijf eerst op wat elk kind zegt")
    assert lotte.page.get_by_label("we gaan zo door").is_checked()
    hears_the_children(lotte, file)
    lotte.open(f"{file}plan/samen-kijken/")
    lotte.choose("we gaan zo door")
    lotte.choose("Sofia")
    lotte.fill("Wanneer kijken jullie opnieuw?", (START + timedelta(days=40)).date().isoformat())
    lotte.press("Bewaar")
    lotte.reads("Bewaard. Het plan van vandaag staat in de geschiedenis.")
    lotte.open(f"{file}plan/geschiedenis/")
    lotte.reads("samen bekeken")


def ends_it(lotte: Walker, file: str) -> None:
    """Both children are heard again, so the plan ends: with why, and what came of the goal."""
    lotte.open(f"{file}plan/")
    lotte.page.get_by_role("checkbox", name="Gedaan: Samen een ochtendkaart maken").click()
    lotte.page.locator('.act [aria-checked="true"]').wait_for()
    hears_the_children(lotte, file)
    lotte.open(f"{file}plan/afsluiten/")
    lotte.choose("het gezin kan zelf verder")
    lotte.fill("Wil je daar iets over zeggen?", "De ochtenden verlopen rustig.")
    lotte.press("Sluit het plan af")
    lotte.reads("Kies bij elk doel wat ervan kwam.")
    lotte.reads("De ochtenden verlopen rustig.")
    lotte.page.get_by_label("Wat kwam er van “Rustige ochtenden.”?").select_option(label="bereikt")
    lotte.press("Sluit het plan af")
    lotte.reads("Het plan is afgesloten.")
    lotte.reads("Na 3 maanden")


@pytest.mark.parametrize("width", [1440, 360])
def test_from_a_round_table_to_the_plan_its_evaluation_and_its_end(
    somebody: Callable[..., Walker], kempen_network: Network, clock: Any, width: int
) -> None:
    file = with_a_plan(kempen_network)
    lotte, sofia = somebody(width=width), somebody(width=360)
    lotte.signs_in(kempen_network.lotte)
    plans_help(lotte, kempen_network, file)
    plans_a_table(lotte, file)
    answers(sofia)
    clock.move_to(START + timedelta(days=4, hours=5))
    lotte.signs_in(kempen_network.lotte)
    sits(lotte, file)
    assert Action.objects.get().words == "Samen een ochtendkaart maken"
    lotte.open(f"{file}plan/")
    lotte.reads("Samen een ochtendkaart maken")
    lotte.open(f"{file}afspraken/")
    lotte.reads("ging door")
    looks_at_it_together(lotte, file)
    clock.move_to(START + timedelta(days=40, hours=5))
    lotte.signs_in(kempen_network.lotte)
    ends_it(lotte, file)
    assert Plan.objects.get().state == COMPLETED
    assert Goal.objects.get().outcome == "achieved"
