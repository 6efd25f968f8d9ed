"""Pages name records by their random key: an inner number tells how many there are, and can be tried."""

import pytest

from tests.access.asking import browser, call_of, send, signed_in, undone
from tests.access.numbers import numbers_in
from tests.access.twins import readable_routes
from tests.access.world import World

pytestmark = pytest.mark.django_db


@pytest.mark.slow
def test_no_page_carries_one(world: World) -> None:
    sessions, found = signed_in(world), set()
    for route in readable_routes():
        for reader in ("on_duty", "receiver", "intake", "coordinator"):
            with undone():
                answer = send(browser(sessions[reader]), "GET", call_of(route, world))
            html = answer.content.decode() if "html" in answer["Content-Type"] else ""
            found |= {f"{route}: {what}" for what in numbers_in(html)}
    assert sorted(found) == []


@pytest.mark.parametrize(
    "html",
    [
        '<select name="desk"><option value="12">Geel</option></select>',
        '<input type="radio" name="coach" value="3">',
        '<a href="/vragen/7/">vraag</a>',
        '<a href="/vragen/?vanaf=12">verder</a>',
    ],
)
def test_a_number_is_found(html: str) -> None:
    assert numbers_in(html) != []


def test_versions_and_telephones_are_no_records() -> None:
    html = '<input type="hidden" name="version" value="3"><a href="tel:014000000">bel</a>'
    assert numbers_in(html) == []
