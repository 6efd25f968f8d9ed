"""A keeper adds organisations, sites, partnerships and desks within the own organisation or region."""

import pytest
from django.test import Client
from django.urls import reverse
from tests.cast import Network, kempen, organisation, partnership, worker
from tests.cast import desk as cast_desk

from kring.registry.network.models import (
    Desk,
    Organisation,
    Partnership,
    PartnershipArea,
    PartnershipMember,
    Recognition,
    RoleLabel,
    RoleType,
    Site,
)
from kring.registry.places.models import Municipality

pytestmark = pytest.mark.django_db


@pytest.fixture
def network() -> Network:
    return kempen()


@pytest.fixture
def keeper(client: Client, network: Network) -> Client:
    account = worker("Ann Mertens", network.team, "coordinator").account
    assert account is not None
    client.force_login(account)
    return client


def part(network: Network, name: str) -> str:
    return reverse("partners:keep_part", args=[network.region.key, name])


def test_an_organisation_comes_in_as_a_partner(keeper: Client, network: Network) -> None:
    typed = {"name": "vzw Stap", "sector": "bjb", "number": "", "partnership": network.region.key}
    keeper.post("/partners/organisatie/nieuw/", typed)
    added = Organisation.objects.get(name="vzw Stap")
    assert PartnershipMember.objects.get(organisation=added).partnership == network.region
    page = keeper.get(reverse("partners:organisation", args=[added.key]))
    assert page.context["may_manage"]


def test_a_wrong_number_is_said_beside_its_field(keeper: Client, network: Network) -> None:
    typed = {
        "name": "vzw Stap",
        "sector": "bjb",
        "number": "0403.019.262",
        "partnership": network.region.key,
    }
    page = keeper.post("/partners/organisatie/nieuw/", typed)
    assert "klopt niet" in page.context["form"].errors["number"][0]
    assert 'value="vzw Stap"' in page.text
    assert not Organisation.objects.filter(name="vzw Stap").exists()


def test_an_organisation_is_not_added_to_a_region_of_others(keeper: Client, network: Network) -> None:
    other = partnership("Limburg", "1g1p", organisation("CAW Limburg", "caw"))
    typed = {"name": "vzw Stap", "sector": "bjb", "number": "", "partnership": other.key}
    page = keeper.post("/partners/organisatie/nieuw/", typed)
    assert page.context["form"].errors["partnership"]


def test_a_site_opens_and_closes(keeper: Client, network: Network) -> None:
    ours = network.team.organisation
    url = reverse("partners:new_site", args=[ours.key])
    keeper.post(url, {"name": "Kantoor", "street": "Markt 1", "municipality": "Geel"})
    site = Site.objects.get()
    assert site.municipality.name_nl == "Geel"
    keeper.post(reverse("partners:close_site", args=[ours.key, site.key]))
    site.refresh_from_db()
    assert site.closed_on is not None


def test_a_partnership_starts_with_the_own_organisation_at_its_head(
    keeper: Client, network: Network
) -> None:
    ours = network.team.organisation
    keeper.post("/partners/samenwerking/nieuw/", {"name": "Brug", "kind": "project", "lead": ours.key})
    made = Partnership.objects.get(name="Brug")
    assert PartnershipMember.objects.get(partnership=made).role == "lead"
    assert keeper.get(reverse("partners:keep", args=[made.key])).status_code == 200


def test_a_territory_grows_by_names_and_shrinks(keeper: Client, network: Network) -> None:
    keeper.post(part(network, "territory"), {"municipalities": "Mol, Balen"})
    running = PartnershipArea.objects.filter(partnership=network.region, ends_at=None)
    assert running.filter(municipality__name_nl__in=["Mol", "Balen"]).count() == 2
    nis = Municipality.objects.get(name_nl="Mol", valid_until=None).nis
    keeper.post(reverse("partners:leave_out", args=[network.region.key, "gebied", nis]))
    assert not running.filter(municipality__name_nl="Mol").exists()


def test_a_name_nobody_knows_keeps_the_list(keeper: Client, network: Network) -> None:
    page = keeper.post(part(network, "territory"), {"municipalities": "Mol, Nergenshuizen"})
    assert "Nergenshuizen" in page.context["forms"]["territory"].errors["municipalities"][0]
    assert "Mol, Nergenshuizen</textarea>" in page.text
    assert not PartnershipArea.objects.filter(municipality__name_nl="Mol").exists()


def test_a_municipality_of_another_region_is_refused(keeper: Client, network: Network) -> None:
    other = partnership("Limburg", "1g1p", organisation("CAW Limburg", "caw"))
    mol = Municipality.objects.get(name_nl="Mol", valid_until=None)
    PartnershipArea.objects.filter(partnership=other).update(municipality=mol)
    page = keeper.post(part(network, "territory"), {"municipalities": "Mol"})
    assert "Limburg" in page.context["forms"]["territory"].errors["municipalities"][0]


def test_a_partner_joins_and_stops(keeper: Client, network: Network) -> None:
    clb = organisation("CLB Kempen", "clb")
    keeper.post(part(network, "member"), {"organisation": clb.key, "role": "member"})
    member = PartnershipMember.objects.get(organisation=clb)
    keeper.post(reverse("partners:leave_out", args=[network.region.key, "partner", member.key]))
    member.refresh_from_db()
    assert member.ends_at is not None


def test_naming_an_organisation_a_partner_does_not_open_its_people(
    keeper: Client, network: Network
) -> None:
    caw = organisation("CAW Limburg", "caw")
    limburg = partnership("Limburg", "1g1p", caw)
    tom = worker("Tom Geerts", cast_desk("Balie Limburg", "counter", caw, limburg))
    keeper.post(part(network, "member"), {"organisation": caw.key, "role": "member"})
    assert keeper.post(reverse("partners:leaves", args=[tom.key])).status_code == 403


def test_a_recognition_has_its_dates(keeper: Client, network: Network) -> None:
    wrong = {"title": "Erkend", "starts_on": "2026-05-01", "ends_on": "2026-04-01"}
    page = keeper.post(part(network, "recognition"), wrong)
    assert page.context["forms"]["recognition"].errors["ends_on"]
    keeper.post(part(network, "recognition"), {"title": "Erkend", "starts_on": "2026-04-01"})
    recognition = Recognition.objects.get()
    keeper.post(reverse("partners:leave_out", args=[network.region.key, "erkenning", recognition.key]))
    recognition.refresh_from_db()
    assert recognition.ends_at is not None


def test_a_role_gets_a_name_of_its_own_here(keeper: Client, network: Network) -> None:
    RoleType.objects.get(code="coach")
    keeper.post(part(network, "label"), {"role": "coach", "nl": "Plan-Trekker"})
    assert RoleLabel.objects.get().name == {"nl": "Plan-Trekker"}
    shown = keeper.get(reverse("partners:organisation", args=[network.team.organisation.key])).text
    assert "Plan-Trekker" in shown
    assert "Plan-Trekker" in keeper.get(reverse("partners:worker", args=[network.lotte.key])).text


def test_a_stale_save_of_a_partnership_shows_both(keeper: Client, network: Network) -> None:
    keeper.post(part(network, "facts"), {"version": 1, "name": "Trefplaats"})
    page = keeper.post(part(network, "facts"), {"version": 1, "name": "Onze Trefplaats"})
    assert page.status_code == 409
    assert "Nu bewaard" in page.text
    assert Partnership.objects.get(pk=network.region.pk).name == "Trefplaats"
    newest = page.context["forms"]["facts"]["version"].value()
    keeper.post(part(network, "facts"), {"version": newest, "name": "Onze Trefplaats"})
    assert Partnership.objects.get(pk=network.region.pk).name == "Onze Trefplaats"


def test_a_desk_opens_for_a_partner(keeper: Client, network: Network) -> None:
    lead = PartnershipMember.objects.get(partnership=network.region).organisation
    typed = {"name": "Balie Mol", "kind": "counter", "organisation": lead.key, "phone": "014 00 00 00"}
    keeper.post(reverse("partners:new_desk", args=[network.region.key]), typed)
    opened = Desk.objects.get(name="Balie Mol")
    assert (opened.region, opened.organisation) == (network.region, lead)


def test_who_is_no_keeper_builds_nothing(client: Client, network: Network) -> None:
    assert network.lotte.account is not None
    client.force_login(network.lotte.account)
    ours = network.team.organisation
    pages = ["/partners/organisatie/nieuw/", "/partners/samenwerking/nieuw/"]
    pages += [reverse(f"partners:{name}", args=[network.region.key]) for name in ("keep", "new_desk")]
    pages += [reverse(f"partners:{name}", args=[ours.key]) for name in ("new_site", "new_worker")]
    assert {client.get(page).status_code for page in pages} == {403}
