"""What the routes of help, meetings and invitations are asked with."""

from typing import Any

from tests.access.world import TOKEN, World


def together_parts(world: World, home: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Help, meetings and an invitation."""
    one, talk = home | {"help_key": world.help.key}, home | {"meeting_key": world.talk.key}
    return {
        **dict.fromkeys(["together:plan_help", "together:plan_meeting", "together:meetings"], home),
        "together:one_help": one,
        "together:help_deed": one | {"name": "anders"},
        **dict.fromkeys(["together:meeting", "together:calendar"], talk),
        "together:meeting_deed": talk | {"name": "punt"},
        "together:invited": {"token": TOKEN},
        "together:invited_calendar": {"token": TOKEN},
    }


def together_bodies(world: World) -> dict[str, dict[str, Any]]:
    """A valid form for each of them."""
    sofia = [world.home.sofia.key]
    return {
        "together:plan_help": {
            "what": "Kookclub",
            "persons": sofia,
            "organisation": world.network.counter.organisation.key,
            "planned_from": "2026-11-16",
        },
        "together:help_deed": {"anders-version": 1, "anders-planned_from": "2026-11-10"},
        "together:plan_meeting": {
            "kind": "conversation",
            "day": "2026-11-20",
            "starts": "10:00",
            "ends": "11:00",
            "where": "remote",
            "about": sofia,
            "persons": sofia,
        },
        "together:meeting_deed": {"punt-words": "De vakantie"},
        "together:invited": {"doe": "yes"},
    }
