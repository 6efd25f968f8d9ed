"""The House of the Child of the access tests, and the addresses about it."""

from typing import Any
from uuid import UUID

from kring.foundation.journal.actor import SYSTEM
from kring.offer.houses.actions import meet, open_house
from kring.offer.houses.models import House, Nickname
from tests.cast import MONDAY, Network, partnership


def house_of(network: Network) -> House:
    """The House of Geel, led by the organisation of the counter."""
    lead = network.counter.organisation
    found = partnership("Huis van het Kind Geel", "hvhk", lead)
    met = {"nickname": "Zoef", "where": "street", "worker": network.nele}
    meet(desk=network.counter, by=SYSTEM, at=MONDAY, **met)
    return open_house(partnership=found, by=SYSTEM, at=MONDAY)


def nickname_of(house: House) -> Nickname:
    """Somebody the team of the counter met."""
    led = {"desk__organisation__partnerships__partnership": house.partnership}
    return Nickname.objects.filter(**led).order_by("pk")[0]


def house_parts(house: House) -> dict[str, dict[str, Any]]:
    """The House, and one of its parts."""
    key, met = {"key": house.key}, {"key": nickname_of(house).key}
    return {
        **dict.fromkeys([f"house:{name}" for name in "house keep reach count".split()], key),
        **dict.fromkeys([f"house:{name}" for name in "card again forget".split()], met),
        "house:keep_part": key | {"part": "partner"},
        "house:leave_out": key | {"part": "partner", "which": UUID(int=7)},
    }
