"""The questions page: who sees it, what it shows, and that its work does not grow with the list."""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.at_work import client_of
from tests.cast import MONDAY, geel, kempen, peeters_el_amrani

from kring.foundation.journal.models import JournalSubject
from kring.support.requests.actions import refresh_tiles
from kring.web.desk.tests.signed_in import asked, leads_intake

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_wednesday() -> object:
    with time_machine.travel(MONDAY + timedelta(days=2), tick=False) as now:
        yield now


def test_a_worker_sees_the_questions_of_their_desk_with_name_words_and_promise() -> None:
    network, family = kempen(), peeters_el_amrani()
    asked(network, family=family.family, asker=family.sofia, municipality=geel())
    page = client_of(network.nele).get("/vragen/").content.decode()
    assert "Gezin Peeters – El Amrani · Geel" in page
    assert "De ochtenden lopen altijd uit op ruzie." in page
    assert "nog 28 dagen" in page
    assert "Ik neem deze vraag op mij" in page


def test_a_protected_address_hides_the_municipality() -> None:
    network, family = kempen(), peeters_el_amrani()
    family.noor.protected_address = True
    family.noor.save()
    asked(network, family=family.family, municipality=geel())
    page = client_of(network.nele).get("/vragen/").content.decode()
    assert "beschermd adres" in page
    assert "Amrani · Geel" not in page


def test_another_desk_sees_nothing_of_it() -> None:
    network = kempen()
    asked(network, family=peeters_el_amrani().family)
    page = client_of(network.bram).get("/vragen/").content.decode()
    assert "Amrani" not in page
    assert "Hier wacht niets" in page


def test_who_holds_no_role_is_refused() -> None:
    assert Client().get("/vragen/").status_code == 302
    network = kempen()
    network.bram.left_at = MONDAY
    network.bram.save()
    assert client_of(network.bram).get("/vragen/").status_code == 403


def test_the_intake_team_sees_the_whole_region() -> None:
    network = kempen()
    asked(network)
    leads_intake(network.lotte)
    page = client_of(network.lotte).get("/vragen/").content.decode()
    assert "Anoniem · website" in page


@pytest.mark.parametrize("tab", ["open", "van-mij", "overname", "niet-veilig"])
def test_every_list_opens(tab: str) -> None:
    network = kempen()
    asked(network, home_safe="no")
    page = client_of(network.nele).get("/vragen/", {"lijst": tab})
    assert page.status_code == 200
    assert ("thuis niet veilig" in page.content.decode()) == (tab in ("open", "niet-veilig"))


def test_the_figures_stand_above_it_with_their_time() -> None:
    network = kempen()
    asked(network)
    refresh_tiles(at=datetime.now(tz=MONDAY.tzinfo))
    page = client_of(network.nele).get("/vragen/").content.decode()
    assert "Nog te beantwoorden" in page
    assert "Geteld vandaag om" in page


def test_the_number_of_queries_does_not_grow_with_the_list() -> None:
    network = kempen()
    family = peeters_el_amrani()
    client = client_of(network.nele)

    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            assert client.get("/vragen/").status_code == 200
        return len(seen)

    asked(network, family=family.family, asker=family.sofia, municipality=geel())
    queries()
    few = queries()
    for number in range(30):
        asked(network, at=MONDAY + timedelta(hours=number), family=family.family, municipality=geel())
    assert queries() == few
    assert few <= 25


def test_what_was_on_the_page_is_journalled() -> None:
    network, family = kempen(), peeters_el_amrani()
    question = asked(network, family=family.family, asker=family.sofia)
    client_of(network.nele).get("/vragen/")
    read = JournalSubject.objects.filter(entry__verb="read").values_list("subject_key", flat=True)
    assert {question.key, family.family.key, family.sofia.key} <= set(read)


def test_pages_lead_forward_and_back() -> None:
    network = kempen()
    for number in range(30):
        asked(network, at=MONDAY + timedelta(days=number), words=f"vraag {number:02}")
    client = client_of(network.nele)
    first = client.get("/vragen/").context
    second = client.get(first["pages"]["next"]).context
    assert len(first["rows"]) == 25
    assert [row.quote for row in second["rows"]] == [f"vraag {number}" for number in range(25, 30)]
    assert client.get(second["pages"]["previous"]).context["rows"][0].quote == "vraag 00"
    assert client.get(first["pages"]["last"]).context["rows"][-1].quote == "vraag 29"
