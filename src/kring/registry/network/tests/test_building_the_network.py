"""Organisations, partnerships and desks are opened, changed and closed by deeds that are journalled."""

from datetime import time, timedelta

import pytest
from django.core.exceptions import ValidationError

from kring.foundation.journal.actor import SYSTEM
from kring.foundation.journal.models import JournalEntry
from kring.foundation.records.bases import StaleRecord
from kring.registry.network.actions import (
    add_partner,
    add_to_territory,
    close_desk,
    close_organisation,
    correct_desk,
    correct_organisation,
    label_role,
    make_fallback,
    open_desk,
    open_organisation,
    open_partnership,
    open_site,
    recognise,
    serve,
    set_hours,
    take_from_territory,
)
from kring.registry.network.models import (
    Desk,
    Organisation,
    Partnership,
    PartnershipArea,
    Recognition,
    RoleType,
)
from kring.registry.network.queries import region_of, role_name
from kring.registry.network.tests.small_network import NOW, desk, municipality, region

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(days=1)


@pytest.fixture
def caw() -> Organisation:
    return open_organisation(by=SYSTEM, at=NOW, name="CAW De Kempen", sector="caw")


def partnership(name: str) -> Partnership:
    return open_partnership(by=SYSTEM, at=NOW, name=name, kind="1g1p")


@pytest.mark.parametrize("typed", ["BE 0403.019.261", "0403019261", "403.019.261"])
def test_an_enterprise_number_is_stored_in_one_form(typed: str) -> None:
    made = open_organisation(by=SYSTEM, at=NOW, name="vzw", sector="other", enterprise_number=typed)
    assert made.enterprise_number == "0403019261"


@pytest.mark.parametrize("typed", ["0403019262", "12", "abc", "0403.019.261.1"])
def test_a_wrong_enterprise_number_is_refused_beside_its_field(typed: str) -> None:
    with pytest.raises(ValidationError) as refused:
        open_organisation(by=SYSTEM, at=NOW, name="vzw", sector="other", enterprise_number=typed)
    assert "klopt niet" in refused.value.message_dict["enterprise_number"][0]
    assert not Organisation.objects.exists()


def test_an_enterprise_number_belongs_to_one_organisation(caw: Organisation) -> None:
    number = "0403019261"
    correct_organisation(by=SYSTEM, at=NOW, organisation=caw, version=1, enterprise_number=number)
    with pytest.raises(ValidationError) as refused:
        open_organisation(by=SYSTEM, at=NOW, name="vzw", sector="other", enterprise_number=number)
    assert "andere organisatie" in refused.value.message_dict["enterprise_number"][0]


def test_a_correction_from_an_old_page_is_refused(caw: Organisation) -> None:
    stale = Organisation.objects.get(pk=caw.pk)
    correct_organisation(by=SYSTEM, at=NOW, organisation=caw, version=1, name="CAW Kempen")
    with pytest.raises(StaleRecord):
        correct_organisation(by=SYSTEM, at=NOW, organisation=stale, version=1, name="CAW")
    assert Organisation.objects.get(pk=caw.pk).search_name == "caw kempen"


def test_an_organisation_with_an_open_desk_cannot_close(caw: Organisation) -> None:
    counter = desk("Balie", region("Kempen"), run_by=caw)
    with pytest.raises(ValidationError):
        close_organisation(by=SYSTEM, at=NOW, organisation=caw, closed_on=NOW.date())
    close_desk(by=SYSTEM, at=NOW, desk=counter)
    close_organisation(by=SYSTEM, at=NOW, organisation=caw, closed_on=NOW.date())
    assert Organisation.objects.get(pk=caw.pk).closed_on == NOW.date()


def test_a_site_lies_in_a_municipality(caw: Organisation) -> None:
    site = open_site(
        by=SYSTEM, at=NOW, organisation=caw, name="Onthaal", municipality=municipality("Turnhout")
    )
    assert list(caw.sites.all()) == [site]


def test_a_municipality_lies_in_one_region_at_a_time() -> None:
    kempen, elsewhere = partnership("Kempen"), partnership("Elders")
    geel = municipality("Geel")
    add_to_territory(by=SYSTEM, at=NOW, partnership=kempen, municipalities=[geel])
    with pytest.raises(ValidationError) as refused:
        add_to_territory(by=SYSTEM, at=NOW, partnership=elsewhere, municipalities=[geel])
    assert "Kempen" in refused.value.message_dict["municipality"][0]
    take_from_territory(by=SYSTEM, at=LATER, partnership=kempen, municipality=geel)
    add_to_territory(by=SYSTEM, at=LATER, partnership=elsewhere, municipalities=[geel])
    assert region_of(geel, NOW) == kempen
    assert region_of(geel, LATER) == elsewhere


def test_a_house_of_the_child_may_lie_in_a_region() -> None:
    region("Kempen", "Geel")
    house = open_partnership(by=SYSTEM, at=NOW, name="Huis van het Kind Geel", kind="hvhk")
    add_to_territory(by=SYSTEM, at=NOW, partnership=house, municipalities=[municipality("Geel")])
    assert PartnershipArea.objects.filter(municipality=municipality("Geel")).count() == 2


def test_a_merged_away_municipality_is_refused_with_its_successor() -> None:
    with pytest.raises(ValidationError) as refused:
        add_to_territory(
            by=SYSTEM,
            at=NOW,
            partnership=partnership("Haspengouw"),
            municipalities=[municipality("Borgloon")],
        )
    assert "Kies Tongeren-Borgloon" in refused.value.message_dict["municipality"][0]


def test_an_organisation_takes_part_once_in_a_role(caw: Organisation) -> None:
    kempen = partnership("Kempen")
    first = add_partner(by=SYSTEM, at=NOW, partnership=kempen, organisation=caw, role="lead")
    again = add_partner(by=SYSTEM, at=NOW, partnership=kempen, organisation=caw, role="lead")
    assert first == again
    assert JournalEntry.objects.filter(verb="partnership.joined").count() == 1


def test_a_recognition_has_its_dates(caw: Organisation) -> None:
    recognise(by=SYSTEM, at=NOW, organisation=caw, title="CAW", starts_at=NOW, ends_at=LATER)
    assert Recognition.objects.running(NOW).count() == 1
    assert Recognition.objects.running(LATER).count() == 0


def test_the_fallback_desk_cannot_close_until_another_takes_over(caw: Organisation) -> None:
    kempen = partnership("Kempen")
    first = open_desk(
        by=SYSTEM, at=NOW, name="A", kind="intake", organisation=caw, region=kempen, fallback=True
    )
    other = desk("B", kempen)
    with pytest.raises(ValidationError):
        close_desk(by=SYSTEM, at=NOW, desk=first)
    make_fallback(by=SYSTEM, at=NOW, desk=other)
    close_desk(by=SYSTEM, at=NOW, desk=Desk.objects.get(pk=first.pk))
    assert Desk.objects.get(fallback=True) == other


def test_a_closed_desk_leaves_no_territory_behind() -> None:
    counter = desk("Balie", region("Kempen"), "Geel")
    close_desk(by=SYSTEM, at=LATER, desk=counter)
    assert not counter.areas.running(LATER).exists()


def test_a_desk_serves_the_successor_of_a_former_municipality() -> None:
    counter = desk("Balie", region("Haspengouw"))
    areas = serve(by=SYSTEM, at=NOW, desk=counter, municipalities=[municipality("Borgloon")])
    assert [area.municipality.name_nl for area in areas] == ["Tongeren-Borgloon"]


def test_hours_are_replaced_as_a_whole_from_the_version_that_was_seen() -> None:
    counter = desk("Balie", region("Kempen"))
    stale = Desk.objects.get(pk=counter.pk)
    set_hours(by=SYSTEM, at=NOW, desk=counter, version=1, hours=[(0, time(9), time(12))])
    assert counter.hours.count() == 1
    with pytest.raises(StaleRecord):
        set_hours(by=SYSTEM, at=NOW, desk=stale, version=1, hours=[])
    assert counter.hours.count() == 1


@pytest.mark.parametrize(
    "hours",
    [[(0, time(12), time(9))], [(0, time(9), time(12)), (0, time(11), time(14))]],
    ids=["turned round", "overlapping"],
)
def test_impossible_hours_are_refused(hours: list[tuple[int, time, time]]) -> None:
    counter = desk("Balie", region("Kempen"))
    with pytest.raises(ValidationError) as refused:
        set_hours(by=SYSTEM, at=NOW, desk=counter, version=1, hours=hours)
    assert "hours" in refused.value.message_dict


def test_a_desk_is_corrected_from_the_version_that_was_seen() -> None:
    counter = desk("Balie", region("Kempen"))
    correct_desk(by=SYSTEM, at=NOW, desk=counter, version=1, name="Balie Geel")
    assert Desk.objects.get(pk=counter.pk).version == 2


def test_a_role_bears_the_name_its_partnership_gives_it() -> None:
    kempen, coach = partnership("Kempen"), RoleType.objects.get(code="coach")
    label_role(by=SYSTEM, at=NOW, partnership=kempen, role=coach, name={"nl": "plan-trekker"})
    assert role_name(coach, kempen) == "plan-trekker"
    assert role_name(coach, partnership("Elders")) == "gezinscoach"
