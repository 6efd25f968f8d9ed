"""What the routes of help, meetings, invitations and thresholds are asked with."""

from typing import Any
from uuid import UUID

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
        "chances:for_goal": home | {"goal_key": world.goal.key},
        "chances:for_question": {"key": world.question.key},
        "chances:threshold": {"key": world.threshold.key},
        "chances:deed": {"key": world.threshold.key, "name": "antwoord"},
        "together:invited": {"token": TOKEN},
        "together:invited_calendar": {"token": TOKEN},
    }


def together_bodies(world: World) -> dict[str, dict[str, Any]]:
    """A valid form for each of them."""
    sofia = [world.home.sofia.key]
    return {
        **_threshold_bodies(world),
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


def _threshold_bodies(world: World) -> dict[str, dict[str, Any]]:
    told = {"kind": "language", "organisation": world.network.outside.organisation.key}
    put = {"service": world.offer.key, "key": UUID(int=7)}
    return {
        "chances:log": told | {"words_sent": "Kan er een tolk bij?"},
        "chances:log_for_family": told | {"persons": [world.home.sofia.key]},
        "chances:for_goal": put,
        "chances:for_question": put | {"goal": world.goal.key},
        "chances:deed": {"antwoord-words": "Ja, vanaf januari."},
    }
