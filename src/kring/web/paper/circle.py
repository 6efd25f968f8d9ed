"""Who stands on the circle of a paper: only who is named in what its reader may read."""

from typing import Any

from django.utils.translation import gettext as _

from kring.registry.people.models import Person
from kring.support.plans.models import Action, TeamMember
from kring.support.plans.queries import PlanPage

MOST_DRAWN = 14
"""More people on one ring do not fit; the list beside it holds everybody."""
LONGEST_LABEL = 11
FAMILY, OWN, HELPERS = range(3)


class Circle:
    """The three rings while they are filled; everybody stands on the innermost one they are met on."""

    def __init__(self) -> None:
        self.rings: tuple[dict[str, str], ...] = ({}, {}, {})

    def put(self, ring: int, name: str, role: str = "") -> None:
        """Place a name, once."""
        if name and not any(name in known for known in self.rings):
            self.rings[ring][name] = role

    def drawn(self) -> list[dict[str, Any]]:
        """The rings with their headings; nothing where they are all empty."""
        titles = (_("Het gezin"), _("Eigen mensen"), _("Hulp"))
        if not any(self.rings):
            return []
        return [
            {
                "title": title,
                "people": [
                    {"name": name, "label": _label(name), "role": role} for name, role in people.items()
                ],
            }
            for title, people in zip(titles, self.rings, strict=True)
        ]


def rings_of(person: Person, pages: list[PlanPage]) -> list[dict[str, Any]]:
    """Family, own people and helpers, as far as this plan names them to this reader."""
    circle = Circle()
    circle.put(FAMILY, person.name)
    for page in pages:
        actions = [*page.given, *(one for goal in page.goals for one in goal.actions)]
        items = [told.item for told in page.goals] + [told.item for told in actions]
        for item in items:
            for row in item.subjects.all():
                circle.put(FAMILY, "" if row.aside else row.person.name)
        for member in page.team:
            _put_member(circle, member)
        for told in actions:
            _put_doer(circle, told.action)
    return circle.drawn()


def _put_member(circle: Circle, member: TeamMember) -> None:
    if member.ends_at is not None:
        return
    if member.worker is not None:
        does = _("vaste begeleider") if member.anchor else member.does
        circle.put(HELPERS, member.worker.name, does)
    elif member.person is not None:
        circle.put(OWN, member.person.name, member.does)


def _put_doer(circle: Circle, action: Action) -> None:
    if action.doer_person is not None:
        circle.put(OWN, action.doer_person.name)
    elif action.doer_worker is not None or action.doer_organisation is not None:
        who = action.doer_worker or action.doer_organisation
        circle.put(HELPERS, who.name if who is not None else "")
    else:
        circle.put(OWN, action.doer_words)


def _label(name: str) -> str:
    """A first name, or as much of it as fits."""
    first = name.split(maxsplit=1)[0] if name.split() else ""
    return first if len(first) <= LONGEST_LABEL else first[: LONGEST_LABEL - 1] + "…"
