"""A network with families and questions, large and quick to make: rows without a story.

The demo makes a few hundred families through the actions; a measurement needs a hundred thousand,
so these are written in bulk, in the shape the actions would leave them.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import uuid4

from django.db import models

from kring.foundation.accounts.models import Account
from kring.foundation.deadlines.calendar import due_at
from kring.registry.network.models import (
    Desk,
    DeskArea,
    Duty,
    Organisation,
    Partnership,
    PartnershipArea,
    RoleType,
    Worker,
    WorkerRole,
)
from kring.registry.people.models import ContactChannel, Family, FamilyMembership, Person
from kring.registry.places.models import Municipality
from kring.support.requests.actions.classing import ITEM_KIND
from kring.support.requests.models import Clock, ClockKind, Holding, Request
from kring.support.requests.rulebook import VERSION
from kring.tools.bench.report import progress
from kring.trust.access.models import Involvement, Item, ItemSubject

BATCH = 5_000
SERVICES_PER_REGION = 4
WORKERS_PER_DESK = 6
MONTH = "P1M"
GIVEN = ["Amina", "Bart", "Daan", "Elif", "Femke", "Hassan", "Ines", "Jonas", "Lien", "Mila", "Noor"]
LAST = ["Aerts", "Benali", "Claes", "Demir", "Goossens", "Haddad", "Jacobs", "Maes", "Peeters", "Yildiz"]


@dataclass(frozen=True)
class Region:
    """One region with its desks; the first is the intake desk."""

    partnership: Partnership
    desks: list[Desk]
    workers: list[Worker]
    municipality: Municipality


def keep[M: models.Model](rows: Iterator[M] | list[M]) -> list[M]:
    """Write rows in bulk, in batches."""
    rows = list(rows)
    if rows:
        type(rows[0])._default_manager.bulk_create(rows, batch_size=BATCH)
    return rows


def build_regions(names: list[str], start: datetime) -> list[Region]:
    """Regions with one intake desk and a few services each, and workers with accounts on them."""
    towns = list(Municipality.objects.filter(valid_until=None).order_by("nis")[: len(names)])
    return [_region(name, town, start) for name, town in zip(names, towns, strict=True)]


def _region(name: str, town: Municipality, start: datetime) -> Region:
    partnership = Partnership.objects.create(name=name, search_name=name.lower(), kind="1g1p")
    PartnershipArea.objects.create(partnership=partnership, municipality=town, starts_at=start)
    desks = [
        _desk(f"{name} {number}", partnership, number == 0) for number in range(SERVICES_PER_REGION)
    ]
    DeskArea.objects.create(desk=desks[0], municipality=town, starts_at=start)
    workers = [worker for desk in desks for worker in _workers(desk, start)]
    return Region(partnership, desks, workers, town)


def _desk(name: str, region: Partnership, intake: bool) -> Desk:  # noqa: FBT001
    run_by = Organisation.objects.create(
        name=name, search_name=name.lower(), sector="caw", invented=True
    )
    kind = Desk.Kind.INTAKE if intake else Desk.Kind.SERVICE
    return Desk.objects.create(name=name, kind=kind, organisation=run_by, region=region)


def _workers(desk: Desk, start: datetime) -> list[Worker]:
    grants = ["desk.work", "region.intake"] if desk.kind == Desk.Kind.INTAKE else ["desk.work"]
    role, _ = RoleType.objects.get_or_create(
        code=f"bench_{desk.kind}", defaults={"name": {"nl": "medewerker"}, "grants": grants}
    )
    found = []
    for number in range(WORKERS_PER_DESK):
        name = f"{desk.name} {number}"
        email = f"w{desk.pk}-{number}@example.org"
        account = Account.objects.create(email=email, name=name, created_at=start, password="!")  # noqa: S106
        worker = Worker.objects.create(account=account, name=name, email=email)
        WorkerRole.objects.create(
            worker=worker,
            organisation=desk.organisation,
            partnership=desk.region,
            role=role,
            starts_at=start,
        )
        Duty.objects.create(desk=desk, worker=worker, starts_at=start)
        found.append(worker)
    return found


def build_families(count: int, regions: list[Region], at: datetime, *, seed: int = 1) -> None:
    """``count`` families of three with one open question each, spread over the regions."""
    chance = random.Random(seed)  # noqa: S311 - made-up people, not secrets
    for begin in range(0, count, BATCH):
        _families(min(BATCH, count - begin), regions, at, chance)
        progress(f"{min(begin + BATCH, count):,} families")


def _families(count: int, regions: list[Region], at: datetime, chance: random.Random) -> None:
    lasts = [f"{chance.choice(LAST)}{chance.randrange(10_000)}" for _ in range(count)]
    families = keep([Family(name=n, search_name=n.lower(), created_at=at) for n in lasts])
    towns = [chance.choice(regions) for _ in range(count)]
    parents = keep([_person(n, 35, r, at, chance) for n, r in zip(lasts, towns, strict=True)])
    children = keep(
        [_person(n, 8, r, at, chance) for n, r in zip(lasts, towns, strict=True) for _ in (0, 1)]
    )
    keep([ContactChannel(person=p, kind="phone", value="+32470000000", safe=True) for p in parents])
    keep([_member(f, p, "parent", at) for f, p in zip(families, parents, strict=True)])
    keep([_member(families[i // 2], child, "child", at) for i, child in enumerate(children)])
    asked = [
        _question(region, at - timedelta(minutes=chance.randrange(60 * 24 * 40)), chance, family, parent)
        for region, family, parent in zip(towns, families, parents, strict=True)
    ]
    keep_questions(asked)


def _person(last: str, age: int, region: Region, at: datetime, chance: random.Random) -> Person:
    given = chance.choice(GIVEN)
    return Person(
        given_name=given,
        family_name=last,
        search_name=f"{given} {last}".lower(),
        birth_date=date(at.year - age, chance.randrange(1, 13), chance.randrange(1, 28)),
        municipality=region.municipality,
        created_at=at,
    )


def _member(family: Family, person: Person, role: str, at: datetime) -> FamilyMembership:
    return FamilyMembership(family=family, person=person, role=role, starts_at=at)


def _question(
    region: Region,
    asked_at: datetime,
    chance: random.Random,
    family: Family | None = None,
    asker: Person | None = None,
) -> Request:
    desk = chance.choice(region.desks)
    due = due_at(asked_at, MONTH)
    return Request(
        code_hash=uuid4().hex + uuid4().hex,
        door="web",
        asker_kind="family",
        desk=desk,
        region=region.partnership,
        owner_id=desk.organisation_id,
        family=family,
        asker=asker,
        municipality=region.municipality,
        words="De ochtenden lopen elke dag uit op ruzie en dan komen we te laat op school.",
        asked_at=asked_at,
        answer_due_at=due,
        next_due_at=due,
    )


def keep_questions(asked: list[Request]) -> None:
    """Write open questions with what belongs to them: an item, clocks, a holding, who may see them."""
    known = [request for request in asked if request.asker_id is not None]
    for request, item in zip(known, keep([_item(request) for request in known]), strict=True):
        request.item = item
    keep([ItemSubject(item=r.item, person=r.asker) for r in known if r.item and r.asker])
    keep(asked)
    keep([_clock(request, kind) for request in asked for kind in ClockKind.values])
    keep([Holding(request=r, desk_id=r.desk_id, starts_at=r.asked_at) for r in asked])
    keep([_seen_by_desk(r, family=r.family_id) for r in asked if r.family_id])
    keep([_seen_by_desk(r, person=r.asker_id) for r in asked if r.asker_id])


def _item(request: Request) -> Item:
    return Item(
        kind=ITEM_KIND,
        data_class=request.data_class,
        told_by="self",
        owner_id=request.owner_id,
        made_at=request.asked_at,
    )


def _clock(request: Request, kind: str) -> Clock:
    due = request.answer_due_at if kind == ClockKind.ANSWER else None
    return Clock(request=request, kind=kind, starts_at=request.asked_at, due_at=due, rulebook=VERSION)


def _seen_by_desk(
    request: Request, *, family: int | None = None, person: int | None = None
) -> Involvement:
    return Involvement(
        family_id=family,
        person_id=person,
        desk_id=request.desk_id,
        role="holder",
        because="request",
        because_key=request.key,
        starts_at=request.asked_at,
    )
