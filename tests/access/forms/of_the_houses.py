"""Forms with which a House of the Child is kept."""

from functools import partial
from typing import Any

from kring.foundation.journal.actor import SYSTEM
from kring.offer.houses.actions import add_pillar_partner
from tests.access.forms.sending import FORMS, Sent, sends
from tests.access.houses import nickname_of
from tests.access.world import World
from tests.cast import MONDAY


def _sent(world: World, part: str, **body: Any) -> Sent:
    parts = {"key": world.house.key, "part": part}
    return Sent(world.accounts["coordinator"], parts, body)


@sends("house:keep_part partner")
def one_more_partner(world: World) -> Sent:
    caw = world.network.outside.organisation.key
    return _sent(world, "partner", organisation=caw, pillar="parenting")


@sends("house:leave_out")
def one_less_partner(world: World) -> Sent:
    caw = world.network.outside.organisation
    carried = add_pillar_partner(
        house=world.house, organisation=caw, pillar="meeting", by=SYSTEM, at=MONDAY
    )
    sent = _sent(world, "partner")
    return Sent(sent.by, sent.parts | {"which": carried.key}, {})


@sends("house:new")
def one_more_house(world: World) -> Sent:
    lead = world.network.counter.organisation.key
    body = {"name": "Huis van het Kind Tweede", "lead": lead, "municipalities": "Geel"}
    return Sent(world.accounts["coordinator"], {}, body)


PARTS: dict[str, dict[str, Any]] = {
    "woorden": {"version": 1, "words_nl": "Welkom.", "phone": "014 00 00 00"},
    "voorwaarde": {"condition": "needs", "standing": "met"},
    "sluiten": {"last_day": "2027-12-31"},
    "erkenning": {"title": "Huis van het Kind", "starts_on": "2026-01-01"},
}
FORMS |= {f"house:keep_part {part}": partial(_sent, part=part, **body) for part, body in PARTS.items()}


def _by_nele(world: World, parts: dict[str, Any], **body: Any) -> Sent:
    return Sent(world.accounts["on_duty"], parts, body)


@sends("house:count")
def somebody_came_by(world: World) -> Sent:
    visit = {"pillar": "meeting", "kind": "activity", "age_band": "0_2"}
    return _by_nele(world, {"key": world.house.key}, **visit)


@sends("house:met")
def somebody_new(world: World) -> Sent:
    team = world.network.counter.key
    submission = "00000000-0000-4000-8000-000000000009"
    met = {"nickname": "Ster", "where": "overkop", "desk": team, "submission": submission}
    return _by_nele(world, {}, **met)


@sends("house:again")
def seen_again(world: World) -> Sent:
    return _by_nele(world, {"key": nickname_of(world.house).key}, where="street")


@sends("house:forget")
def wiped(world: World) -> Sent:
    return _by_nele(world, {"key": nickname_of(world.house).key})
