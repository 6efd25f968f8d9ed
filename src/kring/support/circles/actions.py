"""Drawing the circle: somebody more, somebody otherwise, somebody no longer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from kring.foundation.classes.facts import DataClass
from kring.foundation.journal.actor import Actor
from kring.foundation.journal.chain import Subject
from kring.foundation.journal.recording import action, nothing_changed, record
from kring.registry.network.models import Organisation, Worker
from kring.registry.people.models import Family, Person
from kring.support.circles.models import Tie
from kring.support.circles.rules import check_tie
from kring.trust.access.items import class_item
from kring.trust.access.models import ToldBy

TIE_KIND = "tie"


@dataclass(frozen=True, slots=True)
class TieFacts:
    """Who somebody is to the family: the name they use, the bond in words, and three codes."""

    name: str
    bond: str
    ring: str
    strength: str
    nature: str

    def values(self) -> dict[str, str]:
        """As the record keeps them."""
        return {
            "name": self.name.strip(),
            "bond": self.bond.strip(),
            "ring": self.ring,
            "strength": self.strength,
            "nature": self.nature,
        }


@action
def add_tie(
    *,
    family: Family,
    about: Sequence[Person],
    facts: TieFacts,
    author: Worker | None,
    owner: Organisation | None,
    by: Actor,
    at: datetime,
    key: UUID | None = None,
) -> Tie:
    """Put somebody of the own network into the circle; the same key twice is one tie.

    The family itself told it, whoever writes it down. Raises ValidationError.
    """
    known = Tie.objects.filter(key=key, family=family).first() if key else None
    if known is not None:
        nothing_changed()
        return known
    check_tie(facts.name, about)
    item = class_item(
        kind=TIE_KIND,
        about=about,
        data_class=DataClass.OPEN,
        told_by=ToldBy.SELF,
        domain="cohesion",
        owner=owner,
        author=author,
        at=at,
    )
    made = Tie.objects.create(
        key=key or uuid4(), family=family, item=item, starts_at=at, **facts.values()
    )
    record(by=by, at=at, did="tie.added", about=_subjects(made))
    return made


@action
def change_tie(*, tie: Tie, version: int, facts: TieFacts, by: Actor, at: datetime) -> Tie:
    """Somebody stands elsewhere or means something else now; the circle shows how it is now.

    Raises StaleRecord when another save came first.
    """
    people = [row.person for row in tie.item.subjects.select_related("person").order_by("pk")]
    check_tie(facts.name, people)
    tie.save_from(version, **facts.values())
    record(by=by, at=at, did="tie.changed", about=_subjects(tie))
    return tie


@action
def end_tie(*, tie: Tie, by: Actor, at: datetime) -> None:
    """Somebody no longer belongs to the circle."""
    Tie.objects.filter(pk=tie.pk, ends_at__isnull=True).update(ends_at=at)
    record(by=by, at=at, did="tie.ended", about=_subjects(tie))


def _subjects(tie: Tie) -> list[Subject]:
    rows = tie.item.subjects.select_related("person").order_by("pk")
    return [("tie", tie.key), *(("person", row.person.key) for row in rows)]
