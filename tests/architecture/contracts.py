"""The floors, the rooms and the inside of a room, as contracts for import-linter.

``.importlinter`` is written from this file (``python -m tests.architecture.contracts``) and a test
keeps it fresh. A name in brackets is a room that does not exist yet: its place is kept.
``a > b`` reads: a may import b. ``a | b``: they do not know each other. Tests of a room may look up.
"""

from pathlib import Path

from kring.rooms import room_modules

ROOT = Path(__file__).resolve().parent.parent.parent

HOUSE = (
    "command > urls | wsgi | settings > tools > web > exchange > (steering) > (pathways) > support "
    "> offer > trust > registry > foundation > rooms | error_log"
)

FLOORS = {
    "tools": "demo | bench | check",
    "web": (
        "chances > guard | court | plan | together "
        "> portal | mine | talk | desk | family_file | partners | house | offering | finding "
        "> paper | carry > upkeep > shell"
    ),
    "exchange": "hsds | (fhir) | calendars | sheets | (webhooks)",
    "steering": "(forecast) | (grants) > (indicators)",
    "pathways": "(gate) | (mandate) | (crisis) | (mediation)",
    "support": (
        "(waiting) > deployments > meetings > signatures > plans > requests "
        "> notes | documents | messages | circles | unmet | thresholds"
    ),
    "offer": "houses > (capacity) > saved > directory",
    "trust": "legal > access > consent",
    "registry": "network > people > places",
    "foundation": (
        "retention > outbox | rotation > workflow > deadlines | accounts > journal "
        "> files > classes | ui > keys | records"
    ),
}

WHY = {
    "tools": "the demo, the measurements and the proof of consistency may look at everything",
    "web": "pages join rooms; they share the shell and do not know each other",
    "support": "a question comes before a plan, a plan before meetings, help and waiting",
    "offer": "houses, free places and what somebody keeps speak of the services of the directory",
    "trust": "who may see what rests on each person's agreement",
    "registry": "organisations know persons (their workers), persons know places",
    "foundation": "what every room stands on; see docs/explanation/house.md",
}

INSIDE = "urls > views > forms > actions > queries > rules > models > states"


def contract_file() -> str:
    """The text of ``.importlinter``."""
    parts = [
        "# Written by: python -m tests.architecture.contracts. Imports go down, never up.\n"
        "# A new room fails until it is placed. Do not bend these lines to make a build pass.\n"
        "[importlinter]\nroot_package = kring\n",
        _contract("house", "The floors hold", "kring", HOUSE, exhaustive=True),
    ]
    built = {module.split(".")[1] for module in room_modules()}
    for floor, order in FLOORS.items():
        if floor in built:
            why = WHY.get(floor, "")
            name = f"The rooms of the floor {floor}: {why}"
            parts.append(_contract(floor, name, f"kring.{floor}", order, exhaustive=True))
    inside = " > ".join(f"({layer})" for layer in INSIDE.split(" > "))
    rooms = "\n    ".join(room_modules())
    parts.append(_contract("inside", "Inside a room", rooms, inside, exhaustive=False))
    return "\n".join(parts)


def _contract(code: str, name: str, containers: str, order: str, *, exhaustive: bool) -> str:
    layers = "\n    ".join(order.split(" > "))
    lines = [f"[importlinter:contract:{code}]", f"name = {name}", "type = layers"]
    lines += [f"containers =\n    {containers}", f"layers =\n    {layers}"]
    lines += ["ignore_imports =\n    kring.**.tests.* -> kring.**"]
    lines += ["unmatched_ignore_imports_alerting = none"]
    if exhaustive:
        lines.append("exhaustive = true")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    (ROOT / ".importlinter").write_text(contract_file())
