"""The plan on paper: for one reader, accessible, quick, and whatever stands in it."""

import json
import time
from datetime import date, timedelta

import pytest
from tests.cast import MONDAY

from kring.foundation.ui import paper
from kring.foundation.ui.paper import UNSHOWN, as_paper, showable
from kring.registry.people.models import Person
from kring.support.plans.actions import add_action, add_goal
from kring.support.plans.makers import Doer, NewAction, NewGoal
from kring.support.plans.models import Plan
from kring.support.plans.queries import plan_page
from kring.support.plans.tests.a_plan import APlan, a_plan, at_desk
from kring.trust.access.readers import Reader
from kring.web.paper.printing import PAPER, page_for, people_to_print_for, plan_on_paper
from kring.web.paper.words import contents

pytestmark = pytest.mark.django_db


@pytest.fixture
def made() -> APlan:
    return a_plan()


def text_for(person: Person, made: APlan) -> str:
    """Every word that stands on the paper a worker prints for this person."""
    page = page_for(at_desk(made.network.nele), person, made.plan, MONDAY)
    return json.dumps(contents(person, [page], MONDAY), ensure_ascii=False)


def test_it_is_tagged_and_says_who_does_what(made: APlan) -> None:
    sofia = made.home.sofia
    goal = made.goal("Rustige ochtenden", sofia, together=(sofia,))
    made.action(goal, "Samen een ochtendkaart maken", Doer(person=sofia))
    page = page_for(at_desk(made.network.nele), sofia, made.plan, MONDAY)
    pdf = plan_on_paper(sofia, [page], MONDAY)
    assert pdf.startswith(b"%PDF-")
    assert b"pdfuaid" in pdf
    words = text_for(sofia, made)
    assert "Rustige ochtenden" in words
    assert "Samen een ochtendkaart maken" in words
    assert "0800 900 33" in words


def test_the_levels_of_a_goal_stand_on_it_and_which_is_the_one_of_now(made: APlan) -> None:
    sofia = made.home.sofia
    goal = made.goal("Rustige ochtenden", sofia, together=(sofia,))
    assert "in trappen" not in text_for(sofia, made)
    goal.save_from(goal.version, attainment={"0": "drie dagen op vijf", "1": "elke dag"}, level=0)
    words = text_for(sofia, made)
    assert "drie dagen op vijf (hier staan we nu)" in words
    assert '+1 elke dag"' in words


def test_a_paper_holds_only_what_its_person_may_read(made: APlan) -> None:
    sofia, younes = made.home.sofia, made.home.younes
    made.goal("Sofia zoekt werk", sofia, together=(sofia,))
    made.goal("Younes wil niet meer naar de training", younes, together=(younes,))
    assert "training" not in text_for(sofia, made)
    assert "zoekt werk" not in text_for(younes, made)
    assert "training" in text_for(younes, made)


def test_a_worker_prints_nothing_they_do_not_read(made: APlan) -> None:
    sofia = made.home.sofia
    made.goal("Sofia zoekt werk", sofia, together=(sofia,))
    theirs = plan_page(Reader(person=sofia), made.plan, MONDAY)
    stranger = page_for(at_desk(made.network.bram), sofia, made.plan, MONDAY)
    assert [told.goal.words for told in theirs.goals] == ["Sofia zoekt werk"]
    assert stranger.goals == []


def test_an_unsafe_second_parent_stands_not_in_the_choice(made: APlan) -> None:
    people = people_to_print_for(at_desk(made.network.nele), made.plan, MONDAY)
    assert set(people) == {made.home.sofia, made.home.younes, made.home.noor}


def test_a_picture_and_a_foreign_letter_do_not_break_it() -> None:
    assert showable("Hallo 😀 漢") == f"Hallo {UNSHOWN} {UNSHOWN}"
    assert showable("a\x00b\u202ec\td") == "abc d"
    assert showable("مرحبا Привіт") == "مرحبا Привіт"


def test_two_hundred_payloads_stay_words() -> None:
    cores = ["#panic()", "$x$", "]]", "*b*", "@ref", "\\u{1F600}", "<label>", "//", "/*", "```", "= H"]
    cores += ["#sys.inputs", '#read("/etc/passwd")', "{{7*7}}", "<script>x</script>", '"', "'", "\x00"]
    cores += [
        "\u200b",
        "\u202e",
        "=cmd|' /C calc'!A0",
        "\u200d",
        "é" * 50,
    ]
    payloads = [
        f"{before}{core}{after}"
        for core in cores
        for before in ("", "[", "#")
        for after in ("", "](", "#eval")
    ]
    assert len(payloads) >= 198
    said = [{"text": one, "language": "nl"} for one in payloads]
    entries = [{"heading": one, "lines": [one["text"]], "said": [one], "tasks": []} for one in said]
    words = {
        **dict.fromkeys(["title", "for", "made", "reads", "circle", "end"], payloads[0]),
        "language": "nl",
        "dates": payloads[:3],
        "most_drawn": 14,
        "rings": [
            {
                "title": one,
                "people": [
                    {
                        **dict.fromkeys(["name", "label", "role", "strength", "nature"], one),
                        "far": False,
                    }
                ],
            }
            for one in payloads[:3]
        ],
        "parts": [{"title": payloads[5], "entries": entries}],
    }
    assert as_paper(PAPER, words, MONDAY).startswith(b"%PDF-")


def test_signs_shown_alone_and_not_together_fall_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paper, "_is_shown", lambda _one: True)
    words = {"title": "T", "language": "nl", "made": "漢字", "parts": []}
    assert as_paper(paper.ENTRIES, words, MONDAY).startswith(b"%PDF-")


def big(made: APlan, plan: Plan) -> None:
    """Twenty goals with ten actions each."""
    nele, sofia = made.network.nele, made.home.sofia
    for number in range(20):
        wanted = NewGoal(words=f"Doel {number} " + "woorden " * 12, concerns=(sofia,), together=(sofia,))
        goal = add_goal(plan=plan, goal=wanted, maker=made.maker, by=made.by, at=MONDAY)
        for turn in range(10):
            due = date(2026, 12, 1) + timedelta(days=turn)
            new = NewAction(
                words=f"Afspraak {turn} " + "woord " * 10, doer=Doer(worker=nele), due_on=due
            )
            add_action(goal=goal, new=new, maker=made.maker, by=made.by, at=MONDAY)


@pytest.mark.slow
def test_a_big_plan_takes_less_than_a_second(made: APlan) -> None:
    big(made, made.plan)
    took = []
    for _turn in range(3):
        began = time.perf_counter()
        page = page_for(at_desk(made.network.nele), made.home.sofia, made.plan, MONDAY)
        pdf = plan_on_paper(made.home.sofia, [page], MONDAY)
        took.append(time.perf_counter() - began)
    assert pdf.startswith(b"%PDF-")
    assert len(page.goals) == 20
    assert min(took) < 1
