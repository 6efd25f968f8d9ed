"""The one helper whom somebody can always turn to."""

from dataclasses import dataclass
from datetime import datetime

from kring.registry.network.models import Organisation, Worker
from kring.registry.people.models import Person
from kring.support.messages.standing_in import Instead, instead_of
from kring.trust.access.models import Involvement
from kring.trust.access.own_part import who_sees
from kring.web.mine.receivers import organisations_of_workers

ROLES = (Involvement.Role.ANCHOR, Involvement.Role.HOLDER)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A helper with the organisation they work for; ``fixed``: the anchor person.

    ``gone`` is set while they are away, with who hears it meanwhile.
    """

    worker: Worker
    organisation: Organisation | None
    fixed: bool
    involvement: Involvement
    gone: Instead | None = None


def anchor_of(person: Person, at: datetime) -> Anchor | None:
    """The anchor person of somebody, else who holds their question; nobody else's."""
    rows = [row for row in who_sees(person, at) if row.role in ROLES and row.worker is not None]
    rows.sort(key=lambda row: (ROLES.index(Involvement.Role(row.role)), -row.starts_at.timestamp()))
    if not rows or rows[0].worker is None:
        return None
    homes = organisations_of_workers(rows[:1], at)
    fixed = rows[0].role == Involvement.Role.ANCHOR
    worker = rows[0].worker
    return Anchor(worker, homes.get(worker.pk), fixed, rows[0], instead_of(worker, person, at))
