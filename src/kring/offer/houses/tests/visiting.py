"""A House to try things on: that of Geel, with a playgroup and the counter of Nele."""

from datetime import UTC, datetime

from tests.cast import Network, organisation, partnership

from kring.foundation.journal.actor import SYSTEM
from kring.offer.houses.actions import open_house
from kring.offer.houses.models import House

NOW = datetime(2026, 11, 3, 9, 0, tzinfo=UTC)
BY = {"by": SYSTEM, "at": NOW}


def house_of_geel(_network: Network | None = None) -> House:
    """The House of Geel, led by its own organisation."""
    lead = organisation("Huis van het Kind Geel", "hvhk")
    return open_house(partnership=partnership("Huis van het Kind Geel", "hvhk", lead), **BY)
