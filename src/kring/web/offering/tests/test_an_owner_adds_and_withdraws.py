"""A worker puts a service of their own organisation in the directory, and takes it out again."""

from typing import Any

import pytest
from django.test import Client
from tests.at_work import client_of
from tests.cast import kempen, organisation

from kring.offer.directory.models import Location, Service
from kring.offer.directory.queries import offered_services, service_by_key
from kring.offer.directory.tests.offering import NOW, playgroup

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(NOW)]
NEW = "/ons-aanbod/nieuw/"
PLACE = {"place_name": "De Speelzolder", "street": "Markt 1", "postcode": "2440", "municipality": "Geel"}
SUBMISSION = "00000000-0000-4000-8000-000000000012"


@pytest.fixture
def keeper() -> Client:
    return client_of(kempen().nele)


def typed(**changes: Any) -> dict[str, Any]:
    """A parents' evening of the House of the Child in Geel."""
    owner = organisation("Huis van het Kind Geel", "hvhk").key
    said = {"owner": owner, "name_nl": "Ouderpraat", "confirm_every": "6", "submission": SUBMISSION}
    return said | changes


def test_all_that_was_typed_stands_in_the_directory(keeper: Client) -> None:
    whom = {
        "minimum_months": "0",
        "maximum_months": "36",
        "domains": ["parenting"],
        "pillar": "parenting",
    }
    answer = keeper.post(NEW, typed(**PLACE, **whom, dayTU="9:30-11:30", phone="014 1"))
    assert answer.status_code == 302, answer.content.decode()
    made = service_by_key(Service.objects.get().key)
    assert made is not None
    assert (made.state, made.pillar, made.eligibility.maximum_months) == ("active", "parenting", 36)
    assert [(one.byday, f"{one.opens_at:%H:%M}") for one in made.schedules.all()] == [("TU", "09:30")]
    there = made.service_at_locations.get().location
    assert (there.name["nl"], there.addresses.get().city) == ("De Speelzolder", "Geel")


def test_the_same_form_sent_twice_is_one_service(keeper: Client) -> None:
    for _time in range(2):
        keeper.post(NEW, typed(**PLACE))
    assert (Service.objects.count(), Location.objects.count()) == (1, 1)


def test_nothing_half_is_written(keeper: Client) -> None:
    ages = {"minimum_months": "36", "maximum_months": "12"}
    answer = keeper.post(NEW, typed(**PLACE, **ages))
    assert answer.status_code == 422
    assert "De Speelzolder" in answer.content.decode()
    assert not Location.objects.exists()


def test_an_address_is_whole(keeper: Client) -> None:
    assert keeper.post(NEW, typed(street="Markt 1")).status_code == 422


def test_nobody_adds_to_the_offer_of_another(keeper: Client) -> None:
    other = organisation("Een ander huis", "caw").key
    assert keeper.post(NEW, typed(owner=other)).status_code == 422
    assert not Service.objects.exists()


def test_a_place_more(keeper: Client) -> None:
    service = playgroup()
    for _time in range(2):
        keeper.post(f"/ons-aanbod/{service.key}/plaats/", PLACE | {"place_name": "Bib"})
    assert service.service_at_locations.count() == 2


def test_what_is_put_aside_comes_back_and_what_stopped_does_not(keeper: Client) -> None:
    service = playgroup()
    page = f"/ons-aanbod/{service.key}/"
    stands = []
    for name in ("opzij", "open", "stop", "open"):
        keeper.post(f"{page}doe/{name}/")
        stands.append(offered_services().filter(pk=service.pk).exists())
    assert stands == [False, True, False, False]
    shown = keeper.get(page).content.decode()
    assert "Dit aanbod is gestopt" in shown
    assert "Zet weer open" not in shown
