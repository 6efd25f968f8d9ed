"""Who is signed in keeps a search and a service, and finds them again; a visitor is told how."""

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from tests.cast import kempen

from kring.foundation.accounts.models import Account, AccountKind
from kring.offer.directory import finding, upkeep
from kring.offer.directory.actions import withdraw_service
from kring.offer.directory.models import Service
from kring.offer.directory.tests.offering import BY, NOW, playgroup
from kring.offer.saved.models import Bookmark, SavedSearch
from kring.offer.saved.tests.keeping import account
from kring.offer.saved.way_out import NO_MAIL_PAGE, SEARCH_PAGE, way_out_of

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(NOW)]
ASKED = "?q=speelgroep&waar=Geel&km=10&maanden=9"


@pytest.fixture
def service(settings, tmp_path: Path) -> Service:
    """The playgroup in Geel, with an index of its own."""
    settings.DATA_DIR = tmp_path
    made = playgroup()
    indexed()
    return made


@pytest.fixture
def mother(client: Client) -> Account:
    """Signed in."""
    found = account()
    client.force_login(found)
    return found


def indexed() -> None:
    """The index as it is now, also for a process that looked a moment ago."""
    upkeep.build(NOW.date())
    finding._standing.cache_clear()


def saved(client: Client, asked: str = ASKED, **more: str) -> SavedSearch:
    form = {"vraag": asked, "name": "Speelgroepen", "how_often": "week"} | more
    answer = client.post(reverse("finding:save_search"), form)
    assert answer.status_code == 302, answer.content.decode()
    return SavedSearch.objects.order_by("-pk")[0]


def shown(client: Client, route: str, *args: object) -> str:
    answer = client.get(reverse(f"finding:{route}", args=args))
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_visitor_is_told_to_sign_in_and_gets_no_button(client, service):
    page = client.get(reverse("finding:search") + ASKED).content.decode()
    assert reverse("finding:save_search") not in page
    assert "Meld je aan, of zet deze pagina bij de favorieten" in page
    assert reverse("finding:bookmark", args=[service.key]) not in shown(client, "service", service.key)
    assert client.get(reverse("finding:saved")).status_code == 302


def test_a_search_is_kept_and_asks_the_same(client, service, mother):
    page = client.get(reverse("finding:search") + ASKED).content.decode()
    assert 'value="?q=speelgroep&amp;waar=Geel&amp;km=10&amp;maanden=9"' in page
    found = saved(client)
    assert (found.account, found.place, found.seen) == (mother, "Geel", [str(service.key)])
    assert reverse("finding:saved_search", args=[found.key]) == f"{SEARCH_PAGE}{found.key}"
    page = shown(client, "saved_search", found.key)
    assert "1 gevonden" in page
    assert "“speelgroep” · rond Geel · 6 tot 12 maanden · tot 10 km" in page
    assert "nieuw</span>" not in page
    assert f'href="{reverse("finding:search")}?q=speelgroep&amp;waar=Geel' in page


def test_what_is_new_is_marked_until_it_is_seen(client, service, mother):
    found = saved(client)
    playgroup(values={"name": {"nl": "Speelgroep de Boom"}})
    indexed()
    page = shown(client, "saved_search", found.key)
    assert "waarvan 1 nieuw" in page
    assert page.index("Speelgroep de Boom") < page.index(reverse("finding:service", args=[service.key]))
    assert "waarvan 1 nieuw" in shown(client, "saved_search", found.key)
    client.post(reverse("finding:seen", args=[found.key]))
    assert "waarvan" not in shown(client, "saved_search", found.key)


def test_it_is_switched_off_and_removed(client, service, mother):
    found = saved(client)
    client.post(reverse("finding:how_often", args=[found.key]), {"how_often": "never"})
    client.post(reverse("finding:how_often", args=[found.key]), {"how_often": "elk uur"})
    found.refresh_from_db()
    assert (found.how_often, found.look_on) == ("never", None)
    assert "geen mail" in shown(client, "saved")
    client.post(reverse("finding:remove_search", args=[found.key]))
    assert not SavedSearch.objects.exists()


def test_the_way_out_of_the_mail_ends_it_and_nothing_else(client, service, mother):
    found = saved(client)
    address = way_out_of(f"{SEARCH_PAGE}{found.key}")
    client.logout()
    page = client.get(address).content.decode()
    assert "Geen mail meer" in page
    assert found.name not in page
    found.refresh_from_db()
    assert found.how_often == "week"
    mail_reader = Client(enforce_csrf_checks=True)
    answer = mail_reader.post(address, {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    assert "blijft staan" in answer.content.decode()
    found.refresh_from_db()
    assert (found.how_often, found.name) == ("never", "Speelgroepen")
    found.delete()
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("token", ["x", "{key}", "{key}:AAAA"])
def test_a_way_out_that_is_not_ours_ends_nothing(client, service, mother, token):
    found = saved(client)
    assert client.post(NO_MAIL_PAGE + token.format(key=found.key)).status_code == 404
    found.refresh_from_db()
    assert found.how_often == "week"


def test_a_refusal_stands_beside_what_was_sent(client, service, mother):
    form = {"vraag": ASKED, "name": "", "how_often": "week"}
    answer = client.post(reverse("finding:save_search"), form)
    assert answer.status_code == 422
    assert "Schrijf hoe je deze zoektocht noemt." in answer.content.decode()
    assert not SavedSearch.objects.exists()


@pytest.mark.parametrize("asked", ["", "?%00", "?q=%00%F0%9F%98%80&km=x", "q=" + "x" * 5_000, "%%%"])
def test_any_search_can_be_kept(client, service, mother, asked):
    assert shown(client, "saved_search", saved(client, asked).key)


def test_of_somebody_else_there_is_nothing(client, service, mother):
    found = saved(client)
    client.force_login(kempen().nele.account)
    for route in ("saved_search", "seen", "how_often", "remove_search"):
        address = reverse(f"finding:{route}", args=[found.key])
        answer = client.get(address) if route == "saved_search" else client.post(address)
        assert answer.status_code == 404
    assert "Speelgroepen" not in shown(client, "saved")


def test_a_system_keeps_nothing(client, service):
    system = Account.objects.create_user("s@example.org", kind=AccountKind.SERVICE, created_at=NOW)
    client.force_login(system)
    assert client.get(reverse("finding:saved")).status_code == 403


def test_a_service_is_kept_and_says_when_it_is_gone(client, service, mother):
    address = reverse("finding:bookmark", args=[service.key])
    assert address in shown(client, "service", service.key)
    client.post(address, {"doe": "bewaar"})
    assert "Bewaar niet meer" in shown(client, "service", service.key)
    assert "Speelgroep" in shown(client, "saved")
    withdraw_service(service=service, **BY)
    page = shown(client, "saved")
    assert "staat niet meer in de gids" in page
    assert reverse("finding:service", args=[service.key]) + '"' not in page
    client.post(address, {"doe": "weg"})
    assert not Bookmark.objects.exists()
    assert "Dit aanbod is gestopt." in client.post(address, follow=True).content.decode()
