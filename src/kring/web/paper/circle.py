"""Who stands on the circle of a paper: only who is named in what its reader may read."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from kring.foundation.records.local_text import choice_words
from kring.registry.people.models import Person
from kring.support.circles.models import Nature, Ring, Strength, Tie
from kring.support.plans.models import Action, TeamMember
from kring.support.plans.queries import FrozenPage, FrozenTie, PlanPage

MOST_DRAWN = 14
"""More people on one ring do not fit; the list beside it holds everybody."""
LONGEST_LABEL = 11
FAMILY, OWN, HELPERS = range(3)


@dataclass(frozen=True, slots=True)
class Stood:
    """What is said of somebody on the circle, and how the line to the family is drawn.

    ``strength`` and ``nature`` are codes of a tie; ``far``: further away than the other own people.
    """

    role: str = ""
    strength: str = ""
    nature: str = ""
    far: bool = False


class Circle:
    """The three rings while they are filled; everybody stands on the innermost one they are met on."""

    def __init__(self) -> None:
        self.rings: tuple[dict[str, Stood], ...] = ({}, {}, {})
        self._known: set[str] = set()

    def put(self, ring: int, name: str, stood: Stood | None = None) -> None:
        """Place a name, once."""
        if name and name.casefold() not in self._known:
            self._known.add(name.casefold())
            self.rings[ring][name] = stood or Stood()

    def drawn(self) -> list[dict[str, Any]]:
        """The rings with their headings; nothing where they are all empty."""
        titles = (_("Het gezin"), _("Eigen mensen"), _("Hulp"))
        if not any(self.rings):
            return []
        return [
            {"title": title, "people": [_someone(name, one) for name, one in people.items()]}
            for title, people in zip(titles, self.rings, strict=True)
        ]


def rings_then(person: Person, page: FrozenPage) -> list[dict[str, Any]]:
    """The same of a plan as it stood: who was named in what this reader may read of it."""
    circle = Circle()
    for name in (person.name, *page.about):
        circle.put(FAMILY, name)
    for tie in page.ties:
        circle.put(OWN, tie.name, _tied(tie))
    for one in (*page.given, *(action for goal in page.goals for action in goal.actions)):
        circle.put(HELPERS if one.helps else OWN, one.doer)
    return circle.drawn()


def rings_of(person: Person, pages: list[PlanPage], ties: Iterable[Tie]) -> list[dict[str, Any]]:
    """Family, own people and helpers, as far as this plan and circle name them to this reader."""
    circle = Circle()
    circle.put(FAMILY, person.name)
    for page in pages:
        actions = [*page.given, *(one for goal in page.goals for one in goal.actions)]
        items = [told.item for told in page.goals] + [told.item for told in actions]
        for item in items:
            for row in item.subjects.all():
                circle.put(FAMILY, "" if row.aside else row.person.name)
    for tie in ties:
        circle.put(OWN, tie.name, _tied(tie))
    for page in pages:
        actions = [*page.given, *(one for goal in page.goals for one in goal.actions)]
        for member in page.team:
            _put_member(circle, member)
        for told in actions:
            _put_doer(circle, told.action)
    return circle.drawn()


def _tied(tie: Tie | FrozenTie) -> Stood:
    said = [tie.bond, choice_words(Strength, tie.strength), choice_words(Nature, tie.nature)]
    words = ", ".join(part for part in said if part)
    return Stood(words, tie.strength, tie.nature, tie.ring == Ring.FAR)


def _put_member(circle: Circle, member: TeamMember) -> None:
    if member.ends_at is not None:
        return
    if member.worker is not None:
        does = _("vaste begeleider") if member.anchor else member.does
        circle.put(HELPERS, member.worker.name, Stood(does))
    elif member.person is not None:
        circle.put(OWN, member.person.name, Stood(member.does))


def _put_doer(circle: Circle, action: Action) -> None:
    if action.doer_person is not None:
        circle.put(OWN, action.doer_person.name)
    elif action.doer_worker is not None or action.doer_organisation is not None:
        who = action.doer_worker or action.doer_organisation
        circle.put(HELPERS, who.name if who is not None else "")
    else:
        circle.put(OWN, action.doer_words)


def _someone(name: str, one: Stood) -> dict[str, Any]:
    return {
        "name": name,
        "label": _label(name),
        "role": one.role,
        "strength": one.strength,
        "nature": one.nature,
        "far": one.far,
    }


def _label(name: str) -> str:
    """A first name, or as much of it as fits; of "oma Rita" the name and not the word before it."""
    words = name.split()
    first = words[1 if len(words) > 1 and words[0].islower() else 0] if words else ""
    return first if len(first) <= LONGEST_LABEL else first[: LONGEST_LABEL - 1] + "…"
