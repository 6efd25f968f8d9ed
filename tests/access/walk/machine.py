"""The random walk: one deed a step, and at the very next moment who reads what is asked again.

After each step a reader it touched is asked, after each second step another in turn, and at the end
of a walk a few more.
"""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from hypothesis.stateful import RuleBasedStateMachine, invariant

from kring.registry.people.models import Family, Person
from kring.trust.access.items import readable_items
from kring.trust.access.models import Item
from kring.trust.access.queries import (
    families_by_id,
    families_visible_to,
    persons_by_id,
    persons_visible_to,
    reader_for,
)
from tests.access.walk.facts import WORKERS
from tests.access.walk.rule import Rule
from tests.access.walk.world import World

A_MINUTE = timedelta(minutes=1)
ASKED_AT_THE_END = 3


class Walk(RuleBasedStateMachine):
    """Keeps the world of one walk in a savepoint, and asks both the product and the oracle."""

    steps_done, turn = 0, 0

    def __init__(self) -> None:
        super().__init__()
        self.undone = transaction.atomic()
        self.undone.__enter__()
        self.world = World.again()
        self.facts = self.world.facts
        self.rule = Rule(self.facts)
        self.everybody = [*WORKERS, *self.facts.persons]
        self.touched: list[str] = []
        self.wrong = False

    def moves(self, *touched: str, by: timedelta = A_MINUTE) -> None:
        """A deed begins a moment later than the last; these readers are asked after it."""
        self.facts.at += by
        self.touched = [name for name in touched if name in self.everybody]
        type(self).steps_done += 1

    @invariant()
    def nobody_reads_more_or_less(self) -> None:
        asked = self.touched[:1]
        if not asked or type(self).steps_done % 2:
            asked += self.next_ones(1)
        self.touched = []
        for name in dict.fromkeys(asked):
            self.ask(name, by_id=True)

    def next_ones(self, count: int) -> list[str]:
        """The next readers in turn, over all walks of a run."""
        cls = type(self)
        cls.turn += count
        return [self.everybody[(cls.turn + n) % len(self.everybody)] for n in range(count)]

    def ask(self, name: str, *, by_id: bool) -> None:
        """Hold what the product shows a reader against what the rule says."""
        found = self.shown(name, by_id=by_id)
        expected = self.expected(name)
        self.wrong = found != expected
        assert found == expected, f"{name} at {self.facts.at:%d %b %H:%M}: {found} is not {expected}"

    def expected(self, name: str) -> dict[str, set[Any]]:
        """Items, families and persons by the rule."""
        at_work = name in WORKERS
        reads = self.rule.worker_reads if at_work else self.rule.person_reads
        return {
            "items": {key for key, told in self.facts.items.items() if reads(name, told)},
            "families": self.rule.families(name) if at_work else set(),
            "persons": self.rule.persons(name) if at_work else set(),
        }

    def shown(self, name: str, *, by_id: bool) -> dict[str, set[Any]]:
        """Items, families and persons as a page of this reader would get them now."""
        at: datetime = self.facts.at
        reader = reader_for(self.world.account[name], at)
        items = readable_items(reader, Item.objects.filter(pk__in=self.facts.items), at)
        families, persons = self.world.names(Family), self.world.names(Person)
        if by_id:
            seen = families_by_id(reader, families, at), persons_by_id(reader, persons, at)
        else:
            seen = (
                families_visible_to(reader, at).in_bulk(list(families)),
                persons_visible_to(reader, at).in_bulk(list(persons)),
            )
        return {
            "items": set(items),
            "families": {families[key] for key in seen[0]},
            "persons": {persons[key] for key in seen[1]},
        }

    def teardown(self) -> None:
        try:
            if not self.wrong:
                for name in self.next_ones(ASKED_AT_THE_END):
                    self.ask(name, by_id=False)
        finally:
            transaction.set_rollback(True)
            self.undone.__exit__(None, None, None)
