"""The circle on paper: the own people whom its reader may know of, drawn and said in words."""

import json
from datetime import timedelta
from typing import Any

import pytest
from tests.cast import MONDAY

from kring.foundation.journal.actor import SYSTEM
from kring.registry.people.models import Person
from kring.support.circles.actions import TieFacts, add_tie, end_tie
from kring.support.circles.erasers import let_go_of_ties
from kring.support.circles.models import Tie
from kring.support.plans.actions import freeze
from kring.support.plans.erasers import let_go_of_plan_parts
from kring.support.plans.makers import Doer
from kring.support.plans.models import RevisionPart
from kring.support.plans.queries import changes_between, plan_as_it_stands, revision_page
from kring.support.plans.tests.a_plan import APlan, a_plan, at_desk
from kring.trust.access.readers import Reader
from kring.web.paper.circle import OWN
from kring.web.paper.frozen import contents_then, frozen_on_paper
from kring.web.paper.printing import page_for, plan_on_paper
from kring.web.paper.words import contents

pytestmark = pytest.mark.django_db


@pytest.fixture
def made() -> APlan:
    plan = a_plan()
    tied(plan, "oma Rita", plan.home.sofia, nature="helps")
    tied(plan, "Dries", plan.home.younes, nature="tense")
    return plan


def tied(made: APlan, name: str, *about: Person, nature: str) -> None:
    add_tie(
        family=made.home.family,
        about=about,
        facts=TieFacts(name, "bekende", "far", "strong", nature),
        author=made.network.nele,
        owner=made.maker.organisation,
        by=made.by,
        at=MONDAY,
    )


def own_people(
    made: APlan, person: Person, monkeypatch: pytest.MonkeyPatch, printed_by: Reader | None = None
) -> dict[str, Any]:
    """Who stands on the ring of own people of the paper of this person, by name."""
    printed: list[Any] = []

    def kept(_template: object, words: Any, _at: object) -> bytes:
        printed.append(words)
        return b""

    monkeypatch.setattr("kring.web.paper.printing.as_paper", kept)
    page = page_for(at_desk(made.network.nele), person, made.plan, MONDAY)
    plan_on_paper(person, [page], MONDAY, printed_by=printed_by)
    return {one["name"]: one for one in printed[0]["rings"][OWN]["people"]}


def test_each_reads_who_stands_around_them(made: APlan, monkeypatch: pytest.MonkeyPatch) -> None:
    sofia = own_people(made, made.home.sofia, monkeypatch)
    assert sofia["oma Rita"]["role"] == "bekende, sterk, geeft steun"
    assert (sofia["oma Rita"]["label"], sofia["oma Rita"]["far"]) == ("Rita", True)
    assert "Dries" not in sofia
    younes = own_people(made, made.home.younes, monkeypatch)
    assert younes["Dries"]["nature"] == "tense"
    assert "oma Rita" not in younes


def test_a_worker_prints_nobody_they_do_not_read(made: APlan, monkeypatch: pytest.MonkeyPatch) -> None:
    sofia = made.home.sofia
    assert "oma Rita" in own_people(made, sofia, monkeypatch, at_desk(made.network.nele))
    assert own_people(made, sofia, monkeypatch, at_desk(made.network.bram)) == {}


def test_a_version_holds_the_circle_as_it_stood(made: APlan) -> None:
    sofia, nele = made.home.sofia, at_desk(made.network.nele)
    goal = made.goal("Rustige ochtenden", sofia, together=(sofia,))
    made.action(goal, "Bellen naar school", Doer(worker=made.network.nele))
    version = freeze(
        plan=made.plan, because="agreement", worker=made.network.nele, by=made.by, at=MONDAY
    )
    before = revision_page(Reader(person=sofia), version, MONDAY)
    rita = Tie.objects.get(name="oma Rita")
    end_tie(tie=rita, by=made.by, at=MONDAY + timedelta(days=1))
    tied(made, "buur Ahmed", sofia, nature="helps")
    later = MONDAY + timedelta(days=2)
    assert changes_between(before, plan_as_it_stands(nele, made.plan, later))[-2:] == [
        "Nieuw in de kring: buur Ahmed.",
        "Niet meer in de kring: oma Rita.",
    ]
    page = revision_page(Reader(person=sofia), version, later)
    family, own, helpers = contents_then(sofia, version, page, sign=False)["rings"]
    assert [one["name"] for one in family["people"]] == ["Sofia El Amrani"]
    assert [(one["name"], one["role"]) for one in own["people"]] == [
        ("oma Rita", "bekende, sterk, geeft steun")
    ]
    assert [one["name"] for one in helpers["people"]] == [made.network.nele.name]
    assert b"pdfuaid" in frozen_on_paper(sofia, version, later, printed_by=nele)
    stranger = revision_page(Reader(person=sofia), version, later, along=at_desk(made.network.bram))
    assert stranger.ties == []


def test_the_circle_of_a_version_goes_with_its_person(made: APlan) -> None:
    freeze(plan=made.plan, because="agreement", worker=made.network.nele, by=made.by, at=MONDAY)
    for let_go in (let_go_of_plan_parts, let_go_of_ties):
        let_go(by=SYSTEM, at=MONDAY, keys=[made.home.younes.key])
    assert [part.content["name"] for part in RevisionPart.objects.all()] == ["oma Rita"]


def test_the_picture_comes_out_with_every_kind_of_line(made: APlan) -> None:
    for nature in ("both", "broken"):
        tied(made, nature, made.home.sofia, nature=nature)
    page = page_for(at_desk(made.network.nele), made.home.sofia, made.plan, MONDAY)
    assert b"pdfuaid" in plan_on_paper(made.home.sofia, [page], MONDAY)
    assert "oma Rita" not in json.dumps(contents(made.home.sofia, [page], MONDAY))
