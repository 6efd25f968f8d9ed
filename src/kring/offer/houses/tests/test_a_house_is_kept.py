"""A House: its territory, places, partners per pillar, recognition, checklist and offer."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from tests.cast import geel, kempen, organisation, partnership

from kring.offer.directory.tests.offering import playgroup
from kring.offer.houses.actions import (
    add_pillar_partner,
    add_site,
    change_house,
    end_pillar_partner,
    judge_condition,
    open_house,
)
from kring.offer.houses.checks import pillars_are_carried_by_partners
from kring.offer.houses.models import Condition, ConditionCheck, PillarPartner
from kring.offer.houses.queries import (
    checklist,
    gaps,
    houses_serving,
    locations_of,
    offer_of,
    pillars_of,
)
from kring.offer.houses.queries.checklist import conditions_on
from kring.offer.houses.rules import may_keep_house, partner_ids
from kring.offer.houses.tests.visiting import BY, NOW, house_of_geel
from kring.registry.network.actions import add_partner
from kring.registry.network.models import PartnershipArea, Sector
from kring.registry.places.models import Municipality
from kring.trust.access.readers import Reader

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(days=30)


def test_only_a_house_is_a_house():
    region = partnership("Trefplaats", "1g1p", organisation("Cirkant"))
    with pytest.raises(ValidationError, match="geen Huis"):
        open_house(partnership=region, **BY)


def test_it_serves_its_territory_for_as_long_as_that_runs():
    house = house_of_geel()
    assert list(houses_serving(geel(), NOW)) == [house]
    PartnershipArea.objects.filter(partnership=house.partnership).update(ends_at=NOW)
    assert list(houses_serving(geel(), NOW)) == []


def test_who_carries_a_pillar_takes_part_and_stays_known():
    house, caw = house_of_geel(), organisation("CAW De Kempen", "caw")
    carried = add_pillar_partner(house=house, organisation=caw, pillar="parenting", **BY)
    assert caw.pk in partner_ids(house, NOW)
    assert list(pillars_are_carried_by_partners(NOW)) == []
    end_pillar_partner(partner=carried, by=BY["by"], at=LATER)
    assert pillars_of(house, LATER) == []
    assert pillars_of(house, NOW) == [carried]
    again = add_pillar_partner(house=house, organisation=caw, pillar="parenting", **BY)
    assert PillarPartner.objects.count() == 2
    assert again.ends_at is None


def test_a_condition_is_judged_anew_and_the_old_look_stays():
    house, first = house_of_geel(), Condition.objects.order_by("place")[0]
    judge_condition(house=house, condition=first, standing="missing", words="Nog niemand.", **BY)
    judge_condition(house=house, condition=first, standing="met", by=BY["by"], at=LATER)
    assert [line.check.standing for line in checklist(house, LATER) if line.check] == ["met"]
    assert [line.check.standing for line in checklist(house, NOW) if line.check] == ["missing"]
    assert ConditionCheck.objects.count() == 2


def test_a_condition_holds_in_its_days():
    Condition.objects.filter(code="needs").update(valid_until=NOW.date())
    codes = {line.condition.code for line in checklist(house_of_geel(), NOW)}
    assert "needs" not in codes
    assert "pillar_health" in codes


def test_its_offer_is_that_of_its_places_and_partners():
    group, house = playgroup(), house_of_geel()
    assert list(offer_of(house, NOW)) == [group]
    assert locations_of(house, NOW) == []
    hall = group.service_at_locations.get().location
    add_site(house=house, place=hall, **BY)
    assert locations_of(house, NOW) == [hall]


def test_what_has_no_pillar_is_no_part_of_it():
    group, house = playgroup(), house_of_geel()
    type(group).objects.update(pillar="")
    assert list(offer_of(house, NOW)) == []


def test_a_pillar_without_a_partner_is_a_gap():
    house, mol = house_of_geel(), Municipality.objects.get(name_nl="Mol", valid_until=None)
    add_pillar_partner(house=house, organisation=organisation("Kind en Gezin"), pillar="health", **BY)
    here, there = gaps([geel(), mol], NOW)
    assert (here.kind, here.missing) == ("some", ("parenting", "meeting"))
    assert (there.kind, there.houses) == ("none", ())


def test_a_partner_the_checklist_asks_for_is_a_gap_until_it_takes_part():
    house, local = house_of_geel(), organisation("Lokaal bestuur Geel", sector="local")
    (before,) = gaps([geel()], NOW)
    assert before.without == ("local",)
    add_partner(partnership=house.partnership, organisation=local, role="member", **BY)
    (after,) = gaps([geel()], NOW)
    assert after.without == ()


def test_every_partner_of_the_checklist_is_of_a_known_sector():
    assert {one.partner for one in conditions_on(NOW)} - {""} <= set(Sector.values)


def test_who_leads_keeps_and_so_does_a_region_that_holds_it_whole():
    network, house = kempen(), house_of_geel()
    manage = frozenset({"network.manage"})
    lead = Reader(grants=manage, organisation_ids=frozenset({network.counter.organisation_id}))
    region = Reader(grants=manage, region_ids=frozenset({network.region.pk}))
    assert may_keep_house(lead, house, NOW)
    assert may_keep_house(region, house, NOW)
    mol = Municipality.objects.get(name_nl="Mol", valid_until=None)
    PartnershipArea.objects.create(partnership=house.partnership, municipality=mol, starts_at=NOW)
    assert not may_keep_house(region, house, NOW)
    assert not may_keep_house(Reader(organisation_ids=lead.organisation_ids), house, NOW)


def test_its_page_says_what_was_written_last():
    house = house_of_geel()
    said = {"introduction": {"nl": "Welkom.", "fr": " "}, "phone": "", "email": "", "website": ""}
    change_house(house=house, version=1, **said, **BY)
    assert house.introduction == {"nl": "Welkom."}
    with pytest.raises(ValidationError):
        change_house(house=house, version=2, **said | {"email": "geen adres"}, **BY)
