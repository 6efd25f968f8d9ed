"""A keeper corrects how a worker and a place are called and reached; nothing of two savers is lost."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.at_work import client_of
from tests.cast import MONDAY, Network, geel, kempen, organisation, partnership, worker
from tests.cast import desk as cast_desk

from kring.foundation.accounts.models import Account, Invitation
from kring.foundation.journal.actor import SYSTEM
from kring.foundation.journal.models import JournalEntry
from kring.foundation.outbox.models import Message
from kring.registry.network.actions import close_site, correct_worker, open_site, worker_leaves
from kring.registry.network.models import Site, Worker

pytestmark = pytest.mark.django_db


@pytest.fixture
def network() -> Network:
    return kempen()


@pytest.fixture
def keeper(network: Network) -> Client:
    return client_of(worker("Ann Mertens", network.team, "coordinator"))


@pytest.fixture
def site(network: Network) -> Site:
    where = {"street": "Markt 1", "municipality": geel(), "phone": "+3214000000"}
    return open_site(by=SYSTEM, at=MONDAY, organisation=network.team.organisation, name="Huis", **where)


def of_worker(who: Worker) -> str:
    return reverse("partners:edit_worker", args=[who.key])


def of_site(site: Site) -> str:
    return reverse("partners:edit_site", args=[site.organisation.key, site.key])


def typed(who: Worker, **changes: Any) -> dict[str, Any]:
    return {"version": who.version, "name": who.name, "email": who.email, "phone": who.phone, **changes}


def lying(site: Site, **changes: Any) -> dict[str, Any]:
    where = {"street": site.street, "municipality": "Geel", "phone": site.phone, "email": site.email}
    return {"version": site.version, "name": site.name, **where, **changes}


def test_a_worker_is_called_and_reached_otherwise(keeper: Client, network: Network) -> None:
    lotte = network.lotte
    assert "lotte.claes@example.org" in keeper.get(of_worker(lotte)).text
    changes = {"name": "Lotte Claessens", "email": "lc@example.org", "phone": "014 12 34 56"}
    done = keeper.post(of_worker(lotte), typed(lotte, **changes))
    assert done.status_code == 302
    lotte.refresh_from_db()
    assert (lotte.name, lotte.email, lotte.phone) == (
        "Lotte Claessens",
        "lc@example.org",
        "+3214123456",
    )
    account = Account.objects.get(worker=lotte)
    assert (account.name, account.email) == ("Lotte Claessens", "lotte.claes@example.org")
    assert JournalEntry.objects.filter(verb="worker.corrected").count() == 1
    assert not Message.objects.exists()


def test_who_never_came_in_gets_a_link_at_the_new_address(keeper: Client, network: Network) -> None:
    url = reverse("partners:new_worker", args=[network.team.organisation.key])
    keeper.post(url, {"name": "Jo Vos", "email": "jo@exmaple.org", "language": "nl", "role": "coach"})
    jo = Worker.objects.get(name="Jo Vos")
    assert "vertrekt er meteen" in keeper.get(of_worker(jo)).text
    assert keeper.post(of_worker(jo), typed(jo, email="jo@example.org")).status_code == 302
    assert Account.objects.get(worker=jo).email == "jo@example.org"
    first, second = Invitation.objects.filter(account__worker=jo).order_by("pk")
    assert first.expires_at <= second.made_at
    assert Message.objects.filter(text="accounts.invitation").count() == 2


def test_an_address_of_another_account_is_refused_and_nothing_is_kept(
    keeper: Client, network: Network
) -> None:
    url = reverse("partners:new_worker", args=[network.team.organisation.key])
    keeper.post(url, {"name": "Jo Vos", "email": "jo@example.org", "language": "nl", "role": "coach"})
    jo = Worker.objects.get(name="Jo Vos")
    page = keeper.post(of_worker(jo), typed(jo, name="Joke", email=network.nele.email))
    assert "meldt zich al iemand aan" in page.context["form"].errors["email"][0]
    jo.refresh_from_db()
    assert (jo.name, jo.email, jo.version) == ("Jo Vos", "jo@example.org", 1)


@pytest.mark.parametrize(
    ("field", "bad"),
    [("name", ""), ("name", "x" * 121), ("email", "geen adres"), ("phone", "12"), ("version", "")],
)
def test_what_is_wrong_is_said_beside_its_field(
    keeper: Client, network: Network, field: str, bad: str
) -> None:
    page = keeper.post(of_worker(network.lotte), typed(network.lotte, **{field: bad}))
    assert page.status_code == 200
    assert page.context["form"].errors[field]
    network.lotte.refresh_from_db()
    assert (network.lotte.name, network.lotte.version) == ("Lotte Claes", 1)


def test_nobody_is_left_without_a_way_to_be_reached(keeper: Client, network: Network) -> None:
    page = keeper.post(of_worker(network.lotte), typed(network.lotte, email="", phone=""))
    assert "komt er nooit een bericht aan" in page.context["form"].errors["email"][0]


def test_of_two_savers_the_second_sees_both_texts(keeper: Client, network: Network) -> None:
    lotte, seen = network.lotte, typed(network.lotte, name="Lotte C.")
    correct_worker(by=SYSTEM, at=MONDAY, worker=lotte, version=1, name="Lotte Claes-Bos")
    page = keeper.post(of_worker(lotte), seen)
    assert page.status_code == 409
    assert [one.label for one in page.context["changes"]] == ["Naam"]
    assert 'value="Lotte C."' in page.text
    assert "Claes-Bos" in page.text
    assert keeper.post(of_worker(lotte), seen | {"version": 2}).status_code == 302
    lotte.refresh_from_db()
    assert lotte.name == "Lotte C."


def test_only_a_keeper_of_the_organisation_corrects(keeper: Client, network: Network) -> None:
    afar = organisation("CAW Limburg", "caw")
    elsewhere = cast_desk("Onthaal", "service", afar, partnership("Limburg", "1g1p", afar))
    stranger = client_of(worker("Karin Bos", elsewhere, "coordinator"))
    for client in (stranger, client_of(network.nele), client_of(network.lotte)):
        assert client.get(of_worker(network.lotte)).status_code == 403
        assert client.post(of_worker(network.lotte), typed(network.lotte)).status_code == 403
    assert keeper.get(of_worker(Worker.objects.get(name="Karin Bos"))).status_code == 403


def test_a_keeper_corrects_their_own_details(keeper: Client) -> None:
    ann = Worker.objects.get(name="Ann Mertens")
    assert of_worker(ann) in keeper.get(reverse("partners:absence", args=[ann.key])).text
    assert keeper.post(of_worker(ann), typed(ann, phone="014 12 34 56")).status_code == 302


def test_who_left_is_not_changed_any_more(keeper: Client, network: Network) -> None:
    worker_leaves(by=SYSTEM, at=MONDAY, worker=network.lotte)
    assert keeper.get(of_worker(network.lotte)).status_code == 404


def test_a_place_is_corrected(keeper: Client, site: Site) -> None:
    assert of_site(site) in keeper.get(f"/partners/organisatie/{site.organisation.key}/").text
    page = keeper.get(of_site(site)).text
    assert 'value="Markt 1"' in page
    assert 'value="Geel"' in page
    changes = {"name": "Nieuw huis", "street": "Nieuwstraat 2", "municipality": "Mol", "phone": ""}
    assert keeper.post(of_site(site), lying(site, **changes)).status_code == 302
    site.refresh_from_db()
    assert (site.name, site.street, site.municipality.name_nl, site.phone) == (
        "Nieuw huis",
        "Nieuwstraat 2",
        "Mol",
        "",
    )
    assert JournalEntry.objects.filter(verb="site.corrected").count() == 1


@pytest.mark.parametrize(
    ("field", "bad"),
    [("name", ""), ("municipality", "Nergenshuizen"), ("phone", "12"), ("email", "geen adres")],
)
def test_a_place_with_something_wrong_stays_as_it_was(
    keeper: Client, site: Site, field: str, bad: str
) -> None:
    page = keeper.post(of_site(site), lying(site, **{field: bad}))
    assert page.context["form"].errors[field]
    assert Site.objects.get().version == 1


def test_of_two_savers_of_a_place_the_second_sees_both_texts(keeper: Client, site: Site) -> None:
    seen = lying(site, municipality="Mol")
    keeper.post(of_site(site), lying(site, street="Diestseweg 3"))
    page = keeper.post(of_site(site), seen)
    assert page.status_code == 409
    labels = [one.label for one in page.context["changes"]]
    assert labels == ["Straat en nummer", "Gemeente of postcode"]
    assert 'value="Mol"' in page.text
    assert Site.objects.get().street == "Diestseweg 3"


def test_a_place_of_others_or_one_that_closed_is_not_corrected(
    keeper: Client, network: Network, site: Site
) -> None:
    assert client_of(network.nele).get(of_site(site)).status_code == 403
    wrong = reverse("partners:edit_site", args=[network.counter.organisation.key, site.key])
    assert keeper.get(wrong).status_code == 404
    close_site(by=SYSTEM, at=MONDAY, site=site, closed_on=MONDAY.date())
    assert keeper.get(of_site(site)).status_code == 404
    assert keeper.post(of_site(site), lying(site, name="Anders")).status_code == 404
