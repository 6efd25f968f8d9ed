"""A field that the form does not offer changes nothing, whatever its name and value.

Each route that takes POST gets its valid form, as a reader who may send it, with beside it the name
of every field of every model. The rows afterwards are those of the same form alone. Routes that
have no valid form in these tests stand in ``unposted.csv`` with the reason.
"""

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
import time_machine
from django.db.models import Field
from django.forms import BaseForm

from tests.access.asking import Call, browser, call_of, send, signed_in, undone
from tests.access.rows import all_rows, differing, kept_models, known_rows
from tests.access.test_every_route_and_every_person import OWN
from tests.access.test_every_route_and_every_reader import ROWS, room_of
from tests.access.twins import fixed_chance
from tests.access.world import NOW, READERS, World, build

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
DONE = ("302", "200")
UNPOSTED = {
    row["route"]: row["why"]
    for row in csv.DictReader((Path(__file__).parent / "unposted.csv").read_text().splitlines())
}
POSTS = {
    row["route"]
    for row in ROWS
    if row["verb"] == "POST" and {row[reader] for reader in READERS} - {"405", "login"}
}
OTHERS = "role grants roles is_staff is_superuser is_active permissions worker by at next pk".split()
CHAINED = "journal.JournalEntry.chain journal.JournalEntry.sequence journal.JournalEntry.previous_mac"
HEADS = "journal.ChainHead.chain journal.ChainHead.sequence journal.ChainHead.mac"
CHANCE = {"journal.JournalEntry.mac", *CHAINED.split(), *HEADS.split()}
"""Where in the journal a deed is chained: a throw of the dice, another one in each telling."""


@pytest.fixture
def world() -> World:
    with time_machine.travel(NOW, tick=False):
        yield build()


def permitted(route: str) -> str | None:
    """Somebody who may send this form: who is sent on afterwards, else who reads an answer."""
    rows = [row for row in (*OWN, *ROWS) if row["route"] == route and row["verb"] == "POST"]
    for wanted in DONE:
        for row in rows:
            for reader, found in reversed(row.items()):
                if found == wanted:
                    return reader
    return None


@contextmanager
def offered() -> Iterator[tuple[set[str], set[str]]]:
    """The names that the forms of a request offer, and the prefixes of their names."""
    names, prefixes, clean = set(), {""}, BaseForm.full_clean

    def noting(form: BaseForm) -> None:
        names.update(form.add_prefix(name) for name in form.fields)
        if form.prefix:
            prefixes.add(f"{form.prefix}-")
        clean(form)

    with patch.object(BaseForm, "full_clean", noting):
        yield names, prefixes


def value_for(field: "Field[Any, Any]") -> str:
    """Something this field could hold, other than what stands there by itself."""
    if field.is_relation:
        last = field.related_model._default_manager.order_by("-pk").first()
        return str(last.pk) if last is not None else "1"
    if field.choices:
        return str(list(field.choices)[-1][0])
    kind = field.get_internal_type()
    return {
        "BooleanField": "on",
        "DateField": "2031-01-01",
        "DateTimeField": "2031-01-01T00:00:00Z",
        "UUIDField": "00000000-0000-0000-0000-000000000007",
        "JSONField": '["ongevraagd"]',
    }.get(kind, "77" if "Integer" in kind or kind.endswith("AutoField") else "ongevraagd")


def unoffered(body: dict[str, Any], names: set[str], prefixes: set[str]) -> dict[str, Any]:
    """The name of every field there is, where the form has none of that name."""
    every = dict.fromkeys(OTHERS, "1")
    for model in kept_models():
        for field in model._meta.fields:
            every |= dict.fromkeys((field.name, field.attname), value_for(field))
    more = {f"{prefix}{name}": value for prefix in prefixes for name, value in every.items()}
    taken = set(body) | names
    return {name: value for name, value in more.items() if name not in taken}


def rows_after(world: World, session: str | None, call: Call) -> tuple[Any, int]:
    """The rows after this call, which is taken back, and its status."""
    known = known_rows()
    with undone(), fixed_chance():
        status = send(browser(session), "POST", call).status_code
        return all_rows(known), status


def accepted(world: World, route: str, session: str | None) -> tuple[set[str], bool]:
    """The fields that something unoffered changed, and whether the form alone wrote anything."""
    call, before = call_of(route, world), all_rows(known_rows())
    with offered() as (names, prefixes):
        plain, status = rows_after(world, session, call)
    again, _ = rows_after(world, session, call)
    extra = unoffered(call.body, names, prefixes)
    laden, other = rows_after(world, session, Call(call.url, call.body | extra))
    changed = differing(plain, laden) - differing(plain, again) - CHANCE
    if status != other:
        changed.add(f"status {other}, not {status}")
    return changed, bool(differing(before, plain))


def test_every_route_is_sent_or_says_why_not() -> None:
    assert set(UNPOSTED) <= POSTS, "these take no POST any more"
    nobody = {route for route in POSTS if permitted(route) is None}
    assert sorted(nobody - set(UNPOSTED)) == [], "give these a valid form, or a reason"


@pytest.mark.parametrize("room", sorted({room_of(route) for route in POSTS - set(UNPOSTED)}))
def test_nothing_is_taken_from_it(world: World, room: str) -> None:
    sessions, wrong = signed_in(world), {}
    for route in sorted(POSTS - set(UNPOSTED)):
        if room_of(route) != room:
            continue
        changed, wrote = accepted(world, route, sessions.get(permitted(route) or ""))
        if changed:
            wrong[route] = sorted(changed)
        if not wrote:
            wrong.setdefault(route, []).append("writes nothing")
    assert wrong == {}
