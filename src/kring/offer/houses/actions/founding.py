"""A House opens, with who leads it and where, and closes on a day."""

from collections.abc import Collection
from datetime import date, datetime, timedelta

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, record
from kring.offer.houses.actions.keeping import about, open_house
from kring.offer.houses.models import House
from kring.offer.houses.rules import check_closes_later
from kring.registry.network.actions import (
    add_partner,
    add_to_territory,
    close_partnership,
    open_partnership,
)
from kring.registry.network.models import Organisation, PartnershipKind, PartnershipMember
from kring.registry.places.models import Municipality


@action
def found_house(
    *,
    name: str,
    lead: Organisation,
    municipalities: Collection[Municipality],
    by: Actor,
    at: datetime,
) -> House:
    """A new partnership of this kind with its page: who leads it, for families of where.

    Raises ValidationError.
    """
    opened = open_partnership(name=name, kind=PartnershipKind.HOUSE_OF_THE_CHILD, by=by, at=at)
    head = PartnershipMember.Role.LEAD
    add_partner(partnership=opened, organisation=lead, role=head, by=by, at=at)
    add_to_territory(partnership=opened, municipalities=municipalities, by=by, at=at)
    return open_house(partnership=opened, by=by, at=at)


@action
def close_house(*, house: House, last_day: date, by: Actor, at: datetime) -> None:
    """The House is there up to and with this day; what it did stays to be read.

    Raises ValidationError for a day that is over, StaleRecord when another save came first.
    """
    check_closes_later(last_day, at)
    after = last_day + timedelta(days=1)
    close_partnership(partnership=house.partnership, ends_on=after, by=by, at=at)
    record(by=by, at=at, did="house.closed", about=about(house), last_day=last_day.isoformat())
