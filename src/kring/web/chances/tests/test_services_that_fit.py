"""What fits a goal or a question is found with its reasons, and goes on the plan with one press."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from tests.at_work import client_of

from kring.foundation.journal.models import JournalSubject
from kring.offer.directory.models import Service
from kring.offer.directory.tests.offering import NOW
from kring.registry.people.models import Person
from kring.support.plans.models import Action, Goal
from kring.support.plans.tests.a_plan import APlan, a_plan
from kring.support.requests.actions import Question, ask
from kring.support.requests.models import Request
from kring.trust.access.models import ItemNamed
from kring.trust.access.tests.a_glass import kept_by
from kring.web.chances.tests.an_offer import offered

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(NOW)]
WORDS = "Dat de ochtenden zonder ruzie verlopen."


@pytest.fixture
def offer(settings: Any, tmp_path: Path) -> dict[str, Service]:
    return offered(settings, tmp_path)


@pytest.fixture
def plan() -> APlan:
    return a_plan()


@pytest.fixture
def goal(plan: APlan) -> Goal:
    kept_by(plan.home, plan.network.nele)
    return plan.goal(WORDS, plan.home.sofia, plan.home.noor, together=(plan.home.sofia,))


@pytest.fixture
def nele(plan: APlan) -> Client:
    return client_of(plan.network.nele)


def _address(plan: APlan, goal: Goal) -> str:
    return f"/gezinnen/{plan.home.family.key}/doelen/{goal.key}/aanbod/"


def _asked(plan: APlan) -> Request:
    told = Question(
        door="counter",
        asker_kind="family",
        words="Wij maken ruzie over geld en rekeningen.",
        topic="money",
        family=plan.home.family,
        asker=plan.home.sofia,
        municipality=plan.home.sofia.municipality,
    )
    return ask(question=told, desk=plan.network.counter, by=plan.by, at=NOW)


def test_what_fits_comes_first_and_says_why(
    plan: APlan, goal: Goal, nele: Client, offer: dict[str, Service]
) -> None:
    page = nele.get(_address(plan, goal)).content.decode()
    assert page.index("Rustige ochtenden</a>") < page.index("Ouders praten samen</a>")
    assert "Jongerenhuis" not in page, "Noor is six, and the goal is about her"
    assert "Budgethulp" not in page
    assert "“ruzie” staat in de beschrijving" in page
    assert "ouderschap en opvoeding" in page
    assert "op minder dan 1 km" in page


def test_the_language_of_the_family_is_a_reason(
    plan: APlan, goal: Goal, nele: Client, offer: dict[str, Service]
) -> None:
    Person.objects.filter(pk=plan.home.sofia.pk).update(preferred_language="ar")
    assert "ze spreken Arabisch" in nele.get(_address(plan, goal)).content.decode()


def test_of_a_protected_address_no_distance_is_told(
    plan: APlan, goal: Goal, nele: Client, offer: dict[str, Service]
) -> None:
    Person.objects.filter(pk=plan.home.sofia.pk).update(protected_address=True)
    page = nele.get(_address(plan, goal)).content.decode()
    assert "Rustige ochtenden" in page
    assert "1 km" not in page


def test_one_press_puts_it_on_the_plan(
    plan: APlan, goal: Goal, nele: Client, offer: dict[str, Service]
) -> None:
    told = {"service": str(offer["calm"].key), "key": "5f0f2d5c-7b1e-4a57-9c43-0d6a1d2f9b11"}
    for _again in range(2):
        answer = nele.post(_address(plan, goal), told)
    assert answer["Location"].startswith(f"/gezinnen/{plan.home.family.key}/plan/")
    todo = Action.objects.get()
    assert todo.words == "Contact opnemen met Rustige ochtenden (Huis van het Kind Geel)"
    assert (todo.goal, todo.doer_worker) == (goal, plan.network.nele)
    assert f'href="/aanbod/{offer["calm"].key}"' in nele.get(answer["Location"]).content.decode()


def test_the_service_reads_nothing_by_it(
    plan: APlan, goal: Goal, nele: Client, offer: dict[str, Service]
) -> None:
    nele.post(_address(plan, goal), {"service": str(offer["calm"].key)})
    named = ItemNamed.objects.filter(item=Action.objects.get().item)
    assert not named.filter(organisation__isnull=False).exists()


def test_from_a_question_under_a_goal(
    plan: APlan, goal: Goal, nele: Client, offer: dict[str, Service]
) -> None:
    question = _asked(plan)
    address = f"/vragen/{question.key}/aanbod/"
    page = nele.get(address).content.decode()
    assert page.index("Budgethulp</a>") < page.index("Rustige ochtenden</a>")
    nele.post(address, {"service": str(offer["money"].key), "goal": str(goal.key)})
    assert Action.objects.get().goal == goal


def test_who_asks_from_a_protected_address_is_told_no_distance(
    plan: APlan, nele: Client, offer: dict[str, Service]
) -> None:
    question = _asked(plan)
    Request.objects.filter(pk=question.pk).update(family=None)
    address = f"/vragen/{question.key}/aanbod/"
    assert "1 km" in nele.get(address).content.decode()
    Person.objects.filter(pk=plan.home.sofia.pk).update(protected_address=True)
    page = nele.get(address).content.decode()
    assert "Budgethulp" in page
    assert "1 km" not in page


def test_that_the_question_was_read_is_written_down(
    plan: APlan, nele: Client, offer: dict[str, Service]
) -> None:
    question = _asked(plan)
    nele.get(f"/vragen/{question.key}/aanbod/")
    assert JournalSubject.objects.filter(subject_key=question.key, entry__verb="read").exists()


@pytest.mark.parametrize(
    ("odd", "why"),
    [
        ({"service": ""}, "Kies welk aanbod op het plan komt."),
        ({"service": "geen-sleutel"}, "Dit aanbod is er nu niet."),
        ({"service": "5f0f2d5c-7b1e-4a57-9c43-0d6a1d2f9b11"}, "Dit aanbod is er nu niet."),
        ({"key": "geen-sleutel"}, "Open deze pagina opnieuw."),
    ],
)
@pytest.mark.usefixtures("offer")
def test_what_is_no_service_is_refused_with_a_sentence(
    plan: APlan, goal: Goal, nele: Client, odd: dict[str, str], why: str
) -> None:
    told = {"service": str(Service.objects.order_by("pk")[0].key)} | odd
    _refused(nele, _address(plan, goal), told, why)


@pytest.mark.parametrize(
    ("chosen", "why"),
    [("", "Kies bij welk doel het hoort."), ("een ander", "Dit doel loopt niet meer.")],
)
@pytest.mark.usefixtures("goal", "offer")
def test_what_is_no_goal_is_refused_with_a_sentence(
    plan: APlan, nele: Client, chosen: str, why: str
) -> None:
    told = {"service": str(Service.objects.order_by("pk")[0].key), "goal": chosen}
    _refused(nele, f"/vragen/{_asked(plan).key}/aanbod/", told, why)


def _refused(client: Client, address: str, told: dict[str, str], why: str) -> None:
    """The page comes again with this sentence, and nothing stands on the plan."""
    answer = client.post(address, told)
    assert answer.status_code == 422
    assert why in answer.content.decode()
    assert not Action.objects.exists()


def test_who_does_not_help_the_family_finds_nothing(plan: APlan, goal: Goal) -> None:
    assert client_of(plan.network.bram).get(_address(plan, goal)).status_code == 404
