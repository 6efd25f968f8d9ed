"""The Houses of the Child of the demo: a page for each, pillars with gaps, and who came by.

Those of the cast have places with hours, a checklist and visits; a street team knows some young
people by nickname. Pillars, hours and numbers are invented.
"""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from random import Random

from kring.foundation.journal.actor import SYSTEM
from kring.offer.directory.actions import change_location
from kring.offer.directory.models import Address, Location, Organization, Part, Phone, Schedule
from kring.offer.houses import actions
from kring.offer.houses.models import AgeBand, Encounter, House, Spoken, Standing, VisitKind
from kring.offer.houses.queries.checklist import conditions_on
from kring.registry.network import actions as network_actions
from kring.registry.network.models import Desk, Organisation, Partnership, PartnershipMember
from kring.tools.demo.unrolling import Story

OWN = ("Geel", "Mol", "Herentals", "Hoogstraten")
"""The Houses of these towns have everything; most serve more towns than the one."""
CLINICS = "Consultatiebureaus voor jonge kinderen (verzonnen)"
AUTHORITIES, WITH_AUTHORITY = "Lokale besturen (verzonnen)", 0.9
CARRIED = {"meeting": 0.9, "parenting": 0.8, "health": 0.7}
VISITS, VISIT_DAYS = 120, 90
STREET_TEAM = "Onthaal CAW De Kempen"
NICKNAMES = ("Zoef", "Ster", "Kiki", "De Lange", "Momo")
WELCOME = {
    "nl": "Loop gerust binnen. Een kop koffie, een speelhoek en iemand die meedenkt.",
    "fr": "Entre quand tu veux. Un café, un coin jeux et quelqu'un qui réfléchit avec toi.",
    "en": "Walk in whenever you like. Coffee, a corner to play and somebody who thinks along.",
}


def house_stories(since: datetime, now: datetime, chance: Random) -> Iterator[Story]:
    """Every House with its pillars; those of the cast with all the rest."""
    clinics = network_actions.open_organisation(
        by=SYSTEM, at=since, name=CLINICS, sector="other", invented=True
    )
    towns = network_actions.open_organisation(
        by=SYSTEM, at=since, name=AUTHORITIES, sector="local", invented=True
    )
    found = Partnership.objects.filter(kind="hvhk").order_by("name", "pk")
    own = set(found.filter(areas__municipality__name_nl__in=OWN).values_list("pk", flat=True))
    for partnership in found:
        yield _opened(partnership, clinics, now - timedelta(days=200), chance)
        if chance.random() < WITH_AUTHORITY:
            yield _joined(partnership, towns, now - timedelta(days=199))
        if partnership.pk in own:
            yield _kept(partnership, now, Random(chance.random()))  # noqa: S311 - invented people
    yield _on_the_street(now, chance)


def _opened(partnership: Partnership, clinics: Organisation, at: datetime, chance: Random) -> Story:
    carried = {pillar for pillar, share in CARRIED.items() if chance.random() < share}
    yield at
    house = actions.open_house(partnership=partnership, by=SYSTEM, at=at)
    lead = PartnershipMember.objects.select_related("organisation").get(
        partnership=partnership, role=PartnershipMember.Role.LEAD, ends_at=None
    )
    for pillar in sorted(carried):
        by = clinics if pillar == "health" else lead.organisation
        actions.add_pillar_partner(house=house, organisation=by, pillar=pillar, by=SYSTEM, at=at)


def _joined(partnership: Partnership, towns: Organisation, at: datetime) -> Story:
    yield at
    role = PartnershipMember.Role.MEMBER
    network_actions.add_partner(partnership=partnership, organisation=towns, role=role, by=SYSTEM, at=at)


def _kept(partnership: Partnership, now: datetime, chance: Random) -> Story:
    start = now - timedelta(days=120)
    yield start
    house = House.objects.get(partnership=partnership)
    actions.change_house(
        house=house,
        version=house.version,
        introduction=WELCOME,
        phone=f"014 00 {chance.randrange(10, 99)} {chance.randrange(10, 99)}",
        email="",
        website="",
        by=SYSTEM,
        at=start,
    )
    network_actions.recognise(
        partnership=partnership, title="Huis van het Kind", starts_at=start, by=SYSTEM, at=start
    )
    for place, condition in enumerate(conditions_on(start)):
        standing = Standing.MET if place % 4 else Standing.PARTLY
        if place != len(NICKNAMES):
            actions.judge_condition(
                house=house, condition=condition, standing=standing, by=SYSTEM, at=start
            )
    _place(house, start)
    for at in sorted(now - timedelta(hours=chance.randrange(5, VISIT_DAYS * 24)) for _ in range(VISITS)):
        yield at
        actions.count_walk_in(house=house, visit=_visit(chance), by=SYSTEM, at=at)


def _place(house: House, at: datetime) -> None:
    """The places of its organisation in the directory, with hours."""
    members = PartnershipMember.objects.filter(partnership=house.partnership, role="lead")
    listed = Organization.objects.filter(ours__in=members.values("organisation")).first()
    if listed is None:
        return
    actions.add_site(house=house, place=listed, by=SYSTEM, at=at)
    for location in Location.objects.filter(organization=listed).order_by("pk"):
        change_location(
            location=location,
            version=location.version,
            values={"name": {"nl": f"{house.partnership.name}, onthaal"}},
            parts=_said_of(location),
            by=SYSTEM,
            at=at,
        )


def _said_of(location: Location) -> list[Part]:
    parts: list[Part] = [
        Address(address_1=one.address_1, city=one.city, postal_code=one.postal_code)
        for one in location.addresses.order_by("pk")
    ]
    mornings = Schedule(freq="WEEKLY", byday="MO,TU,WE,FR", opens_at=time(9), closes_at=time(12, 30))
    afternoon = Schedule(freq="WEEKLY", byday="WE", opens_at=time(13, 30), closes_at=time(17))
    return [*parts, mornings, afternoon, Phone(number="014 00 00 10")]


def _visit(chance: Random) -> actions.Visit:
    """Half of the visits say no more than a pillar and what for."""
    known = chance.random() < 0.5
    return actions.Visit(
        pillar=chance.choices(list(CARRIED), [5, 3, 3])[0],
        kind=chance.choice(VisitKind.values),
        age_band=chance.choice(AgeBand.values[:4]) if known else "",
        language=chance.choices(Spoken.values, [12, 2, 2, 3, 2, 1])[0] if known else "",
    )


def _on_the_street(now: datetime, chance: Random) -> Story:
    """A team and the young people it met these weeks."""
    for number, nickname in enumerate(NICKNAMES):
        at = now - timedelta(days=20 - 3 * number, hours=chance.randrange(1, 6))
        yield at
        desk = Desk.objects.filter(name=STREET_TEAM).first()
        duty = desk.duties.filter(ends_at=None).select_related("worker").first() if desk else None
        if desk is None or duty is None:
            return
        where = chance.choice(Encounter.values)
        actions.meet(desk=desk, nickname=nickname, where=where, worker=duty.worker, by=SYSTEM, at=at)
