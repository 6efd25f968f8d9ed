"""The demo's network: regions, Houses, organisations and desks by their real names.

Territories are approximated from primary-care zones and marked so; addresses, numbers and workers
are invented and marked so. Where a source names no lead partner, there is none.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, time
from random import Random

from kring.foundation.deadlines.calendar import local_day
from kring.foundation.journal.actor import SYSTEM
from kring.registry.network import actions
from kring.registry.network.models import Desk, Organisation, Partnership, RoleType, Sector, Worker
from kring.registry.places.models import CareZone, Municipality
from kring.tools.demo.reading import names, rows

BRUSSELS = "brussels"
BRUSSELS_REGION = "04000"
HOUSE = "Huis van het Kind "
LEAD_SECTORS = (("CAW", Sector.CAW), ("CLB", Sector.CLB), ("CGG", Sector.CGG))
SECTORS = {
    "HVHK": Sector.HOUSE,
    "CIG": Sector.CIG,
    "CAW": Sector.CAW,
    "CLB": Sector.CLB,
    "CKG": Sector.CKG,
    "CGG": Sector.CGG,
    "OCJ": Sector.MANDATED,
    "VK": Sector.MANDATED,
    "CRISIS": Sector.CRISIS,
    "GEZINSZORG": Sector.HOME_CARE,
}
WITHOUT_A_LIST = frozenset({"agency", "privacy"})
OFFICE = [(day, time(9), time(17)) for day in range(5)]


@dataclass
class Network:
    """What was built, by name, so that stories find their places."""

    organisations: dict[str, Organisation] = field(default_factory=dict)
    regions: dict[str, Partnership] = field(default_factory=dict)
    intake: dict[int, Desk] = field(default_factory=dict)
    counters: dict[int, Desk] = field(default_factory=dict)
    towns: dict[int, list[Municipality]] = field(default_factory=lambda: defaultdict(list))
    workers: dict[int, list[Worker]] = field(default_factory=lambda: defaultdict(list))


def build_network(since: datetime, chance: Random) -> Network:
    """Everything but the cast: it has its own module."""
    network = Network()
    for row in rows("organisations"):
        if row["type"] in SECTORS and row["name"] not in network.organisations:
            _organisation(network, row["name"], SECTORS[row["type"]], since)
    for row in rows("regions"):
        _region(network, row, since, chance)
    for row in rows("labels"):
        _local_name(network, row, since)
    _fallback(network, since, chance)
    for name, house in list(network.organisations.items()):
        if house.sector == Sector.HOUSE:
            _house(network, name, house, since, chance)
    for row in rows("projects"):
        _project(row, since)
    return network


def _organisation(network: Network, name: str, sector: str, since: datetime) -> Organisation:
    found = network.organisations.get(name)
    if found is None:
        found = actions.open_organisation(by=SYSTEM, at=since, name=name, sector=sector, invented=False)
        network.organisations[name] = found
    return found


def _region(network: Network, row: dict[str, str], since: datetime, chance: Random) -> None:
    region = actions.open_partnership(
        by=SYSTEM, at=since, name=row["name"], kind="1g1p", note=row["note"]
    )
    towns = _towns(row["zones"])
    actions.add_to_territory(
        by=SYSTEM, at=since, partnership=region, municipalities=towns, approximated=True
    )
    network.regions[row["name"]] = region
    network.towns[region.pk] = towns
    lead = row["lead"]
    for name in filter(None, [lead, row["partners"]]):
        member = _organisation(network, name, _sector_of(name), since)
        role = "lead" if name == lead else "member"
        actions.add_partner(by=SYSTEM, at=since, partnership=region, organisation=member, role=role)
    host = network.organisations.get(lead) or _organisation(
        network, f"{row['name']} (team)", Sector.OTHER, since
    )
    network.intake[region.pk] = _desk(
        network, f"Aanmelding {row['name']}", "intake", host, region, since
    )
    staff(network, network.intake[region.pk], "coach", since, chance, count=5)


def _local_name(network: Network, row: dict[str, str], since: datetime) -> None:
    actions.label_role(
        by=SYSTEM,
        at=since,
        partnership=network.regions[row["partnership"]],
        role=RoleType.objects.get(code=row["role"]),
        name={language: row[language] for language in ("nl", "fr", "en")},
    )


def _towns(zones: str) -> list[Municipality]:
    current = Municipality.objects.filter(valid_until=None)
    if zones == BRUSSELS:
        return list(current.filter(region_nis=BRUSSELS_REGION).order_by("nis"))
    found = current.filter(care_zones__in=CareZone.objects.filter(name__in=zones.split(";")))
    return list(found.distinct().order_by("nis"))


def _sector_of(name: str) -> str:
    return next((str(sector) for word, sector in LEAD_SECTORS if word in name), str(Sector.OTHER))


def _fallback(network: Network, since: datetime, chance: Random) -> None:
    outside = actions.open_partnership(
        by=SYSTEM, at=since, name="Buiten elk werkgebied", kind="1g1p", note="vangnet"
    )
    host = _organisation(network, "Agentschap Opgroeien", Sector.AGENCY, since)
    desk = actions.open_desk(
        by=SYSTEM,
        at=since,
        name="Vangnetbalie Vlaanderen",
        kind="intake",
        organisation=host,
        region=outside,
        fallback=True,
    )
    desk = _with_hours(desk, since)
    network.intake[outside.pk] = desk
    staff(network, desk, "intake", since, chance, count=2)


def _house(network: Network, name: str, house: Organisation, since: datetime, chance: Random) -> None:
    towns = _towns_of(name)
    if not towns:
        return
    partnership = actions.open_partnership(by=SYSTEM, at=since, name=name, kind="hvhk")
    actions.add_to_territory(
        by=SYSTEM, at=since, partnership=partnership, municipalities=towns, approximated=True
    )
    actions.add_partner(by=SYSTEM, at=since, partnership=partnership, organisation=house, role="lead")
    actions.open_site(
        by=SYSTEM,
        at=since,
        organisation=house,
        name=name,
        municipality=towns[0],
        street=f"Verzonnen straat {1 + chance.randrange(90)}",
        invented=True,
    )
    _counter(
        network, name, house, [town for town in towns if town.pk not in network.counters], since, chance
    )


def _counter(
    network: Network,
    name: str,
    house: Organisation,
    towns: list[Municipality],
    since: datetime,
    chance: Random,
) -> None:
    region = next(
        (r for r in network.regions.values() if towns and towns[0] in network.towns[r.pk]), None
    )
    if region is None:
        return
    desk = _desk(network, f"Balie {name}", "counter", house, region, since, public=True)
    actions.serve(by=SYSTEM, at=since, desk=desk, municipalities=towns)
    network.counters.update({town.pk: desk for town in towns})
    staff(network, desk, "counter", since, chance, count=1)


def _towns_of(house: str) -> list[Municipality]:
    """The municipalities a House is named after, itself or as a care zone; often it is neither."""
    if not house.startswith(HOUSE):
        return []
    name = house.removeprefix(HOUSE)
    current = Municipality.objects.filter(valid_until=None).order_by("nis")
    for found in (
        current.filter(name_nl=name),
        current.filter(care_zones__name=name).distinct(),
        current.filter(name_nl__in=name.split("-")),
    ):
        if towns := list(found):
            return towns
    return []


def _desk(
    network: Network,
    name: str,
    kind: str,
    host: Organisation,
    region: Partnership,
    since: datetime,
    *,
    public: bool = False,
) -> Desk:
    desk = actions.open_desk(
        by=SYSTEM,
        at=since,
        name=name,
        kind=kind,
        organisation=host,
        region=region,
        email=f"balie{len(network.workers)}@example.org",
        first_for_public=public,
    )
    return _with_hours(desk, since)


def _with_hours(desk: Desk, since: datetime) -> Desk:
    actions.set_hours(by=SYSTEM, at=since, desk=desk, version=desk.version, hours=OFFICE)
    return desk


def staff(
    network: Network, desk: Desk, role: str, since: datetime, chance: Random, *, count: int
) -> None:
    """Put ``count`` invented workers with a role on the list of a desk."""
    kind = RoleType.objects.get(code=role)
    for _ in range(count):
        name = f"{chance.choice(names('woman'))} {chance.choice(names('family'))}"
        worker = actions.add_worker(by=SYSTEM, at=since, name=name)
        put_to_work(network, worker, desk, kind, since)


def put_to_work(network: Network, worker: Worker, desk: Desk, role: RoleType, since: datetime) -> None:
    """A role with the organisation of the desk in its region, and a place on its list.

    Who only sees figures, terms or holds is on no list: a list opens questions.
    """
    actions.give_role(
        by=SYSTEM,
        at=since,
        worker=worker,
        role=role,
        organisation=desk.organisation,
        partnership=desk.region,
    )
    if role.code in WITHOUT_A_LIST:
        return
    actions.put_on_list(by=SYSTEM, at=since, desk=desk, worker=worker)
    network.workers[desk.pk].append(worker)


def _project(row: dict[str, str], since: datetime) -> None:
    project = actions.open_partnership(
        by=SYSTEM,
        at=since,
        name=f"Project {row['name']}",
        kind="project",
        note=row["kind"],
        starts_on=local_day(since),
    )
    towns = Municipality.objects.filter(valid_until=None, name_nl__in=row["municipality"].split(";"))
    actions.add_to_territory(by=SYSTEM, at=since, partnership=project, municipalities=towns)
