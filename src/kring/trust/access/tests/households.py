"""The hard cases of the reader table as real rows: small families with their ties and judgements."""

from datetime import date, datetime, timedelta

from tests.cast import LONG_AGO, MONDAY, kempen, organisation, worker

from kring.foundation.classes.facts import DataClass
from kring.registry.network.models import Desk, Worker
from kring.registry.people.models import Family, FamilyMembership, Person, Relation
from kring.trust.access.items import class_item, facts_of
from kring.trust.access.models import Involvement, Item, ParentSafety
from kring.trust.access.readers import Reader
from kring.trust.access.standing import standing_of
from kring.trust.access.table import may_read
from kring.trust.consent.models import AbilityJudgement, Consent


def born(years: int, days: int = 0, at: datetime = MONDAY) -> date:
    """The birth date of somebody who is this old, and so many days more, at a moment."""
    day = at.date()
    return day.replace(year=day.year - years) - timedelta(days=days)


def family_of(name: str, **roles: list[Person]) -> Family:
    """A family with its members by role."""
    found = Family.objects.create(name=name, search_name=name.lower(), created_at=LONG_AGO)
    for role, people in roles.items():
        for one in people:
            FamilyMembership.objects.create(family=found, person=one, role=role, starts_at=LONG_AGO)
    return found


def tie(who: Person, to: Person, kind: str, *, authority: bool | None = None) -> None:
    """That somebody is something to another."""
    Relation.objects.create(person=who, to=to, type=kind, authority=authority, starts_at=LONG_AGO)


def judged(who: Person, by: Worker, *, able: bool) -> None:
    """That somebody judged whether a child decides."""
    AbilityJudgement.objects.create(
        person=who, able=able, because="Zo bleek uit twee gesprekken.", judged_by=by, starts_at=LONG_AGO
    )


def called_safe(child: Person, first: Person, second: Person, by: Worker) -> None:
    """That the first parent, alone, called it safe."""
    ParentSafety.objects.create(
        child=child,
        asked=first,
        parent=second,
        asked_alone=True,
        safe=True,
        asked_by=by,
        starts_at=LONG_AGO,
    )


def said_yes(who: Person, to: Person, *domains: str) -> None:
    """That somebody lets another read along."""
    Consent.objects.create(
        person=who,
        purpose="read_along",
        outcome="yes",
        reader=to,
        domains=list(domains),
        starts_at=LONG_AGO,
    )


def open_item(*about: Person, domain: str = "", data_class: DataClass = DataClass.OPEN) -> Item:
    """Something ordinary about these people, told by themselves."""
    return class_item(
        kind="note",
        about=about,
        data_class=data_class,
        told_by="self",
        domain=domain,
        at=LONG_AGO,
    )


def reads(reader: Person | Reader, item: Item, at: datetime = MONDAY) -> bool:
    """Whether this reader may see this item: the standing of real rows against the table."""
    whole = reader if isinstance(reader, Reader) else Reader(person=reader)
    people = [row.person for row in item.subjects.select_related("person").order_by("pk")]
    return may_read(standing_of(whole, people, at), facts_of(item))


def at_work(name: str, sector: str) -> tuple[Worker, Reader]:
    """A worker of an organisation of a sector, as a reader."""
    works_for = organisation(f"Dienst {sector}", sector)
    region = kempen().region
    desk, _new = Desk.objects.get_or_create(
        name=works_for.name, defaults={"kind": "service", "organisation": works_for, "region": region}
    )
    found = worker(name, desk)
    return found, Reader(worker_id=found.pk, organisation_ids=frozenset({works_for.pk}))


def takes_part(who: Worker, about: Family | Person, role: str = "team") -> None:
    """That a worker takes part in the help."""
    Involvement.objects.create(
        family=about if isinstance(about, Family) else None,
        person=about if isinstance(about, Person) else None,
        worker=who,
        role=role,
        because="request",
        starts_at=LONG_AGO,
    )


def shares_with(who: Person, reader: Reader, *domains: str, outcome: str = "yes") -> None:
    """What somebody said about sharing with the organisation of a worker."""
    Consent.objects.create(
        person=who,
        purpose="share",
        outcome=outcome,
        organisation_id=next(iter(reader.organisation_ids)),
        domains=list(domains),
        starts_at=LONG_AGO,
    )
