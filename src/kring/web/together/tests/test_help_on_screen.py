"""Help is planned, begun, changed and ended on screen; the band says in words what it draws."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.at_work import client_of
from tests.cast import MONDAY, acting

from kring.support.deployments.actions import start_help
from kring.support.deployments.models import Deployment
from kring.support.deployments.tests.helping import Home, at_home
from kring.support.plans.models import TeamMember

pytestmark = pytest.mark.django_db


@pytest.fixture
def home() -> Home:
    return at_home()


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(MONDAY + timedelta(hours=1), tick=False):
        yield


def address(route: str, home: Home, one: Deployment | None = None, **more: str) -> str:
    keys = {"help_key": one.key} if one is not None else {}
    return reverse(f"together:{route}", kwargs={"key": home.cast.family.key, **keys, **more})


def planned(home: Home, client: Client, **more: object) -> HttpResponse:
    told = {
        "what": "Gezinszorg",
        "persons": [str(home.cast.sofia.key)],
        "organisation": str(home.network.outside.organisation.key),
        "planned_from": "2026-11-09",
        "intensity": "6 uur per week",
    }
    return client.post(address("plan_help", home), told | more, follow=True)


def test_help_is_planned_and_stands_in_the_file(home: Home) -> None:
    client = client_of(home.network.lotte)
    planned(home, client, planned_last="2026-12-18")
    one = Deployment.objects.get()
    assert (one.planned_until, one.plan) == (date(2026, 12, 19), home.plan)
    page = client.get(reverse("family_file:family", args=[home.cast.family.key])).content.decode()
    assert "Gezinszorg" in page
    assert "6 uur per week" in page
    assert '<svg class="band"' in page


def test_help_that_stops_is_said_in_words_before_it_stops(home: Home) -> None:
    one = home.help(date(2026, 11, 2), date(2026, 11, 20))
    start_help(deployment=one, by=acting(home.network.lotte), at=MONDAY)
    client = client_of(home.network.lotte)
    page = client.get(reverse("family_file:family", args=[home.cast.family.key])).content.decode()
    assert "Vanaf 20 nov" in page
    today = client.get(reverse("desk:today")).content.decode()
    assert "vanaf 20 nov" in today
    assert address("plan_help", home) in today


def test_it_begins_with_its_helper_and_ends_with_a_reason(home: Home) -> None:
    client, bram = client_of(home.network.lotte), home.network.bram
    planned(home, client)
    one = Deployment.objects.get()
    start = {"start-began_on": "2026-11-02", "start-worker": str(bram.key)}
    client.post(address("help_deed", home, one, name="start"), start)
    assert TeamMember.objects.filter(worker=bram, ends_at__isnull=True).exists()
    answer = client.post(address("help_deed", home, one, name="einde"), {"einde-words": "Klaar."})
    assert answer.status_code == 422
    assert "Kies waarom." in answer.content.decode()
    client.post(address("help_deed", home, one, name="einde"), {"einde-because": "reached"})
    one.refresh_from_db()
    assert (one.state, one.ended_because) == ("ended", "reached")


def test_who_comes_second_reads_that_a_colleague_was_first(home: Home) -> None:
    client = client_of(home.network.lotte)
    one = home.help(date(2026, 11, 9))
    told = {"anders-version": "1", "anders-planned_from": "2026-11-10", "anders-intensity": "2 uur"}
    where = address("help_deed", home, one, name="anders")
    assert client.post(where, told).status_code == 302
    late = client.post(where, told | {"anders-intensity": "9 uur"})
    assert late.status_code == 409
    assert "9 uur" in late.content.decode()
    one.refresh_from_db()
    assert one.intensity == "2 uur"


def test_what_is_not_said_right_comes_back(home: Home) -> None:
    client = client_of(home.network.lotte)
    answer = planned(home, client, persons=[], planned_last="2026-11-01")
    assert answer.status_code == 422
    assert "Kies voor wie deze hulp is." in answer.content.decode()
    assert "Gezinszorg" in answer.content.decode()


def test_who_is_not_involved_finds_nothing(home: Home) -> None:
    one = home.help(date(2026, 11, 9))
    client = client_of(home.network.bram)
    for where in (address("plan_help", home), address("one_help", home, one)):
        assert client.get(where).status_code == 404


def test_the_file_costs_the_same_however_much_help_there_is(home: Home) -> None:
    client = client_of(home.network.lotte)
    where = reverse("family_file:family", args=[home.cast.family.key])
    costs = []
    for days in (range(1, 3), range(3, 25)):
        for day in days:
            home.help(date(2026, 11, day))
        client.get(where)
        with CaptureQueriesContext(connection) as asked:
            client.get(where)
        costs.append(len(asked))
    assert costs[0] == costs[1]
