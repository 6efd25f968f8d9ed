"""All families of a worker go to a colleague; those of the colleague's own circle stay, with why."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from tests.at_work import client_of
from tests.cast import LONG_AGO, MONDAY, worker

from kring.foundation.outbox.models import Message
from kring.registry.network.actions import give_role
from kring.registry.network.models import Worker
from kring.support.plans.models import TeamMember
from kring.support.plans.tests.a_plan import APlan, a_plan
from kring.support.plans.texts import TAKEN_OVER
from kring.trust.access.models import OwnCircle

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_wednesday() -> object:
    with time_machine.travel(MONDAY + timedelta(days=2), tick=False) as now:
        yield now


@pytest.fixture
def setting() -> APlan:
    return a_plan()


def keeper(setting: APlan) -> Client:
    return client_of(worker("Karel Hens", setting.network.team, "coordinator"))


def anchor() -> Worker | None:
    return TeamMember.objects.get(anchor=True, ends_at=None).worker


def test_it_is_looked_at_first_and_then_done(setting: APlan) -> None:
    els = worker("Els Bos", setting.network.counter)
    client, url = keeper(setting), f"/partners/medewerker/{setting.network.nele.key}/gezinnen/"
    assert "Nele Wouters begeleidt nu 1 gezin." in client.get(url).text
    page = client.get(url, {"naar": els.key}).text
    assert "1 gezin gaat meteen naar Els Bos" in page
    assert setting.home.family.name not in page
    assert anchor() == setting.network.nele
    done = client.post(url, {"naar": els.key}, follow=True).text
    assert "begeleidt nu geen gezin" in done
    assert anchor() == els
    told = Message.objects.filter(text=TAKEN_OVER).values_list("recipient_key", flat=True)
    assert list(told) == [els.key]


def test_own_people_stay_behind_with_the_reason(setting: APlan) -> None:
    els = worker("Els Bos", setting.network.counter)
    OwnCircle.objects.create(worker=els, person=setting.home.noor, starts_at=MONDAY)
    client, url = keeper(setting), f"/partners/medewerker/{setting.network.nele.key}/gezinnen/"
    page = client.post(url, {"naar": els.key}, follow=True).text
    assert "Deze gezinnen horen bij de eigen kring van Els Bos." in page
    assert "Een gezin dat jij niet leest" in page
    assert anchor() == setting.network.nele
    assert not Message.objects.filter(text=TAKEN_OVER).exists()


def test_somebody_from_elsewhere_takes_nothing_over(setting: APlan) -> None:
    client, url = keeper(setting), f"/partners/medewerker/{setting.network.nele.key}/gezinnen/"
    assert client.post(url, {"naar": setting.network.bram.key}).status_code == 422
    assert client.post(url, {}).status_code == 422
    assert anchor() == setting.network.nele


def test_what_is_done_for_another_organisation_is_said_to_stay(setting: APlan) -> None:
    nele, role = setting.network.nele, setting.network.nele.roles.get()
    cirkant = setting.network.team.organisation
    give_role(by=setting.by, at=LONG_AGO, worker=nele, role=role.role, organisation=cirkant)
    lies = worker("Lies Smet", setting.network.team)
    url = f"/partners/medewerker/{nele.key}/gezinnen/"
    page = keeper(setting).get(url, {"naar": lies.key}).text
    assert "Lies Smet werkt niet voor deze organisatie." in page
    assert setting.home.family.name not in page
    assert "Geef door aan" not in page
    keeper(setting).post(url, {"naar": lies.key})
    assert anchor() == nele


def test_who_hands_over_gives_nothing_to_themself_to_read(setting: APlan) -> None:
    head = worker("Karel Hens", setting.network.counter, "coordinator")
    manager = worker("Mia Bos", setting.network.counter, "coordinator")
    url = f"/partners/medewerker/{setting.network.nele.key}/gezinnen/"
    for other in (head, manager):
        assert client_of(head).post(url, {"naar": other.key}).status_code == 422
    assert anchor() == setting.network.nele


def test_nobody_gives_away_families_who_may_not(setting: APlan) -> None:
    els = worker("Els Bos", setting.network.counter)
    url = f"/partners/medewerker/{setting.network.nele.key}/gezinnen/"
    for who in (setting.network.nele, els, setting.network.bram):
        assert client_of(who).post(url, {"naar": els.key}).status_code == 403
    assert anchor() == setting.network.nele
