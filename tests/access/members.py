"""The pages about one member of a family: their addresses, and forms that are right."""

from typing import Any
from uuid import UUID

from tests.access.world import World

UNKNOWN = {"key": UUID(int=7)}


def member_parts(home: dict[str, Any], adult: UUID, child: UUID) -> dict[str, dict[str, Any]]:
    """The pages about one member: what is shared, and who decides."""
    names = "member consent sharing ties reach home".split()
    of_adult = [f"family_file:{name}" for name in names]
    of_child = "family_file:ability family_file:safety".split()
    return {
        **dict.fromkeys(of_adult, home | {"person_key": adult}),
        **dict.fromkeys(of_child, home | {"person_key": child}),
        "family_file:hear": home | {"word_key": UNKNOWN["key"]},
    }


def member_bodies(world: World) -> dict[str, dict[str, Any]]:
    return {
        "family_file:add_person": {"role": "child", "given_name": "Ilyas"},
        "family_file:ties": {
            "doe": "band",
            "band-other": world.home.noor.key,
            "band-type": "broer_zus",
        },
        "family_file:reach": {"kind": "comes_back", "safe": "on"},
        "family_file:home": {"doe": "adres", "version": 1, "address": "Markt 1"},
        "family_file:draft": {"words": "Ilyas", "about": [world.home.noor.key], "kind": "shared"},
        "family_file:ability": {"able": "yes", "because": "Ze vertelt zelf wat ze wil."},
        "family_file:consent": {
            "decider": world.home.sofia.key,
            "receiver": world.network.outside.organisation.key,
            "what_for": "Samen helpen",
            "domains": ["school"],
            "asked_alone": "yes",
            "language": "nl",
            "interpreter": "none",
            "text_language": "nl",
            "outcome": "yes",
            "bevestigd": "1",
        },
        "family_file:sharing": {
            "what": "Dat Noor later komt",
            "receiver_kind": "school",
            "receiver": "De school",
            "necessary_because": "Ze dachten aan spijbelen",
            "in_the_interest_of": "Noor",
            "consent_asked": "yes",
            "legal_basis": "consent",
        },
    }
