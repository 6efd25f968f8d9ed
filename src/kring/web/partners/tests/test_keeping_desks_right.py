"""A keeper changes lists, hours and absences of the own organisation or region; nobody else does."""

from datetime import time

import pytest
from django.test import Client
from django.urls import reverse
from tests.cast import MONDAY, Network, acting, kempen, organisation, partnership, worker
from tests.cast import desk as cast_desk

from kring.foundation.records.bases import StaleRecord
from kring.registry.network.actions import correct_desk, correct_organisation
from kring.registry.network.models import Absence, Desk, Duty, OpeningHours, Organisation, Worker
from kring.web.partners.forms import read_slots

pytestmark = pytest.mark.django_db


@pytest.fixture
def network() -> Network:
    return kempen()


@pytest.fixture
def keeper(client: Client, network: Network) -> Client:
    _sign_in(client, worker("Ann Peeters", network.team, "coordinator"))
    return client


def _sign_in(client: Client, who: Worker) -> None:
    assert who.account is not None
    client.force_login(who.account)


def _url(name: str, desk: Desk) -> str:
    return reverse(f"partners:{name}", args=[desk.key])


def test_a_colleague_comes_on_the_list_and_off_again(keeper: Client, network: Network) -> None:
    joris = worker("Joris Maes", network.team)
    Duty.objects.filter(worker=joris).delete()
    keeper.post(_url("desk", network.team), {"worker": str(joris.key)})
    duty = Duty.objects.get(worker=joris, ends_at__isnull=True)
    keeper.post(reverse("partners:take_off_list", args=[network.team.key, duty.key]))
    duty.refresh_from_db()
    assert duty.ends_at is not None


def test_who_works_elsewhere_cannot_come_on_the_list(keeper: Client, network: Network) -> None:
    answer = keeper.post(_url("desk", network.team), {"worker": str(network.nele.key)})
    assert answer.status_code == 200
    assert not Duty.objects.filter(desk=network.team, worker=network.nele).exists()


def test_hours_are_written_as_people_write_them(keeper: Client, network: Network) -> None:
    keeper.post(_url("edit_hours", network.team), {"version": 1, "day0": "9:00-12:00, 13u-16u30"})
    slots = OpeningHours.objects.order_by("opens").values_list("weekday", "opens", "closes")
    assert list(slots) == [(0, time(9), time(12)), (0, time(13), time(16, 30))]


@pytest.mark.parametrize(
    "typed", ["altijd", "9-12", "12:00-9:00", "25:00-26:00", "9:00-12:00, 11:00-13:00"]
)
def test_hours_that_cannot_be_read_keep_their_text(keeper: Client, network: Network, typed: str) -> None:
    page = keeper.post(_url("edit_hours", network.team), {"version": 1, "day2": typed})
    assert page.context["form"].errors["day2"]
    assert f'value="{typed}"' in page.text
    assert not OpeningHours.objects.exists()


def test_slots_are_read_in_the_ways_people_write_them() -> None:
    assert read_slots("9.30-12.00") == [(time(9, 30), time(12))]


def test_a_stale_save_shows_both_texts_and_can_be_saved_again(keeper: Client, network: Network) -> None:
    correct_desk(by=acting(network.lotte), at=MONDAY, desk=network.team, version=1, name="Trefplaats")
    typed = {"version": 1, "name": "Ons team", "email": "", "phone": ""}
    page = keeper.post(_url("edit_desk", network.team), typed)
    assert page.status_code == 409
    assert "Ons team" in page.text
    assert "Nu bewaard" in page.text
    assert "Trefplaats" in page.text
    assert Desk.objects.get(pk=network.team.pk).name == "Trefplaats"
    newest = page.context["form"]["version"].value()
    keeper.post(_url("edit_desk", network.team), {**typed, "version": newest})
    assert Desk.objects.get(pk=network.team.pk).name == "Ons team"


def test_a_stale_organisation_keeps_what_was_typed(keeper: Client, network: Network) -> None:
    ours = network.team.organisation
    correct_organisation(
        by=acting(network.lotte), at=MONDAY, organisation=ours, version=1, name="Cirkant vzw"
    )
    url = reverse("partners:edit_organisation", args=[ours.key])
    page = keeper.post(url, {"version": 1, "name": "Cirkant Kempen", "sector": "bjb"})
    assert page.status_code == 409
    assert "Cirkant Kempen" in page.text
    assert Organisation.objects.get(pk=ours.pk).name == "Cirkant vzw"


def test_a_wrong_enterprise_number_gets_a_sentence_beside_its_field(
    keeper: Client, network: Network
) -> None:
    url = reverse("partners:edit_organisation", args=[network.team.organisation.key])
    typed = {"version": 1, "name": "Cirkant", "sector": "bjb", "enterprise_number": "0403.019.262"}
    page = keeper.post(url, typed)
    assert "klopt niet" in page.context["form"].errors["enterprise_number"][0]
    assert 'value="0403.019.262"' in page.text


def test_an_absence_has_a_deputy_among_colleagues(keeper: Client, network: Network) -> None:
    joris = worker("Joris Maes", network.team)
    url = reverse("partners:absence", args=[network.lotte.key])
    typed = {"first_day": "2026-11-02", "last_day": "2026-11-06", "deputy": str(joris.key)}
    keeper.post(url, typed)
    absence = Absence.objects.get()
    assert absence.deputy == joris
    assert absence.ends_at is not None
    again = keeper.post(url, typed)
    assert "al als afwezig" in again.context["form"].errors["first_day"][0]


def test_an_absence_that_ends_before_it_starts_is_refused(keeper: Client, network: Network) -> None:
    url = reverse("partners:absence", args=[network.lotte.key])
    page = keeper.post(url, {"first_day": "2026-11-06", "last_day": "2026-11-02"})
    assert page.context["form"].errors["last_day"] == ["De laatste dag ligt voor de eerste."]


def test_who_leaves_has_no_account_left(keeper: Client, network: Network) -> None:
    keeper.post(reverse("partners:leaves", args=[network.lotte.key]))
    network.lotte.refresh_from_db()
    assert network.lotte.left_at is not None
    assert network.lotte.account is not None
    network.lotte.account.refresh_from_db()
    assert not network.lotte.account.is_active


def test_an_empty_desk_closes(keeper: Client, network: Network) -> None:
    keeper.post(_url("close_desk", network.outside))
    assert Desk.objects.get(pk=network.outside.pk).closed_at is not None


def test_a_worker_without_the_grant_changes_nothing(client: Client, network: Network) -> None:
    _sign_in(client, network.lotte)
    for name in ("desk", "edit_desk", "edit_hours"):
        assert client.get(_url(name, network.team)).status_code == 403
    assert client.post(_url("close_desk", network.team)).status_code == 403
    other = reverse("partners:leaves", args=[network.nele.key])
    assert client.post(other).status_code == 403


def test_a_keeper_of_another_region_changes_nothing(client: Client, network: Network) -> None:
    caw = organisation("CAW Limburg", "caw")
    limburg = partnership("Limburg", "project", caw)
    elsewhere = cast_desk("Balie Limburg", "counter", caw, limburg)
    _sign_in(client, worker("Tom Geerts", elsewhere, "coordinator"))
    assert client.get(_url("desk", elsewhere)).status_code == 200
    assert client.get(_url("desk", network.team)).status_code == 403


def test_everyone_may_report_their_own_absence(client: Client, network: Network) -> None:
    _sign_in(client, network.lotte)
    url = reverse("partners:absence", args=[network.lotte.key])
    page = client.get(url)
    assert page.status_code == 200
    assert "Werkt hier niet meer" not in page.text
    client.post(url, {"first_day": "2026-11-02"})
    assert Absence.objects.get().worker == network.lotte


def test_a_stale_record_is_what_the_action_raises(network: Network) -> None:
    by = acting(network.lotte)
    correct_desk(by=by, at=MONDAY, desk=network.team, version=1, name="A")
    with pytest.raises(StaleRecord):
        correct_desk(by=by, at=MONDAY, desk=network.team, version=1, name="B")
