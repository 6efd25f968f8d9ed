"""Who hears that something waits while a helper is away: somebody who may, or a desk of theirs."""

from dataclasses import dataclass
from datetime import datetime

from kring.registry.network.models import Desk, Worker
from kring.registry.network.standing_in import Away, away, desks_instead
from kring.registry.people.models import Person
from kring.trust.access.queries import persons_visible_to, reader_for
from kring.trust.access.standing import standing_of


@dataclass(frozen=True, slots=True)
class Instead:
    """Who hears it: ``colleague`` stands in for the helper in their own organisation.

    ``keeper`` was named from another one and keeps this person too, so reads what they write by the
    one table anyhow. Where there is neither, the ``desks`` of the organisation of the helper hear it.
    """

    gone: Away
    colleague: Worker | None = None
    keeper: Worker | None = None
    desks: tuple[Desk, ...] = ()

    @property
    def until(self) -> datetime | None:
        """When the helper is back, if that is known."""
        return self.gone.until

    @property
    def worker(self) -> Worker | None:
        """The one human who hears it."""
        return self.colleague or self.keeper


def instead_of(helper: Worker, person: Person, at: datetime) -> Instead | None:
    """Who hears that this person waits for a helper; None while that helper is there."""
    gone = away(helper, at)
    if gone is None:
        return None
    if gone.deputy is not None:
        return Instead(gone, colleague=gone.deputy)
    if gone.elsewhere is not None and keeps(gone.elsewhere, person, at):
        return Instead(gone, keeper=gone.elsewhere)
    return Instead(gone, desks=tuple(desks_instead(helper, at)))


def keeps(worker: Worker, person: Person, at: datetime) -> bool:
    """Whether a worker reads what this person and a helper write to each other, by the one table.

    Nobody reads that of their own people.
    """
    if worker.account is None:
        return False
    reader = reader_for(worker.account, at)
    if not persons_visible_to(reader, at).filter(pk=person.pk).exists():
        return False
    return person.pk in standing_of(reader, [person], at).keeps
