"""Steps of the walk on items: written, classed anew, handed over, taken back, opened and closed."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from kring.foundation.classes.facts import DataClass
from kring.trust.access.items import reclass_item, take_back
from kring.trust.access.models import Item
from kring.trust.access.opening import close_to, open_to
from tests.access.walk.facts import WORKERS, Told
from tests.access.walk.machine import Walk
from tests.access.walk.world import BORN, SECTORS

CLASSES = st.sampled_from([each.value for each in DataClass])
SOME = st.integers(0, 30)
PEOPLE = st.sampled_from(list(BORN))
RECEIVERS = st.sampled_from([*WORKERS, *BORN, *SECTORS])


class ItemDeeds(Walk):
    """What is written, and whom it is given to."""

    @rule(
        data_class=CLASSES,
        about=st.sets(PEOPLE, min_size=1, max_size=3),
        aside=st.sets(PEOPLE, max_size=1),
        domain=st.sampled_from(["", "school", "home", "safety"]),
        owner=st.sampled_from(["", *SECTORS]),
        author=st.sampled_from(["", *WORKERS]),
        told=st.sampled_from(["", "", "private", "alone", "between"]),
        named=st.sets(RECEIVERS, max_size=2),
    )
    def something_is_written(
        self, *, data_class, about, aside, domain, owner, author, told, named
    ) -> None:
        self.moves(author, *sorted(named))
        item = Told(
            data_class=data_class,
            about=frozenset(about),
            aside=frozenset(aside - about),
            domain=domain,
            owner=owner,
            author=author,
            private=told == "private" and author != "",
            alone=told == "alone",
            between=told == "between",
            named=dict.fromkeys(named, ""),
        )
        self.world.writes(item)

    @rule(number=SOME, data_class=CLASSES)
    def something_is_classed_anew(self, number, data_class) -> None:
        key, told = self._an_item(number)
        self.moves(told.author, *sorted(told.named))
        reclass_item(Item.objects.get(pk=key), DataClass(data_class))
        told.data_class = data_class

    @rule(number=SOME, receiver=RECEIVERS)
    def something_is_handed_over(self, number, receiver) -> None:
        key, _told = self._an_item(number)
        self.moves(receiver)
        self.world.names_on(key, receiver)

    @precondition(lambda self: any(told.named for told in self.facts.items.values()))
    @rule(number=SOME)
    def something_is_taken_back(self, number) -> None:
        given = sorted((key, name) for key, told in self.facts.items.items() for name in told.named)
        key, name = given[number % len(given)]
        self.moves(name)
        take_back(Item.objects.get(pk=key), self.world.get(name))
        del self.facts.items[key].named[name]

    @rule(number=SOME, receiver=RECEIVERS)
    def something_is_opened(self, number, receiver) -> None:
        key, told = self._an_item(number)
        self.moves(receiver)
        item, to = Item.objects.get(pk=key), self.world.get(receiver)
        if not self.rule.everybody_agrees(told, receiver):
            with pytest.raises(ValidationError):
                open_to(item, to, self.facts.at)
            return
        open_to(item, to, self.facts.at)
        self.world.is_named(key, receiver)

    @rule(person=PEOPLE, receiver=st.sampled_from([*BORN, *SECTORS]))
    def everything_about_somebody_is_closed(self, person, receiver) -> None:
        closed = {receiver, *(who for who, org in self.facts.worked_for if org == receiver)}
        self.moves(*sorted(closed))
        close_to(self.world.get(person), self.world.get(receiver))
        for told in self.facts.items.values():
            if person in told.about | told.aside and told.owner != receiver:
                told.named = {who: by for who, by in told.named.items() if who not in closed}

    def _an_item(self, number: int) -> tuple[int, Told]:
        return sorted(self.facts.items.items())[number % len(self.facts.items)]
