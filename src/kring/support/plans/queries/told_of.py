"""Goals that somebody tells of elsewhere, in a message say: which can be chosen, and their words."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from kring.registry.people.models import Person
from kring.support.plans.models import Goal
from kring.support.plans.states import CURRENT, DROPPED, ENDED
from kring.trust.access.items import saw_items, sifted
from kring.trust.access.models import Item
from kring.trust.access.readers import Reader

GOAL = "goal"
"""What a message that tells of a goal calls it."""


def goals_known_to(readers: Iterable[Reader], person: Person, at: datetime) -> list[Goal]:
    """The running goals about this person, or in which they take part, that all of these readers see.

    Noted as read.
    """
    theirs = Q(subjects__person=person, subjects__aside=False) | Q(named__person=person)
    items = Item.objects.filter(theirs, kind=GOAL, goal__plan__state__in=CURRENT)
    items = items.exclude(goal__state__in=(ENDED, DROPPED))
    found: dict[int, Item] = {}
    for reader in readers:
        found = sifted(reader, items.distinct(), at)
        items = Item.objects.filter(pk__in=list(found))
    saw_items(found.values())
    return list(Goal.objects.filter(item__in=list(found)).order_by("position", "pk"))


def goals_by_key(reader: Reader, keys: Iterable[UUID | None], at: datetime) -> dict[UUID, Goal]:
    """Of these goals those the reader may see, also when they ended; noted as read."""
    wanted = {key for key in keys if key is not None}
    if not wanted:
        return {}
    found = sifted(reader, Item.objects.filter(kind=GOAL, goal__key__in=wanted), at)
    saw_items(found.values())
    return {goal.key: goal for goal in Goal.objects.filter(item__in=list(found)).order_by("pk")}
