""" "Alleen een vraagje" is one tap, counted for today, and only on one's own desk."""

import pytest
from tests.at_work import client_of
from tests.cast import kempen

from kring.support.requests.models import LightContact

pytestmark = pytest.mark.django_db


def test_one_tap_counts_and_says_how_many_today() -> None:
    network = kempen()
    client = client_of(network.nele)
    for count in ("1 vraagje ", "2 vraagjes "):
        page = client.post("/balie/vraagje/", {"desk": network.counter.key}, follow=True)
        assert count in page.content.decode()
    assert LightContact.objects.filter(desk=network.counter).count() == 2


def test_a_get_counts_nothing() -> None:
    network = kempen()
    assert client_of(network.nele).get("/balie/vraagje/").status_code == 405
    assert not LightContact.objects.exists()


@pytest.mark.parametrize("desk", ["", "geen-dienst"])
def test_another_desk_is_not_counted(desk: str) -> None:
    network = kempen()
    chosen = desk or str(network.team.key)
    page = client_of(network.nele).post("/balie/vraagje/", {"desk": chosen}, follow=True)
    assert "Er is niets geteld" in page.content.decode()
    assert not LightContact.objects.exists()
