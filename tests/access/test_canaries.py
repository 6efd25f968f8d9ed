"""One canary per telling field, and none of them anywhere outside its named readers.

``canaries.csv`` names who may come upon each, over every page and every answer to what is sent;
whoever is not named never sees it. Mail, files, the error log and error pages hold none at all.
"""

import csv
from collections import defaultdict
from pathlib import Path
from unittest.mock import patch

import pytest
from django.conf import settings
from django.http import HttpResponse

from kring.foundation.journal.models import JournalPayload
from kring.foundation.outbox.delivery import SENDERS, send_due
from kring.foundation.outbox.sending import Letter
from tests.access import canaries
from tests.access.asking import Call, browser, call_of, route_names, send, signed_in, undone
from tests.access.canaries import found_in, planted
from tests.access.channels import papers_as_words
from tests.access.world import NOW, PERSONS, READERS, World

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.above_the_database]
HOLDERS = {
    row["field"]: set(row["readers"].split())
    for row in csv.DictReader((Path(__file__).parent / "canaries.csv").read_text().splitlines())
}


@pytest.fixture
def world(sown: World) -> World:
    return sown


def test_every_field_has_its_canary(world: World) -> None:
    sealed = {name for name in canaries.canaries().values() if ".sealed_" in name}
    assert planted() | sealed == set(canaries.canaries().values())


def test_what_is_sealed_stands_nowhere_in_the_database(world: World) -> None:
    assert [name for name in planted() if ".sealed_" in name] == []


def test_every_canary_names_its_readers() -> None:
    assert set(HOLDERS) == set(canaries.canaries().values())
    assert {one for names in HOLDERS.values() for one in names} <= {*READERS, *PERSONS}


VERBS = ("GET", "POST")


def _body(answer: HttpResponse) -> bytes:
    body = b"".join(answer) if answer.streaming else answer.content
    return body + " ".join(f"{name}: {value}" for name, value in answer.items()).encode()


def _told(world: World, reader: str) -> dict[str, set[str]]:
    """The fields whose canary this reader came upon, with where."""
    session, seen = signed_in(world).get(reader), defaultdict(set)
    calls = [
        (verb, route, call_of(route, world)) for route in sorted(set(route_names())) for verb in VERBS
    ]
    if feed := world.feeds.get(reader):
        calls.append(("GET", "calendar of their own", Call(feed, {})))
    for verb, route, call in calls:
        with undone(), papers_as_words():
            for field in found_in(_body(send(browser(session), verb, call))):
                seen[field].add(f"{verb} {route}")
    return seen


@pytest.mark.parametrize("reader", [*READERS, *PERSONS])
def test_nobody_else_comes_upon_it(world: World, reader: str) -> None:
    seen = _told(world, reader)
    leaked = {field: sorted(at) for field, at in seen.items() if reader not in HOLDERS[field]}
    assert leaked == {}
    missed = {field for field, names in HOLDERS.items() if reader in names} - set(seen)
    assert missed == set(), "named for nothing, or hidden from who should read it"


CONTENT = ("notes.", "requests.", "consent.", "people.ContactChannel", "people.Relation", "unmet.")


def test_an_officer_is_named_for_what_is_reviewed_and_never_for_content() -> None:
    named = {field for field, names in HOLDERS.items() if "officer" in names}
    assert {field for field in named if field.startswith(CONTENT)} == set()
    assert "access.BrokenGlass.reason" in named


MAILED = ("on_duty", "receiver", "intake", "coordinator", "first_parent", "visitor")
"""Whose deeds make messages; the others are refused."""


NAMES_ITS_ACTOR = {"accounts.Account.name", "people.Person.given_name", "people.Person.family_name"}
"""An entry of the journal says who acted, by name: here the mother herself."""


class Carrier:
    """Takes along what leaves the house, instead of sending it."""

    def __init__(self) -> None:
        self.taken: list[Letter] = []

    def send(self, letter: Letter) -> None:
        self.taken.append(letter)

    def close(self) -> None:
        """Nothing is open."""


def _told_along(world: World, session: str | None, routes: list[str]) -> set[str]:
    """The fields whose canary stands in a message these forms make, or in an entry of the journal."""
    carrier = Carrier()
    with patch.dict(SENDERS, dict.fromkeys(SENDERS, lambda: carrier)):
        before = JournalPayload.objects.count()
        for route in routes:
            send(browser(session), "POST", call_of(route, world))
        send_due(at=NOW)
    bodies = JournalPayload.objects.order_by("pk").values_list("body", flat=True)[before:]
    written = found_in(" ".join(map(str, bodies))) - NAMES_ITS_ACTOR
    return written | found_in(
        " ".join(f"{one.subject} {one.sentence} {one.link}" for one in carrier.taken)
    )


@pytest.mark.parametrize("reader", MAILED)
def test_no_message_and_no_entry_of_the_journal_holds_one(world: World, reader: str) -> None:
    """Beside the address a message goes to, and the name of who acted. What waited is sent first."""
    session = signed_in(world).get(reader)
    found = {"what waited": _told_along(world, session, [])}
    for route in sorted(set(route_names())):
        with undone():
            found[route] = _told_along(world, session, [route])
    assert {route: fields for route, fields in found.items() if fields} == {}


def _copy(session: str, world: World, form: str) -> bytes:
    """The copy of somebody; a paper is the words it is set from."""
    with undone(), papers_as_words():
        answer = browser(session).post(call_of("mine:copy", world).url, {"vorm": form})
    return answer.content


@pytest.mark.parametrize("person", [name for name in PERSONS if name != "unsafe_parent"])
@pytest.mark.parametrize("form", ["data", "papier"])
def test_a_copy_holds_only_what_its_reader_may_see(world: World, person: str, form: str) -> None:
    content = _copy(signed_in(world)[person], world, form)
    assert content.startswith(b"%PDF-") if form == "papier" else content
    assert {field for field in found_in(content) if person not in HOLDERS[field]} == set()


@pytest.mark.parametrize("person", PERSONS)
def test_a_plan_on_paper_holds_only_what_whom_it_is_for_may_see(world: World, person: str) -> None:
    """Printed by the anchor person, who reads more; nobody is printed for who may not have it."""
    call = call_of("paper:plan", world)
    with undone(), papers_as_words():
        session = signed_in(world)["on_duty"]
        answer = browser(session).post(call.url, {"voor": world.persons[person].key})
    given = answer.status_code == 200
    assert given is (person in ("young_person", "first_parent", "second_parent"))
    held = found_in(answer.content) if given else set()
    assert {field for field in held if person not in HOLDERS[field]} == set()
    assert person != "first_parent" or "plans.Goal.words" in held


def test_a_calendar_tells_names_to_who_may_read_them_and_nothing_else(world: World) -> None:
    told = {reader: found_in(_body(browser(None).get(feed))) for reader, feed in world.feeds.items()}
    assert {field for fields in told.values() for field in fields} == {"people.Person.given_name"}
    assert {reader for reader, fields in told.items() if fields} == {"on_duty", "first_parent"}


def test_a_page_that_cannot_be_journalled_shows_nothing(world: World) -> None:
    with patch("kring.foundation.journal.middleware.record_reads", side_effect=OSError):
        answer = browser(signed_in(world)["on_duty"]).get(call_of("desk:question", world).url)
    assert answer.status_code == 503
    assert found_in(_body(answer)) == set()


def test_no_file_in_the_data_folder_holds_one(world: World) -> None:
    """Beside the database itself, which keeps what is sealed sealed."""
    _told(world, "on_duty")
    _copy(signed_in(world)["first_parent"], world, "papier")
    files = [path for path in Path(settings.DATA_DIR).rglob("*") if path.is_file()]
    named = {path.name: sorted(found_in(path.read_bytes())) for path in files}
    assert {name: found for name, found in named.items() if found and "sqlite" not in name} == {}


@pytest.mark.parametrize("leak", ["page", "header"])
def test_a_leak_is_found(world: World, leak: str) -> None:
    secret = canaries.word("people.Person.sealed_address")
    leaking = HttpResponse(f"<p>{secret.upper()}</p>" if leak == "page" else "")
    if leak == "header":
        leaking["X-Told"] = secret
    with patch("tests.access.test_canaries.send", return_value=leaking):
        assert set(_told(world, "visitor")) == {"people.Person.sealed_address"}
