"""The one list of floors and rooms, highest first.

Settings, contracts, documentation and tests all read it, so a room that is not placed here
does not exist. Where a floor stands and why is told in ``docs/explanation/house.md``.
"""

FLOORS: dict[str, tuple[str, ...]] = {
    "tools": ("demo", "bench", "check"),
    "web": (
        "chances",
        "guard",
        "court",
        "plan",
        "together",
        "portal",
        "mine",
        "talk",
        "desk",
        "family_file",
        "partners",
        "house",
        "finding",
        "offering",
        "paper",
        "carry",
        "upkeep",
        "shell",
    ),
    "exchange": ("hsds", "calendars", "sheets"),
    "support": (
        "deployments",
        "meetings",
        "signatures",
        "plans",
        "requests",
        "notes",
        "documents",
        "messages",
        "circles",
        "unmet",
        "thresholds",
    ),
    "offer": ("houses", "saved", "directory"),
    "trust": ("legal", "access", "consent"),
    "registry": ("network", "people", "places"),
    "foundation": (
        "retention",
        "rotation",
        "outbox",
        "accounts",
        "deadlines",
        "workflow",
        "journal",
        "files",
        "classes",
        "ui",
        "keys",
        "records",
    ),
}


def room_modules() -> list[str]:
    """Dotted names of every room, highest floor first."""
    return [f"kring.{floor}.{room}" for floor, rooms in FLOORS.items() for room in rooms]
