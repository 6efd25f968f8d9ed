"""Draws the lifecycles into the docs: ``python -m tests.architecture.lifecycles``."""

from importlib import import_module
from pathlib import Path

from kring.foundation.workflow.transitions import Lifecycle, mermaid
from tests.architecture.source import ROOT, rooms

PAGE = ROOT / "docs" / "reference" / "lifecycles.md"
HEAD = """# Lifecycles

Drawn from the transition tables in each room's `states.py` by
`python -m tests.architecture.lifecycles`; a test keeps this page fresh.
"""


def tables() -> list[tuple[str, Lifecycle]]:
    """Every lifecycle with the room it belongs to, highest floor first."""
    found = []
    for room in rooms():
        if (room.folder / "states.py").exists():
            module = import_module(f"{room.module}.states")
            found += [
                (room.name, value) for value in vars(module).values() if isinstance(value, Lifecycle)
            ]
    return found


def page() -> str:
    """The text of the page."""
    parts = [HEAD]
    for room, table in tables():
        parts.append(f"## {table.name} (`{room}`)\n\n```mermaid\n{mermaid(table)}```\n")
        parts.append(
            "| deed | from | to | who | journal | starts | stops |\n|---|---|---|---|---|---|---|"
        )
        for step in table.transitions:
            cells = [step.verb, ", ".join(step.source), step.target, step.may, step.journalled]
            cells += [", ".join(step.starts), ", ".join(step.stops)]
            parts[-1] += "\n| " + " | ".join(cells) + " |"
        parts[-1] += "\n"
    return "\n".join(parts)


def write(path: Path = PAGE) -> None:
    """Write the page."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page())


if __name__ == "__main__":
    write()
