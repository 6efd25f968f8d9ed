"""Who takes a question of a family with a plan comes into its team, and leaves with the question."""

import pytest
from tests.cast import MONDAY, acting

from kring.foundation.journal.actor import VISITOR
from kring.support.plans.actions import accept_with_plan, take_with_plan
from kring.support.plans.models import LeftBecause, TeamMember
from kring.support.plans.tests.a_plan import APlan, a_plan
from kring.support.requests.actions import Question, ask, ask_handover
from kring.support.requests.models import Request

pytestmark = pytest.mark.django_db


@pytest.fixture
def setting() -> APlan:
    return a_plan()


def asked(setting: APlan, *, by_family: bool = True) -> Request:
    family = setting.home.family if by_family else None
    asker = setting.home.sofia if by_family else None
    question = Question(
        words="Wie helpt met het huiswerk?", family=family, asker=asker, door="web", asker_kind="family"
    )
    return ask(question=question, desk=setting.network.team, by=VISITOR, at=MONDAY)


def team(setting: APlan) -> dict[str, str]:
    rows = TeamMember.objects.filter(ends_at__isnull=True).select_related("worker").order_by("pk")
    return {row.worker.name: row.because for row in rows if row.worker}


def test_taking_brings_into_the_team(setting: APlan) -> None:
    lotte = setting.network.lotte
    take_with_plan(request=asked(setting), worker=lotte, by=acting(lotte), at=MONDAY)
    assert team(setting) == {"Nele Wouters": "plan.opened", "Lotte Claes": "request.taken"}


def test_a_question_without_a_family_has_no_team(setting: APlan) -> None:
    lotte = setting.network.lotte
    take_with_plan(request=asked(setting, by_family=False), worker=lotte, by=acting(lotte), at=MONDAY)
    assert list(team(setting)) == ["Nele Wouters"]


def test_handed_over_the_next_one_comes_and_the_former_leaves(setting: APlan) -> None:
    lotte, bram, question = setting.network.lotte, setting.network.bram, asked(setting)
    take_with_plan(request=question, worker=lotte, by=acting(lotte), at=MONDAY)
    handover = ask_handover(
        request=question,
        to_desk=setting.network.outside,
        words="Jullie kennen dit.",
        worker=lotte,
        by=acting(lotte),
        at=MONDAY,
    )
    accept_with_plan(handover=handover, worker=bram, by=acting(bram), at=MONDAY)
    assert team(setting) == {"Nele Wouters": "plan.opened", "Bram De Smet": "handover.accepted"}
    assert TeamMember.objects.get(worker=lotte).left_because == LeftBecause.HANDED_OVER


def test_the_anchor_stays_also_without_the_question(setting: APlan) -> None:
    nele, bram, question = setting.network.nele, setting.network.bram, asked(setting)
    take_with_plan(request=question, worker=nele, by=acting(nele), at=MONDAY)
    handover = ask_handover(
        request=question,
        to_desk=setting.network.outside,
        words="Jullie kennen dit.",
        worker=nele,
        by=acting(nele),
        at=MONDAY,
    )
    accept_with_plan(handover=handover, worker=bram, by=acting(bram), at=MONDAY)
    assert list(team(setting)) == ["Nele Wouters", "Bram De Smet"]
