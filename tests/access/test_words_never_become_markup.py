"""What people wrote is text on every page: in every field stands what would be markup, and is none.

The words that break out stand in each field that tells something about somebody; and they are sent in
every form, whose answer shows them again; and a hundred thousand signs in each of them.
"""

from collections.abc import Iterator
from contextlib import ExitStack
from copy import deepcopy
from html.parser import HTMLParser
from unittest.mock import patch

import pytest
import time_machine
from django.http import HttpResponse

from tests.access import canaries, canaries_of_plans, canaries_of_the_offer
from tests.access.asking import Call, browser, call_of, route_names, send, signed_in, undone
from tests.access.canaries import plant
from tests.access.canaries_of_plans import plant_plans
from tests.access.canaries_of_the_offer import plant_offer
from tests.access.channels import papers_as_words
from tests.access.world import NOW, World
from tests.payloads import BREAKS_OUT, PAYLOADS

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
FOLLOWED = {"href", "src", "srcset", "action", "formaction", "style", "xlink:href"}
CALLS = ("mailto:", "tel:", "sms:")
LONG = "lang " * 20_000 + "einde"
NOT_THEIRS = {302, 403, 404, 405}
"""Answers to who may not send this form, or was not let in."""
NOT_SHOWN_AGAIN = {("shell:search", "q"), ("family_file:draft", "words")}
"""A search keeps nothing; what is being written is kept whole, and its form still stands on the page."""
NEVER_OFFERED = {("on_duty", "desk:handover_refuse"), ("on_duty", "plan:after_care")}
"""Who asked for a hand-over has no form to refuse it with; and here somebody looked back already."""


@pytest.fixture(scope="module")
def attacked(built: World, django_db_blocker: object) -> Iterator[World]:
    """The world with words that break out in each field."""
    with django_db_blocker.unblock(), undone():  # type: ignore[attr-defined]
        world = deepcopy(built)
        hostile = {"word": lambda _field: BREAKS_OUT}
        modules = (canaries, canaries_of_plans, canaries_of_the_offer)
        with time_machine.travel(NOW, tick=False), ExitStack() as attack:
            for module in modules:
                attack.enter_context(patch.multiple(module, **hostile))
            plant(world)
            plant_plans(world)
            plant_offer(world)
        yield world


@pytest.fixture
def world(attacked: World, db: None) -> Iterator[World]:
    with time_machine.travel(NOW, tick=False):
        yield deepcopy(attacked)


def asks_here(address: str) -> bool:
    """Whether it leads to a page of our own, with the words in what it is asked alone."""
    page, _mark, asked = address.partition("?")
    own = page.startswith("/") and not page.startswith(("//", "/\\"))
    return own and "kwaad" not in page and not set(asked) & set("<>\"' ")


class Markup(HTMLParser):
    """What of the words became markup, and how often they stand on the page as text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.became: list[str] = []
        self.texts = 0
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "kwaad":
            self.became.append(tag)
        for name, value in attrs:
            told = value or ""
            self.texts += BREAKS_OUT in told
            runs = name in FOLLOWED or name.startswith(("on", "hx-"))
            harmless = told.startswith(CALLS) or (name == "href" and asks_here(told))
            if "kwaad" in name or (runs and "kwaad" in told and not harmless):
                self.became.append(f"{tag} {name}={told}")

    def handle_data(self, data: str) -> None:
        self.texts += BREAKS_OUT in data


def read(answer: HttpResponse) -> Markup | None:
    """A page, read as a browser reads it; None for what is no page."""
    if not answer.get("Content-Type", "").startswith("text/html") or answer.streaming:
        return None
    return Markup(answer.content.decode())


@pytest.mark.parametrize(
    ("reader", "often"), [("on_duty", 100), ("first_parent", 30), ("young_person", 1), ("officer", 5)]
)
def test_nothing_that_was_written_becomes_markup(world: World, reader: str, often: int) -> None:
    session, texts, became = signed_in(world)[reader], 0, []
    for route in sorted(set(route_names())):
        with undone():
            page = read(send(browser(session), "GET", call_of(route, world)))
        if page is not None:
            texts += page.texts
            became += [f"{route}: {one}" for one in page.became]
    assert became == []
    assert texts >= often


@pytest.mark.parametrize("reader", ["visitor", "on_duty", "first_parent"])
def test_nothing_that_is_sent_becomes_markup(world: World, reader: str) -> None:
    session, texts, became = signed_in(world).get(reader), 0, []
    for route in sorted(set(route_names())):
        call = call_of(route, world)
        body = {
            name: BREAKS_OUT if isinstance(value, str) else value for name, value in call.body.items()
        }
        with undone(), papers_as_words():
            page = read(send(browser(session), "POST", Call(call.url, body)))
        if page is not None:
            texts += page.texts
            became += [f"{route}: {one}" for one in page.became]
    assert became == []
    assert texts


@pytest.mark.parametrize(
    ("reader", "often"), [("visitor", 1), ("on_duty", 12), ("receiver", 2), ("first_parent", 3)]
)
def test_a_hundred_thousand_signs_are_told_of_and_not_lost(
    world: World, reader: str, often: int
) -> None:
    """In each field of words of each form: one sentence, and the words still stand there."""
    session, wrong, told = signed_in(world).get(reader), [], 0
    for route in sorted(set(route_names())):
        call = call_of(route, world)
        for name in (name for name, value in call.body.items() if is_words(value)):
            with undone(), papers_as_words():
                answer = send(browser(session), "POST", Call(call.url, call.body | {name: LONG}))
            if answer.status_code == 422:
                told += LONG in answer.content.decode()
            elsewhere = (route, name) in NOT_SHOWN_AGAIN or (reader, route) in NEVER_OFFERED
            if answer.status_code in NOT_THEIRS or elsewhere:
                continue
            if LONG not in answer.content.decode():
                wrong.append(f"{route} {name}: {answer.status_code}")
    assert wrong == []
    assert told >= often


def is_words(value: object) -> bool:
    """Whether somebody writes this themself: words, and no key, code or day."""
    return isinstance(value, str) and bool(value[:1].isupper() and not value.isupper())


def test_what_became_markup_is_found() -> None:
    assert Markup(f"<p>{BREAKS_OUT}</p>").became == ["kwaad", "kwaad x=y"] or Markup(BREAKS_OUT).became
    assert Markup("<a href='kwaad'>x</a>").became
    assert len(set(PAYLOADS)) >= 200
