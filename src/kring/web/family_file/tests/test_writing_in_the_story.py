"""Writing in the story: one question when it matters, nothing lost, and nobody else's working note."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.at_work import client_of
from tests.cast import MONDAY, Network, PeetersElAmrani, kempen, peeters_el_amrani, worker

from kring.foundation.classes.facts import DataClass
from kring.foundation.journal.actor import VISITOR
from kring.support.notes.models import Note
from kring.support.requests.actions import Question, ask

pytestmark = pytest.mark.django_db
type World = tuple[Network, PeetersElAmrani]


@pytest.fixture(autouse=True)
def _on_wednesday() -> object:
    with time_machine.travel(MONDAY + timedelta(days=2), tick=False) as now:
        yield now


@pytest.fixture
def world() -> World:
    network, people = kempen(), peeters_el_amrani()
    question = Question(
        door="web", asker_kind="family", words="Hulp", family=people.family, asker=people.sofia
    )
    ask(question=question, desk=network.counter, by=VISITOR, at=MONDAY)
    return network, people


def wrote(world: World, **values: Any) -> Any:
    network, people = world
    given = {"words": "Zij sliep.", "kind": "shared", "told_by": "self", "about": [people.noor.key]}
    url = f"/gezinnen/{people.family.key}/verhaal/schrijven/"
    return client_of(network.nele).post(url, given | values)


def test_what_was_written_stands_in_the_file(world: World) -> None:
    assert wrote(world).status_code == 302
    page = client_of(world[0].nele).get(f"/gezinnen/{world[1].family.key}/").text
    for words in ("Zij sliep.", "over Noor Peeters", "verteld door wie het aangaat"):
        assert words in page


def test_may_they_read_it_is_asked_only_when_it_matters(world: World) -> None:
    asks = "Mag wie het aangaat dit lezen?"
    page = wrote(world, told_by="third")
    assert page.status_code == 422
    assert asks in page.text
    assert not Note.objects.exists()
    assert asks not in wrote(world, words="").text
    wrote(world, told_by="third", may_read="no")
    wrote(world, told_by="third", may_read="yes")
    classes = Note.objects.order_by("pk").values_list("item__data_class", flat=True)
    assert list(classes) == [DataClass.CONFIDENCE, DataClass.OPEN]


def test_what_is_missing_is_said_and_the_words_stay(world: World) -> None:
    page = wrote(world, about=[], told_by="")
    assert page.status_code == 422
    for words in ("Kies wie dit vertelde.", "Zij sliep."):
        assert words in page.text
    assert "Kies over wie dit gaat." in wrote(world, about=[]).text
    assert "Dit is te lang" in wrote(world, words="a" * 100_000).text


def test_a_working_note_shows_to_nobody_else(world: World) -> None:
    network, people = world
    tine = worker("Tine Maes", network.counter, "counter")
    wrote(world, kind="working", told_by="", words="Nog eens bellen.")
    note = Note.objects.get()
    for url in ("", "verhaal/", f"verhaal/{note.key}/"):
        path = f"/gezinnen/{people.family.key}/{url}"
        assert "Nog eens bellen." in client_of(network.nele).get(path).text
        assert "Nog eens bellen." not in client_of(tine).get(path).text


def test_who_comes_second_reads_both_texts(world: World) -> None:
    wrote(world)
    note, nele = Note.objects.get(), client_of(world[0].nele)
    url = f"/gezinnen/{world[1].family.key}/verhaal/{note.key}/tekst/"
    assert nele.post(url, {"version": 1, "words": "Zij sliep goed."}).status_code == 302
    stale = nele.post(url, {"version": 1, "words": "Zij sliep slecht."})
    assert stale.status_code == 409
    assert "Jouw tekst" in stale.text
    note.refresh_from_db()
    assert (note.words, note.version) == ("Zij sliep goed.", 2)


def test_keeping_back_and_opening_again(world: World) -> None:
    network, people = world
    tine = worker("Tine Maes", network.counter, "counter")
    wrote(world)
    note, nele = Note.objects.get(), client_of(network.nele)
    here = f"/gezinnen/{people.family.key}/verhaal/{note.key}/"
    wrong = nele.post(here + "achter/", {"reason": "Zij zou zich iets aandoen."})
    assert wrong.status_code == 422
    why = {"reason": "Zij zou zich iets aandoen.", "reviewer": tine.key, "review_on": "2026-12-01"}
    assert nele.post(here + "achter/", why).status_code == 302
    page = nele.get(here).text
    assert "achtergehouden" in page
    assert "Tine Maes" in page
    assert nele.post(here + "aard/", {"data_class": "open"}).status_code == 302
    assert nele.post(here + "terug/", {"reader": tine.key}).status_code == 302
    assert not note.item.named.exists()


def test_the_form_opens_alone_in_the_file(world: World) -> None:
    network, people = world
    url = f"/gezinnen/{people.family.key}/verhaal/schrijven/"
    alone = client_of(network.nele).get(url, headers={"HX-Request": "true"}).text
    assert alone.lstrip().startswith("<form")


def test_the_number_of_queries_does_not_grow_with_what_is_written(world: World) -> None:
    network, people = world
    nele = client_of(network.nele)

    def queries(path: str) -> int:
        with CaptureQueriesContext(connection) as asked:
            assert nele.get(f"/gezinnen/{people.family.key}/{path}").status_code == 200
        return len(asked)

    wrote(world, about=[people.noor.key, people.sofia.key])
    for path in ("", "verhaal/"):
        queries(path)
    few = [queries(path) for path in ("", "verhaal/")]
    for number in range(3):
        wrote(world, words=f"Dag {number}", about=[people.noor.key, people.younes.key])
    assert [queries(path) for path in ("", "verhaal/")] == few
