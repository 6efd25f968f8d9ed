"""Everybody who works in the network reads who does what, where; nobody else does."""

from datetime import time

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.cast import LONG_AGO, Network, desk, kempen, organisation, worker

from kring.foundation.accounts.models import Account
from kring.registry.network.models import OpeningHours, Organisation
from kring.web.partners.region_map import sign_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def network() -> Network:
    return kempen()


@pytest.fixture
def lotte(client: Client, network: Network) -> Client:
    account = network.lotte.account
    assert account is not None
    client.force_login(account)
    return client


def test_the_list_shows_organisations_with_what_they_take_part_in(lotte: Client) -> None:
    page = lotte.get("/partners/").text
    assert "CAW De Kempen" in page
    assert "Trefplaats Jeugdhulp Kempen" in page
    assert "kernpartner" in page


def test_the_list_can_be_filtered_by_name_sector_and_region(lotte: Client, network: Network) -> None:
    organisation("CLB Gent", "clb")
    assert "CLB Gent" not in lotte.get("/partners/", {"naam": "kempen"}).text
    assert "CLB Gent" in lotte.get("/partners/", {"sector": "clb"}).text
    near = lotte.get("/partners/", {"regio": str(network.region.key)}).text
    assert "CAW De Kempen" in near
    assert "CLB Gent" not in near


def test_pages_follow_each_other_without_gaps(lotte: Client) -> None:
    for number in range(60):
        organisation(f"Zeker {number:02d}")
    seen: list[str] = []
    url = "/partners/"
    while url:
        page = lotte.get(url)
        seen += [row.name for row in page.context["rows"]]
        url = "/partners/" + page.context["next_url"] if page.context["next_url"] else ""
    every = Organisation.objects.order_by("search_name", "pk")
    assert seen == list(every.values_list("name", flat=True))
    back = lotte.get("/partners/" + page.context["previous_url"])
    assert [row.name for row in back.context["rows"]] == seen[25:50]


def test_the_list_takes_the_same_number_of_queries_for_more_rows(lotte: Client) -> None:
    lotte.get("/partners/")
    few = _queries(lotte)
    for number in range(24):
        organisation(f"Zeker {number:02d}")
    assert _queries(lotte) == few


def test_a_partnership_takes_the_same_number_of_queries_for_more_desks(
    lotte: Client, network: Network
) -> None:
    url = reverse("partners:partnership", args=[network.region.key])
    lotte.get(url)
    few = _queries(lotte, url)
    for number in range(5):
        more = desk(f"Balie {number}", "counter", network.team.organisation, network.region)
        worker(f"Nina Coppens {number}", more)
    assert _queries(lotte, url) == few


def test_hours_of_days_in_a_row_are_told_together(lotte: Client, network: Network) -> None:
    for weekday in (0, 1, 2, 4):
        OpeningHours.objects.create(desk=network.team, weekday=weekday, opens=time(9), closes=time(12))
    page = lotte.get(reverse("partners:partnership", args=[network.region.key])).text
    assert "maandag tot woensdag 9:00-12:00<br>vrijdag 9:00-12:00" in page


def test_twenty_regions_each_have_their_own_sign() -> None:
    signs = {(mark.shape, mark.colour) for mark in map(sign_of, range(20))}
    assert len(signs) == 20


def _queries(client: Client, url: str = "/partners/") -> int:
    with CaptureQueriesContext(connection) as counted:
        client.get(url)
    return len(counted)


def test_a_partnership_tells_who_leads_where_and_who_is_on_duty(lotte: Client, network: Network) -> None:
    page = lotte.get(reverse("partners:partnership", args=[network.region.key])).text
    assert "CAW De Kempen" in page
    assert "Geel" in page
    assert "Nele Wouters" in page


def test_an_organisation_tells_its_people_by_name_and_role(lotte: Client, network: Network) -> None:
    page = lotte.get(reverse("partners:organisation", args=[network.team.organisation.key])).text
    assert "Lotte Claes" in page
    assert "gezinscoach" in page
    assert "lotte.claes@example.org" not in page


def test_the_map_says_the_same_in_a_table(lotte: Client, network: Network) -> None:
    page = lotte.get("/partners/kaart/").text
    assert "<title>Geel: Trefplaats Jeugdhulp Kempen</title>" in page
    assert page.count("Trefplaats Jeugdhulp Kempen</strong>") == 1
    assert "303 gemeenten buiten elke regio" in page


def test_who_does_not_work_here_reads_nothing(client: Client, network: Network) -> None:
    client.force_login(
        Account.objects.create_user("sofia@example.org", kind="family", created_at=LONG_AGO)
    )
    for url in ("/partners/", "/partners/kaart/"):
        assert client.get(url).status_code == 403
    client.logout()
    assert client.get("/partners/").status_code == 302


@pytest.mark.parametrize("cursor", ["x", "00000000-0000-0000-0000-000000000000"])
def test_a_cursor_from_nowhere_shows_the_first_page(lotte: Client, cursor: str) -> None:
    assert "CAW De Kempen" in lotte.get("/partners/", {"na": cursor}).text
