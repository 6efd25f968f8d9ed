"""Pages reach persons and families through ``trust.access`` alone, where a read is noted.

A page that asked a manager of these models itself would show people nobody wrote down as seen.
"""

import ast
from pathlib import Path

WEB = Path(__file__).parents[2] / "src/kring/web"
GUARDED = {"Person", "Family", "FamilyMembership", "ContactChannel", "Relation", "Involvement"}
REVERSE = {"memberships", "channels", "relations_from", "relations_to", "involvements"}
ASKS = {"all", "filter", "exclude", "get", "first", "order_by", "values", "count", "exists"}
PEOPLE = "kring.registry.people.queries"
READS = {
    "Identifiers": "what is typed for the already-known check; it reads nothing",
    "address_of": "the street of a person at hand, where the page shows it",
    "channels_of": "the ways to reach a person at hand",
    "age_on": "arithmetic on a date",
    "safe_channel": "the safe way to reach a person at hand",
    "months_on": "whole months of an age",
    "safe_channels": "the same for several persons at hand",
    "members_of": "the ties of a family at hand, whose persons come from trust.access",
}
"""What a page may take from the room of people, and why."""


ALLOWED = {
    "upkeep/queries.py Family.objects": "a hold names a file by its key; nothing of it is read or shown",
    "upkeep/queries.py Person.objects": "the same",
}


def _sources() -> list[Path]:
    return [path for path in sorted(WEB.rglob("*.py")) if not {"tests", "migrations"} & set(path.parts)]


def _reaches(tree: ast.AST) -> list[tuple[int, str]]:
    found = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Attribute):
            continue
        name = getattr(node.value, "id", getattr(node.value, "attr", ""))
        through = isinstance(node.value, ast.Attribute) and name in REVERSE and node.attr in ASKS
        if through or (name in GUARDED and node.attr in ("objects", "_default_manager")):
            found.append((node.lineno, f"{name}.{node.attr}"))
    return found


def _empties(tree: ast.AST) -> set[int]:
    """Lines where only an empty set is made, as the place-holder of a form field."""
    calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return {call.lineno for call in calls if isinstance(call, ast.Attribute) and call.attr == "none"}


def test_no_page_asks_a_manager_of_people() -> None:
    faults = []
    for path in _sources():
        tree = ast.parse(path.read_text())
        empty = _empties(tree)
        found = [(line, what) for line, what in _reaches(tree) if line not in empty]
        name = path.relative_to(WEB)
        faults += [f"{name}:{line} {what}" for line, what in found if f"{name} {what}" not in ALLOWED]
    assert faults == []


def test_no_page_takes_more_reads_of_people_than_listed() -> None:
    faults = []
    for path in _sources():
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.ImportFrom) and node.module == PEOPLE:
                names = {alias.name for alias in node.names} - set(READS)
                faults += [f"{path.relative_to(WEB)}: {name}" for name in sorted(names)]
    assert faults == []


def test_the_search_for_reaches_finds_them() -> None:
    tree = ast.parse("Person.objects.filter(pk=1)\nmodels.Family.objects\nfamily.memberships.all()")
    assert [what for _line, what in _reaches(tree)] != []
    assert len(_reaches(tree)) == 3
