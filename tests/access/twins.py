"""Two worlds that may look alike to nobody but those who may see the difference.

A world is built once, with its chance and its clock fixed; each telling changes it, lets readers ask
every route, and takes it back. Two tellings of the same world are equal to the byte; so what differs
between two worlds can only come from what is different in them.
"""

import csv
import os
import random
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from functools import cache
from pathlib import Path
from unittest.mock import patch

import time_machine
from django.http import HttpResponse

from tests.access.asking import Call, browser, call_of, send, session_of, undone
from tests.access.channels import OWN_FEED, papers_as_words
from tests.access.world import NOW, World

type Change = Callable[[World], None]
type Bodies = dict[str, list[dict[str, str]]]

MASKED = (
    (re.compile(rb'name="csrfmiddlewaretoken" value="[^"]+"'), b"[form token]"),
    (re.compile(rb'nonce="[^"]+"'), b"[nonce]"),
    (re.compile(rb'name="submission" value="[^"]+"'), b"[submission]"),
    (re.compile(rb'<input type="hidden" name="(?:\w+-)?key" value="[^"]+"'), b"[key of what comes]"),
)
MASKED_HEADERS = {"Content-Security-Policy"}
type Answer = tuple[int, tuple[tuple[str, str], ...], bytes]
type Telling = dict[str, Answer]
"""What one reader was told: per call the status, the headers and the body, masked."""


@cache
def readable_routes() -> list[str]:
    """The routes that somebody reads a page of, without those of the door."""
    rows = [
        row
        for name in ("matrix.csv", "persons.csv")
        for row in csv.DictReader((Path(__file__).parent / name).read_text().splitlines())
    ]
    gets = [row for row in rows if row["verb"] == "GET" and ":" in row["route"]]
    return sorted({row["route"] for row in gets if "200" in row.values()})


@cache
def own_routes() -> list[str]:
    """Of those, the pages on which somebody reads their own part."""
    rows = csv.DictReader((Path(__file__).parent / "persons.csv").read_text().splitlines())
    own = {row["route"] for row in rows}
    return [route for route in readable_routes() if route in own]


@cache
def routes_about_people() -> list[str]:
    """Of those, the pages about people: open on duty and to the intake, and not there for others."""
    rows = csv.DictReader((Path(__file__).parent / "matrix.csv").read_text().splitlines())
    gets = [row for row in rows if row["verb"] == "GET" and row["outsider"] == "404"]
    about = {row["route"] for row in gets if row["on_duty"] == row["intake"] == "200"}
    return [route for route in readable_routes() if route in about]


@cache
def shut_for(reader: str) -> frozenset[str]:
    """The pages that the matrix says this reader is refused, by their call."""
    rows = csv.DictReader((Path(__file__).parent / "matrix.csv").read_text().splitlines())
    return frozenset(
        f"GET {row['route']}" for row in rows if row["verb"] == "GET" and row[reader] != "200"
    )


class Twins:
    """Tellings of one world; what a reader is told in a plain one is asked once.

    With ``only_open`` a reader of the matrix asks only the pages that open for them: for a word that
    stands on pages, where whether a page is there says nothing. With ``routes`` only these are asked,
    and what is posted; not the lists turned.
    """

    def __init__(
        self, world: World, posts: Bodies, *, only_open: bool = False, routes: list[str] | None = None
    ) -> None:
        self.world, self.posts, self.only_open = world, posts, only_open
        self.routes = readable_routes() if routes is None else routes
        self._plain: dict[tuple[Change, str], Telling] = {}

    def told(self, change: Change, readers: list[str]) -> dict[str, Telling]:
        """Change the world, and let each reader ask everything; nothing of it stays."""
        with undone(), time_machine.travel(NOW, tick=False):
            world = deepcopy(self.world)
            with fixed_chance(seed=20261104):  # what both tell first has the same keys in both
                change(world)
            sessions = {reader: session_of(world.accounts[reader]) for reader in readers}
            calls = list(_calls(world, self.routes, self.posts))
            own = {reader: [*self._open(calls, reader), *_own(world, reader)] for reader in readers}
            return {reader: _asked(own[reader], sessions.get(reader)) for reader in readers}

    def _open(self, calls: list[tuple[str, str, Call]], reader: str) -> list[tuple[str, str, Call]]:
        """All calls, or those the matrix does not say this reader is refused."""
        shut = shut_for(reader) if self.only_open else frozenset()
        return [call for call in calls if call[0] not in shut]

    def differences(self, one: Change, other: Change, readers: list[str]) -> list[str]:
        """The calls that told these readers something else in the two worlds."""
        if new := [reader for reader in readers if (one, reader) not in self._plain]:
            self._plain |= {(one, reader): telling for reader, telling in self.told(one, new).items()}
        changed = self.told(other, readers)
        return [
            f"{call} by {reader}"
            for reader in readers
            for call, answer in self._plain[one, reader].items()
            if changed[reader][call] != answer
        ]


def _own(world: World, reader: str) -> Iterator[tuple[str, str, Call]]:
    """The calendar of this reader, as the calendar of anybody fetches it."""
    if feed := world.feeds.get(reader):
        yield OWN_FEED, "GET", Call(feed, {})


def _asked(calls: list[tuple[str, str, Call]], session: str | None) -> Telling:
    answers: Telling = {}
    for name, verb, call in calls:
        with undone(), papers_as_words():
            answers[name] = _masked(send(browser(session), verb, call))
    return answers


def _calls(world: World, routes: list[str], posts: Bodies) -> Iterator[tuple[str, str, Call]]:
    for route in routes:
        call = call_of(route, world)
        yield f"GET {route}", "GET", call
    for route in sorted(posts):
        call = call_of(route, world)
        for number, body in enumerate(posts[route]):
            yield f"POST {route} {number}", "POST", Call(call.url, body)
    if routes == readable_routes():
        yield from _lists(world)


def _lists(world: World) -> Iterator[tuple[str, str, Call]]:
    """The same pages with their tabs, places and pages turned."""
    desk, region = world.network.outside.key, world.network.region.key
    last = "b6vl2dps5q80000-00000000000000000000000000000000"
    queries = [
        f"/vragen/?plek={place}&lijst={tab}&vanaf={after}"
        for place in (desk, region)
        for tab in ("open", "van-mij", "overname", "niet-veilig")
        for after in ("", last)
    ]
    queries += ["/overdrachten/?lijst=verstuurd", f"/overdrachten/?vanaf={last}"]
    queries += ["/plaatsen/zoek/?q=gee", "/plaatsen/zoek/?q=gee&format=json", "/partners/?naam=huis"]
    for url in queries:
        yield f"GET {url}", "GET", Call(url, {})


def _masked(answer: HttpResponse) -> Answer:
    body = b"".join(answer) if answer.streaming else answer.content
    for pattern, mask in MASKED:
        body = pattern.sub(mask, body)
    headers = tuple(
        sorted((name, value) for name, value in answer.items() if name not in MASKED_HEADERS)
    )
    cookies = tuple((name, cookie["max-age"]) for name, cookie in sorted(answer.cookies.items()))
    return answer.status_code, headers + cookies, body


@contextmanager
def fixed_chance(seed: int = 20261103) -> Iterator[None]:
    """Chance from one seed: keys, codes and tokens all come from here."""
    chance = random.Random(seed)  # noqa: S311 - it must be foreseeable here
    given = chance.randbytes
    with patch.object(os, "urandom", given), patch.object(random, "_urandom", given):
        yield
