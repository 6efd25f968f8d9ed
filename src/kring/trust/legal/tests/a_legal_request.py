"""A child of 15 with two parents, an item of every class, two officers, and a request about it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from kring.foundation.classes.facts import DataClass
from kring.foundation.journal.actor import SYSTEM
from kring.registry.network.actions import add_worker
from kring.registry.network.models import Worker
from kring.registry.people.actions import add_member, register_family, register_person
from kring.registry.people.models import FamilyMembership, Person
from kring.trust.access.items import class_item
from kring.trust.access.models import Item
from kring.trust.consent.actions import record_consent
from kring.trust.legal.actions import Asked, register_request
from kring.trust.legal.models import LegalRequest

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
DAY = date(2026, 11, 23)
WHY = "De brief vraagt alleen welke hulp er is."


@dataclass
class Scene:
    child: Person
    mother: Person
    father: Person
    first: Worker
    second: Worker
    items: dict[str, Item]

    def asks(self, requester: str = "youth_court", paper: str = "written") -> LegalRequest:
        asked = Asked(requester, "Rechter Proef", paper, "Welke hulp is er?", DAY)
        return register_request(person=self.child, asked=asked, worker=self.first, by=SYSTEM, at=AT)

    def say(self, who: Person, outcome: str = "yes") -> None:
        decided_by = None if who == self.child else who
        record_consent(
            person=self.child,
            purpose="to_court",
            outcome=outcome,
            decided_by=decided_by,
            by=SYSTEM,
            at=AT,
        )

    def everybody_agrees(self) -> None:
        for who in (self.child, self.mother, self.father):
            self.say(who)


def scene() -> Scene:
    child = _person("Lore", date(2011, 3, 1))
    mother, father = _person("Lies", date(1985, 1, 1)), _person("Dirk", date(1984, 1, 1))
    family = register_family(by=SYSTEM, at=AT, name="Proef")
    role = FamilyMembership.Role
    add_member(by=SYSTEM, at=AT, family=family, person=child, role=role.CHILD)
    for parent in (mother, father):
        add_member(by=SYSTEM, at=AT, family=family, person=parent, role=role.PARENT)
    items = {str(kind): _item([child], kind) for kind in DataClass}
    items["shared"] = _item([child, mother], DataClass.OPEN)
    first = add_worker(by=SYSTEM, at=AT, name="Officier Een")
    second = add_worker(by=SYSTEM, at=AT, name="Officier Twee")
    return Scene(child, mother, father, first, second, items)


def _person(name: str, born: date) -> Person:
    return register_person(by=SYSTEM, at=AT, given_name=name, family_name="Proef", birth_date=born)


def _item(about: list[Person], kind: DataClass) -> Item:
    return class_item(kind="test", about=about, data_class=kind, told_by="self", at=AT)
