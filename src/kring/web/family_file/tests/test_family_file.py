"""The family file: who opens it, what its panels say, and that two people lose nothing."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.at_work import client_of
from tests.cast import LONG_AGO, MONDAY, Network, PeetersElAmrani, kempen, peeters_el_amrani, person

from kring.foundation.journal.actor import VISITOR
from kring.registry.people.models import Relation
from kring.support.requests.actions import Question, ask
from kring.support.requests.models import AskerKind, Door

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_wednesday() -> object:
    with time_machine.travel(MONDAY + timedelta(days=2), tick=False) as now:
        yield now


def known(**values: Any) -> tuple[Network, PeetersElAmrani]:
    network, people = kempen(), peeters_el_amrani()
    question = Question(
        door=Door.WEB,
        asker_kind=AskerKind.FAMILY,
        words="De ochtenden lopen uit op ruzie.",
        family=people.family,
        asker=people.sofia,
        **values,
    )
    ask(question=question, desk=network.counter, by=VISITOR, at=MONDAY)
    return network, people


def test_it_opens_for_the_desk_of_the_question_and_for_nobody_else() -> None:
    network, people = known()
    url = f"/gezinnen/{people.family.key}/"
    for path in (url, url + "wie-keek/", url + "naam/", f"{url}mensen/{people.noor.key}/"):
        assert client_of(network.nele).get(path).status_code == 200
        assert client_of(network.lotte).get(path).status_code == 404
        assert client_of(network.bram).get(path).status_code == 404
        assert Client().get(path).status_code == 302


def test_its_panels_tell_who_belongs_what_was_asked_and_who_sees_it() -> None:
    network, people = known()
    page = client_of(network.nele).get(f"/gezinnen/{people.family.key}/").content.decode()
    for words in ("Sofia El Amrani", "14 jaar", "ochtenden lopen uit", "nog 28 dagen", "houdt de vraag"):
        assert words in page


def test_the_circle_names_only_whom_the_reader_may_see() -> None:
    network, people = known()
    rita = person("Rita", "Peeters")
    Relation.objects.create(person=rita, to=people.noor, type="grootouder", starts_at=LONG_AGO)
    page = client_of(network.nele).get(f"/gezinnen/{people.family.key}/").content.decode()
    assert "grootouder" in page
    assert "Rita" not in page


def test_who_looked_is_told_in_sentences() -> None:
    network, people = known()
    client = client_of(network.nele)
    client.get(f"/gezinnen/{people.family.key}/")
    page = client.get(f"/gezinnen/{people.family.key}/wie-keek/").content.decode()
    assert "Nele Wouters" in page
    assert "las het dossier, vanuit het onthaal." in page


def test_own_families_stand_in_the_list() -> None:
    network, _people = known()
    assert "El Amrani" in client_of(network.nele).get("/gezinnen/").content.decode()
    assert "El Amrani" not in client_of(network.bram).get("/gezinnen/").content.decode()


def test_a_stale_save_shows_both_texts_and_the_second_try_saves() -> None:
    network, people = known()
    client = client_of(network.nele)
    url = f"/gezinnen/{people.family.key}/naam/"
    assert client.post(url, {"version": 1, "name": "Peeters"}).status_code == 302
    stale = client.post(url, {"version": 1, "name": "El Amrani"})
    assert stale.status_code == 409
    assert "Jouw tekst" in stale.content.decode()
    people.family.refresh_from_db()
    assert people.family.name == "Peeters"
    again = stale.context["form"].initial["version"]
    assert client.post(url, {"version": again, "name": "El Amrani"}).status_code == 302


def test_a_birth_date_in_the_future_is_told_beside_its_field() -> None:
    network, people = known()
    url = f"/gezinnen/{people.family.key}/mensen/{people.noor.key}/"
    values = {"version": 1, "given_name": "Noor", "birth_date": "2030-01-01"}
    page = client_of(network.nele).post(url, values)
    assert page.status_code == 422
    assert "in de toekomst" in page.content.decode()


def test_the_number_of_queries_does_not_grow_with_the_members() -> None:
    network, people = known()
    client = client_of(network.nele)

    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            assert client.get("/gezinnen/").status_code == 200
        return len(seen)

    queries()
    few = queries()
    assert queries() == few
    assert people.family.memberships.count() == 3
