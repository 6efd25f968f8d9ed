"""With whom somebody shares one goal: who reads it now, and who could."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from kring.registry.network.models import Worker
from kring.registry.people.models import Person
from kring.support.plans.models import Goal
from kring.trust.access.items import sifted
from kring.trust.access.models import Item
from kring.trust.access.own_part import ties_to, who_may_read_along, who_sees
from kring.trust.access.queries import reader_for
from kring.trust.access.readers import Reader
from kring.trust.consent.queries import is_minor
from kring.web.mine.receivers import organisations_of_workers


@dataclass(frozen=True, slots=True)
class GoalReader:
    """Somebody who reads a goal, or could: ``named`` by who it is about, or by another ground."""

    who: Person | Worker
    note: str
    reads: bool
    named: bool

    @property
    def key(self) -> str:
        return str(self.who.key)

    @property
    def name(self) -> str:
        return self.who.name

    @property
    def may_stop(self) -> bool:
        """From a person it can always be hidden; from a helper only what was shared with them."""
        return self.reads and (self.named or isinstance(self.who, Person))


def goal_readers(goal: Goal, person: Person, at: datetime) -> list[GoalReader]:
    """The people and the helpers around this person, with whether they read the goal now."""
    named = goal.item.named.all()
    persons = {row.person_id for row in named}
    workers = {row.worker_id for row in named}
    found = [
        GoalReader(one, _("uit je eigen kring"), _reads(goal, Reader(person=one), at), one.pk in persons)
        for one in _people(person, at)
    ]
    for worker, note in _helpers(person, at):
        reads = worker.account is not None and _reads(goal, reader_for(worker.account, at), at)
        found.append(GoalReader(worker, note, reads, worker.pk in workers))
    return found


def goal_reader(goal: Goal, person: Person, key: str, at: datetime) -> GoalReader | None:
    """One of them, by key."""
    return next((one for one in goal_readers(goal, person, at) if one.key == key), None)


def _reads(goal: Goal, reader: Reader, at: datetime) -> bool:
    return bool(sifted(reader, Item.objects.filter(pk=goal.item_id), at))


def _people(person: Person, at: datetime) -> list[Person]:
    """A minor's parents and trusted persons, and everybody who is something to this person."""
    near = {row.person.pk: row.person for row in ties_to(person, at)}
    if is_minor(person, at):
        near |= {one.pk: one for one in who_may_read_along(person, at)}
    near.pop(person.pk, None)
    return sorted(near.values(), key=lambda one: (one.name, one.pk))


def _helpers(person: Person, at: datetime) -> list[tuple[Worker, str]]:
    rows = [row for row in who_sees(person, at) if row.worker is not None]
    homes = organisations_of_workers(rows, at)
    found: dict[int, tuple[Worker, str]] = {}
    for row in rows:
        if row.worker is not None:
            home = homes.get(row.worker.pk)
            found.setdefault(row.worker.pk, (row.worker, home.name if home is not None else ""))
    return sorted(found.values(), key=lambda one: one[0].name)
