"""A field that the form does not offer changes nothing, whatever its name and value.

Each route that takes POST gets its valid form, as a reader who may send it, with beside it the name
of every field of every model. The rows afterwards are those of the same form alone. ``FORMS`` holds
the forms that need something to be there first; a route that takes none that writes stands in
``unposted.csv`` with the reason.
"""

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from itertools import batched
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from django.conf import settings
from django.db.models import Field
from django.forms import BaseForm
from django.urls import reverse

from kring.web.desk.deeds import DEEDS
from tests.access.asking import Call, browser, call_of, session_of, undone
from tests.access.forms import of_the_desk, of_the_file, of_the_guard, of_the_houses, of_the_network
from tests.access.forms.sending import FORMS, Form, Sent
from tests.access.rows import Known, Rows, all_rows, differing, kept_models, known_rows
from tests.access.test_every_route_and_every_person import OWN
from tests.access.test_every_route_and_every_reader import ROWS, room_of
from tests.access.twins import fixed_chance
from tests.access.world import READERS, World

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.above_the_database]
DONE = ("302", "200")
UNPOSTED = {
    row["route"]: row["why"]
    for row in csv.DictReader((Path(__file__).parent / "unposted.csv").read_text().splitlines())
}
WRITTEN = (of_the_desk, of_the_file, of_the_guard, of_the_houses, of_the_network)
"""Importing these fills ``FORMS``."""
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


def permitted(route: str) -> str | None:
    """Somebody who may send this form: who is sent on afterwards, else who reads an answer."""
    rows = [row for row in (*OWN, *ROWS) if row["route"] == route and row["verb"] == "POST"]
    for wanted in DONE:
        for row in rows:
            for reader, found in reversed(row.items()):
                if found == wanted:
                    return reader
    return None


ANOTHER_SEED = 7
"""The world was built with the usual one, and a key is given once."""


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


@pytest.fixture
def every(world: World) -> dict[str, str]:
    """The name of every field there is, with something it could hold."""
    found = dict.fromkeys(OTHERS, "1")
    for model in kept_models():
        for field in model._meta.fields:
            found |= dict.fromkeys((field.name, field.attname), value_for(field))
    return found


def unoffered(
    every: dict[str, str], body: dict[str, Any], names: set[str], prefixes: set[str]
) -> Iterator[dict[str, str]]:
    """Every name the form does not have, as many at once as one request may carry."""
    more = [(f"{prefix}{name}", value) for prefix in prefixes for name, value in every.items()]
    left = [(name, value) for name, value in more if name not in names and name not in body]
    most = (settings.DATA_UPLOAD_MAX_NUMBER_FIELDS or len(left)) - len(body)
    for pieces in batched(left, most, strict=False):
        yield dict(pieces)


def forms_of(route: str) -> list[Form]:
    """The forms this route takes: those written for it, else the one the other tests send."""
    known = [form for name, form in FORMS.items() if name.partition(" ")[0] == route]
    return known or [lambda world: _plain(world, route)]


def _plain(world: World, route: str) -> Sent:
    call = call_of(route, world)
    return Sent(world.accounts[permitted(route) or "visitor"], {}, call.body)


def rows_after(session: str | None, call: Call, sent: Sent, known: Known) -> tuple[Rows, int]:
    """The rows after this call, which is taken back, and its status."""
    with undone(), fixed_chance(ANOTHER_SEED):
        status = browser(session).post(call.url, call.body | sent.files()).status_code
        return all_rows(known), status


def accepted(world: World, route: str, sent: Sent, every: dict[str, str]) -> list[str]:
    """The fields that something unoffered changed, and whether the form alone wrote anything."""
    url = reverse(route, kwargs=sent.parts) if sent.parts else call_of(route, world).url
    call, session, known = Call(url, sent.body), session_of(sent.by), known_rows()
    before = all_rows(known)
    with offered() as (names, prefixes):
        plain, status = rows_after(session, call, sent, known)
    again, _ = rows_after(session, call, sent, known)
    chance = differing(plain, again) | CHANCE
    wrong = set() if differing(before, plain) else {f"writes nothing ({status})"}
    for extra in unoffered(every, call.body, names, prefixes):
        laden, other = rows_after(session, Call(url, call.body | extra), sent, known)
        wrong |= differing(plain, laden) - chance
        if status != other:
            wrong.add(f"status {other}, not {status}")
    return sorted(wrong)


def test_every_route_is_sent_or_says_why_not() -> None:
    assert set(UNPOSTED) <= POSTS, "these take no POST any more"
    written = {name.partition(" ")[0] for name in FORMS}
    assert sorted(set(UNPOSTED) & written) == [], "these have a valid form"
    nobody = {route for route in POSTS if permitted(route) is None} - written
    assert sorted(nobody - set(UNPOSTED)) == [], "give these a valid form, or a reason"


def test_every_deed_on_a_question_has_its_form() -> None:
    assert {f"desk:deed {name}" for name in DEEDS} <= set(FORMS)


@pytest.mark.parametrize("room", sorted({room_of(route) for route in POSTS - set(UNPOSTED)}))
def test_nothing_is_taken_from_it(world: World, every: dict[str, str], room: str) -> None:
    wrong = {}
    for route in sorted(POSTS - set(UNPOSTED)):
        for number, form in enumerate(forms_of(route) if room_of(route) == room else ()):
            with undone():
                own = deepcopy(world)
                if found := accepted(own, route, form(own), every):
                    wrong[f"{route} {number}"] = found
    assert wrong == {}
