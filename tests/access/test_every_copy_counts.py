"""Whatever leaves as a file or on paper counts against the cap on copies, or stands in the list of
what does not, with why."""

from urllib.parse import parse_qsl

import pytest
from django.http import HttpResponse

from kring.foundation.deadlines.models import Term
from kring.trust.access.caps import COPIES, OWN_COPIES
from tests.access.asking import Call, browser, call_of, send, signed_in, undone
from tests.access.downloads import ROWS, leaves
from tests.access.world import World
from tests.architecture.source import none_of, product_files, said

pytestmark = pytest.mark.django_db
COUNTED = [row for row in ROWS if row["counts"] == "yes"]
MADE_BY_HAND = {
    "src/kring/web/shell/downloads.py",
    "src/kring/exchange/calendars/views.py",
    "src/kring/exchange/hsds/views.py",
    "src/kring/web/court/views.py",
    "src/kring/web/desk/views/loading.py",
    "src/kring/web/mine/views/own.py",
    "src/kring/web/together/views/invited.py",
    "src/kring/web/together/views/meeting.py",
}
"""Where an answer is made a file: the one place that counts, and those of the list that do not."""


def answered(world: World, row: dict[str, str], session: str | None) -> HttpResponse:
    call = call_of(row["route"], world)
    body = dict(parse_qsl(row["body"])) or call.body
    with undone():
        return send(browser(session), row["verb"], Call(call.url, body))


def test_at_the_cap_nothing_leaves(world: World) -> None:
    sessions = signed_in(world)
    free = [answered(world, row, sessions[row["reader"]]) for row in COUNTED]
    assert [one.status_code for one in free] == [200] * len(COUNTED)
    Term.objects.filter(code__in=[COPIES, OWN_COPIES]).update(value="0")
    wrong = []
    for row in COUNTED:
        answer = answered(world, row, sessions[row["reader"]])
        if answer.status_code != 429 or leaves(answer):
            wrong.append(f"{row['route']} {row['body']}: {answer.status_code}")
    assert wrong == []


def test_what_does_not_count_says_why() -> None:
    assert [row["route"] for row in ROWS if (row["counts"] == "yes") == bool(row["why"])] == []


def test_no_other_view_makes_a_file() -> None:
    none_of(
        said(path)
        for path in product_files()
        if ("Content-Disposition" in path.read_text() or "FileResponse" in path.read_text())
        and said(path) not in MADE_BY_HAND
    )
