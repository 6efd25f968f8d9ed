"""What was not asked at the door is written down later; the answer may turn out to be none."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from tests.at_work import client_of
from tests.cast import MONDAY, Network, acting, geel, kempen, peeters_el_amrani

from kring.foundation.deadlines.calendar import last_day_of
from kring.registry.people.models import FamilyMembership
from kring.support.requests.actions import give_advice, take
from kring.support.requests.models import Discuss, Request
from kring.web.desk.tests.signed_in import asked

pytestmark = pytest.mark.django_db
TODAY = MONDAY + timedelta(days=2)


@pytest.fixture(autouse=True)
def _on_wednesday() -> Iterator[object]:
    with time_machine.travel(TODAY, tick=False) as now:
        yield now


def do(network: Network, question: Request, deed: str, **values: Any) -> Any:
    data = {f"{deed}-{name}": value for name, value in values.items()}
    return client_of(network.nele).post(f"/vragen/{question.key}/doe/{deed}/", data)


def test_subject_ages_and_place_are_filled_in_and_shown() -> None:
    network = kempen()
    question = asked(network)
    told = {"version": 1, "topic": "school", "age_bands": ["6-11", "12-17"], "municipality": "2440"}
    assert do(network, question, "aanvullen", **told).status_code == 302
    question.refresh_from_db()
    assert (question.topic, question.municipality) == ("school", geel())
    page = client_of(network.nele).get(f"/vragen/{question.key}/").text
    assert "onderwijs" in page
    assert "6 tot 11 jaar, 12 tot 17 jaar" in page


def test_not_safe_after_all_puts_it_on_top_until_somebody_saw_it() -> None:
    network = kempen()
    question, seen = asked(network), asked(network)
    take(request=seen, worker=network.nele, by=acting(network.nele), at=MONDAY)
    for one in (question, seen):
        do(network, one, "aanvullen", version=1, home_safe="no")
        one.refresh_from_db()
    assert last_day_of(question.next_due_at) == date(2026, 11, 4)
    assert seen.unsafe
    assert seen.next_due_at == seen.answer_due_at
    do(network, question, "aanvullen", version=2, home_safe="yes")
    question.refresh_from_db()
    assert question.next_due_at == question.answer_due_at


def test_who_saves_second_sees_that_and_keeps_the_own_choice() -> None:
    network = kempen()
    question = asked(network)
    do(network, question, "aanvullen", version=1, topic="money")
    late = do(network, question, "aanvullen", version=1, topic="health")
    assert (late.status_code, "vulde deze vraag net aan" in late.text) == (409, True)
    assert '<option value="health" selected>' in late.text
    question.refresh_from_db()
    assert question.topic == "money"


def test_a_wrong_place_keeps_the_rest() -> None:
    network = kempen()
    wrong = do(network, asked(network), "aanvullen", version=1, topic="health", municipality="Nergens")
    assert (wrong.status_code, "We vinden “Nergens” niet" in wrong.text) == (422, True)
    assert '<option value="health" selected>' in wrong.text


def test_a_referred_question_may_be_discussed_later_but_with_a_name_only_after_a_yes() -> None:
    network = kempen()
    question = asked(network, discuss=Discuss.NOT_YET, referred_by=network.bram)
    refused = do(network, question, "aanvullen", version=1, discuss="with_name")
    assert refused.status_code == 422
    assert do(network, question, "aanvullen", version=1, discuss="without_name").status_code == 302
    question.refresh_from_db()
    assert question.discuss == Discuss.WITHOUT_NAME


def test_the_asker_says_at_the_desk_that_an_answer_is_none() -> None:
    network = kempen()
    question, nele = asked(network), network.nele
    give_advice(
        request=question, what="Bel de school.", told_at=MONDAY, worker=nele, by=acting(nele), at=MONDAY
    )
    assert do(network, question, "antwoord-niet", words="").status_code == 422
    assert do(network, question, "antwoord-niet", words="De school belt niet terug.").status_code == 302
    question.refresh_from_db()
    assert (question.state, question.closed_at) == ("asked", None)
    assert question.clocks.get(kind="answer").stopped_at is None


def test_support_counts_on_the_day_it_began() -> None:
    network = kempen()
    question = asked(network)
    early = do(network, question, "steun", kind="first_support", began_on="2026-11-01")
    assert "nog niet gesteld" in early.text
    do(network, question, "steun", kind="first_support", began_on="2026-11-02")
    stopped = question.clocks.get(kind="first_support").stopped_at
    assert stopped is not None
    assert last_day_of(stopped) == date(2026, 11, 2)


def test_the_asker_comes_into_a_known_family_in_the_role_that_is_said() -> None:
    network, people = kempen(), peeters_el_amrani()
    asked(network, family=people.family)
    aunt = people.noor.__class__.objects.create(nickname="Rita", created_at=MONDAY)
    question = asked(network, asker=aunt)
    do(network, question, "gezin", family=people.family.key, role="other")
    assert FamilyMembership.objects.get(person=aunt).role == "other"
