"""The cast: the same few people in every test, built with as little as a test needs.

Plain functions that write records directly; a test that wants the story of a family calls the
actions. All people are invented.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from kring.foundation.accounts.models import Account
from kring.foundation.journal.actor import Actor, ActorKind
from kring.foundation.journal.chaining import CHAINS
from kring.foundation.journal.models import ChainHead
from kring.registry.network.models import (
    Desk,
    DeskArea,
    Duty,
    Organisation,
    Partnership,
    PartnershipArea,
    PartnershipMember,
    RoleType,
    Worker,
    WorkerRole,
)
from kring.registry.people.models import Family, FamilyMembership, Person
from kring.registry.places.models import Municipality, Province

LONG_AGO = datetime(2025, 1, 6, 8, 0, tzinfo=UTC)
MONDAY = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
PASSWORD = "vier-natte-laarzen"


def geel() -> Municipality:
    """The municipality of Geel, from the reference data where that is loaded."""
    antwerp, _ = Province.objects.get_or_create(nis="10000", defaults={"name": {"nl": "Antwerpen"}})
    found, _ = Municipality.objects.get_or_create(
        nis="13008",
        defaults={
            "name_nl": "Geel",
            "name_fr": "Geel",
            "search_nl": "geel",
            "search_fr": "geel",
            "province": antwerp,
            "region_nis": "02000",
        },
    )
    return found


def organisation(name: str, sector: str = "other") -> Organisation:
    """An organisation by name, made once."""
    found, _ = Organisation.objects.get_or_create(
        name=name, defaults={"search_name": name.lower(), "sector": sector, "invented": True}
    )
    return found


def partnership(name: str, kind: str, lead: Organisation) -> Partnership:
    """A partnership with Geel in its territory and ``lead`` at its head, made once."""
    found, new = Partnership.objects.get_or_create(
        name=name, defaults={"search_name": name.lower(), "kind": kind}
    )
    if new:
        PartnershipArea.objects.create(partnership=found, municipality=geel(), starts_at=LONG_AGO)
        PartnershipMember.objects.create(
            partnership=found, organisation=lead, role="lead", starts_at=LONG_AGO
        )
    return found


def desk(
    name: str, kind: str, run_by: Organisation, region: Partnership, *, public: bool = False
) -> Desk:
    """A desk that serves Geel, made once."""
    found, new = Desk.objects.get_or_create(
        name=name,
        defaults={"kind": kind, "organisation": run_by, "region": region, "first_for_public": public},
    )
    if new:
        DeskArea.objects.create(desk=found, municipality=geel(), starts_at=LONG_AGO)
    return found


def worker(name: str, on: Desk, role: str = "coach") -> Worker:
    """A worker with an account, a role with the organisation of the desk, and duty on it."""
    email = f"{name.lower().replace(' ', '.')}@example.org"
    if found := Worker.objects.filter(email=email).first():
        return found
    account = Account.objects.create_user(email, PASSWORD, name=name, created_at=LONG_AGO)
    found = Worker.objects.create(account=account, name=name, email=email)
    kind, _ = RoleType.objects.get_or_create(code=role, defaults={"name": {"nl": role}})
    WorkerRole.objects.create(
        worker=found,
        organisation=on.organisation,
        partnership=on.region,
        role=kind,
        starts_at=LONG_AGO,
    )
    Duty.objects.create(desk=on, worker=found, starts_at=LONG_AGO)
    return found


def acting(who: Worker) -> Actor:
    """The worker as the one who acts, for the organisation they work for."""
    works_for = WorkerRole.objects.filter(worker=who).order_by("id")[0].organisation
    return Actor(ActorKind.WORKER, who.key, who.name, works_for.key, works_for.name)


def open_journal() -> None:
    """The journal was written in before, so that a first entry costs no more than the next."""
    ChainHead.objects.bulk_create(
        [ChainHead(chain=number) for number in range(max(CHAINS.values()))], ignore_conflicts=True
    )


@dataclass(frozen=True)
class Network:
    """Trefplaats Jeugdhulp Kempen, the House of the Child in Geel, and an outsider."""

    region: Partnership
    team: Desk
    counter: Desk
    outside: Desk
    lotte: Worker
    nele: Worker
    bram: Worker


def kempen() -> Network:
    """Lotte Claes of the Trefplaats, Nele Wouters of the House, Bram De Smet at the CAW."""
    open_journal()
    caw = organisation("CAW De Kempen", "caw")
    house = organisation("Huis van het Kind Geel", "hvhk")
    region = partnership("Trefplaats Jeugdhulp Kempen", "1g1p", caw)
    team = desk("Trefplaats Jeugdhulp Kempen", "intake", organisation("Cirkant"), region)
    counter = desk("Huis van het Kind Geel", "counter", house, region, public=True)
    outside = desk("Onthaal CAW De Kempen", "service", caw, region)
    return Network(
        region=region,
        team=team,
        counter=counter,
        outside=outside,
        lotte=worker("Lotte Claes", team),
        nele=worker("Nele Wouters", counter, "counter"),
        bram=worker("Bram De Smet", outside),
    )


@dataclass(frozen=True)
class PeetersElAmrani:
    """The family Peeters – El Amrani."""

    family: Family
    sofia: Person
    younes: Person
    noor: Person


def person(given: str, last: str, born: date | None = None) -> Person:
    """A person living in Geel."""
    return Person.objects.create(
        given_name=given,
        family_name=last,
        search_name=f"{given} {last}".lower(),
        birth_date=born,
        municipality=geel(),
        created_at=LONG_AGO,
    )


def peeters_el_amrani() -> PeetersElAmrani:
    """Sofia El Amrani with her children Younes (14) and Noor (6)."""
    family = Family.objects.create(
        name="Peeters – El Amrani", search_name="peeters el amrani", created_at=LONG_AGO
    )
    sofia = person("Sofia", "El Amrani", date(1988, 3, 14))
    younes = person("Younes", "Peeters", date(2012, 5, 2))
    noor = person("Noor", "Peeters", date(2020, 9, 21))
    roles = [(sofia, "parent"), (younes, "child"), (noor, "child")]
    FamilyMembership.objects.bulk_create(
        FamilyMembership(family=family, person=who, role=role, starts_at=LONG_AGO) for who, role in roles
    )
    return PeetersElAmrani(family, sofia, younes, noor)
