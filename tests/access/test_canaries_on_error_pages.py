"""An error page, and what the log says of it, hold nothing of what was sent or of what broke."""

from collections.abc import Callable
from unittest.mock import patch

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test.client import Client, ClientHandler
from django.urls import reverse

from tests.access import canaries
from tests.access.asking import browser, call_of, signed_in
from tests.access.canaries import found_in
from tests.access.faults import written_down
from tests.access.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.above_the_database]
TELLING = " ".join(canaries.canaries())
TOO_MUCH = 1 + 2 * 1024 * 1024
READERS = ("visitor", "on_duty", "first_parent", "officer")
FAULTS = (ValueError, KeyError, PermissionError, RuntimeError)


@pytest.fixture
def world(sown: World) -> World:
    return sown


def _client(world: World, reader: str, *, checks_forms: bool = False) -> Client:
    client = browser(signed_in(world).get(reader))
    client.raise_request_exception = False
    if checks_forms:
        client.handler = ClientHandler(enforce_csrf_checks=True)
    return client


def not_found(world: World, client: Client) -> HttpResponse:
    word = canaries.word("people.Person.given_name")
    return client.get(f"/gezinnen/{word}/", {"q": TELLING}, headers={"referer": f"http://x/{word}"})


def not_found_key(world: World, client: Client) -> HttpResponse:
    return client.get(f"{reverse('portal:home')}/{world.home.family.key}/", {"naam": TELLING})


def forbidden(world: World, client: Client) -> HttpResponse:
    return client.post(call_of("upkeep:change_term", world).url, {"ground": TELLING})


def form_too_old(world: World, client: Client) -> HttpResponse:
    return client.post(reverse("portal:status"), {"code": TELLING})


def too_large(world: World, client: Client) -> HttpResponse:
    words = (TELLING * (1 + TOO_MUCH // len(TELLING)))[: 8 * 1024 * 1024]
    return client.post(reverse("portal:ask"), {"words": words * 4, "who": "family"})


def too_many_fields(world: World, client: Client) -> HttpResponse:
    return client.post(
        reverse("portal:ask"), {f"{TELLING[:30]}{number}": TELLING for number in range(600)}
    )


def file_too_large(world: World, client: Client) -> HttpResponse:
    raw = TELLING.encode() * (1 + 6 * 1024 * 1024 // len(TELLING))
    given = {"dienst": str(world.network.counter.key), "bestand": SimpleUploadedFile("x.csv", raw)}
    return client.post(reverse("desk:loading_hand_in"), given)


def wrong_verb(world: World, client: Client) -> HttpResponse:
    return client.put(call_of("portal:ask", world).url, TELLING)


ASKED: list[tuple[Callable[..., HttpResponse], set[int]]] = [
    (not_found, {404}),
    (not_found_key, {404}),
    (forbidden, {302, 403}),
    (form_too_old, {403}),
    (too_large, {413}),
    (too_many_fields, {400, 413}),
    (file_too_large, {302, 403, 404, 413}),
    (wrong_verb, {405}),
]


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(("ask", "statuses"), ASKED)
def test_a_refusal_repeats_nothing(
    world: World, reader: str, ask: Callable[..., HttpResponse], statuses: set[int]
) -> None:
    with written_down() as log:
        answer = ask(world, _client(world, reader, checks_forms=ask is form_too_old))
    assert answer.status_code in statuses
    assert found_in(_whole(answer)) == set()
    assert found_in(log.getvalue()) == set()


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize(
    ("reader", "route", "place"),
    [
        ("on_duty", "family_file:story", "kring.web.family_file.story.family_for"),
        ("on_duty", "desk:question", "kring.web.desk.views.question.question_for"),
        ("officer", "court:case", "kring.web.court.views.request_with"),
        ("first_parent", "mine:home", "kring.web.mine.views.own.seen_on"),
    ],
)
def test_a_fault_says_nothing_of_what_it_held(
    world: World, reader: str, route: str, place: str, fault: type[Exception]
) -> None:
    """The page of a fault (500), and what the log of faults wrote."""
    with written_down() as log, patch(place, side_effect=fault(TELLING)):
        answer = _client(world, reader).get(call_of(route, world).url, {"q": TELLING})
    assert answer.status_code == 500
    assert fault.__name__ in log.getvalue()
    assert found_in(log.getvalue()) | found_in(_whole(answer)) == set()


def _whole(answer: HttpResponse) -> bytes:
    """Body, headers and cookies."""
    said = [f"{name}: {value}" for name, value in answer.items()]
    return answer.content + "\n".join([*said, str(answer.cookies)]).encode()
