"""The worklist page by page: forward, back and from the end, without counting rows off."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.cast import MONDAY, Network, acting, kempen

from kring.support.requests.actions import withdraw
from kring.support.requests.models import HomeSafe, Request
from kring.support.requests.queries import Cursor, Scope, counts_of, requests_page
from kring.support.requests.queries.worklist import LAST
from kring.support.requests.tests.a_question import asked

pytestmark = pytest.mark.django_db


def several(network: Network, count: int) -> list[Request]:
    """Questions on the counter; each two share a moment, so that the key decides."""
    rows = [asked(network, at=MONDAY + timedelta(days=number // 2)) for number in range(count)]
    return sorted(rows, key=lambda row: (row.next_due_at, row.key))


def test_every_question_is_on_one_page_whichever_way_one_reads() -> None:
    network = kempen()
    questions = several(network, 7)
    here = Scope("desk", network.counter.pk).questions()
    forward, page = [], requests_page(here, None, size=3)
    while True:
        forward.append([row.pk for row in page.rows])
        if page.next is None:
            break
        page = requests_page(here, Cursor.parse(page.next.text()), size=3)
    assert [pk for rows in forward for pk in rows] == [row.pk for row in questions]
    assert page.previous is not None
    back = requests_page(here, Cursor.parse(page.previous.text()), size=3)
    assert [row.pk for row in back.rows] == forward[-2]


def test_the_last_page_is_read_from_the_end() -> None:
    network = kempen()
    questions = several(network, 7)
    page = requests_page(Scope("region", network.region.pk).questions(), LAST, size=3)
    assert [row.pk for row in page.rows] == [row.pk for row in questions[-3:]]
    assert (page.next, page.previous is None) == (None, False)


def test_a_first_page_with_everything_has_no_neighbours() -> None:
    network = kempen()
    several(network, 3)
    page = requests_page(Scope("region", network.region.pk).questions(), None, size=3)
    assert (page.previous, page.next) == (None, None)


@pytest.mark.parametrize("text", ["", "n", "x1-2", "n1", "nzz-", "n9999999999999999-1", "n-1-2"])
def test_a_bent_cursor_is_no_cursor(text: str) -> None:
    assert Cursor.parse(text or "?") is None


def test_what_ended_is_not_on_it() -> None:
    network = kempen()
    gone, kept = several(network, 2)
    withdraw(request=gone, words="", by=acting(network.nele), at=MONDAY)
    page = requests_page(Scope("region", network.region.pk).questions(), None)
    assert page.rows == [kept]


def test_counts_are_one_query_and_stop_at_a_thousand() -> None:
    network = kempen()
    several(network, 4)
    asked(network, home_safe=HomeSafe.NO)
    with CaptureQueriesContext(connection) as queries:
        counts = counts_of(Scope("region", network.region.pk), network.nele.pk)
    assert counts == {"open": 5, "van-mij": 0, "overname": 0, "niet-veilig": 1}
    assert len(queries) == 1
    assert "LIMIT 1001" in queries[0]["sql"]


def test_the_page_follows_the_index_of_its_place() -> None:
    network = kempen()
    several(network, 2)
    found = Scope("region", network.region.pk).questions().order_by("next_due_at", "key")[:26]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # so few rows are as quickly sorted: asked is whether the index can give the order itself
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute("SET LOCAL enable_sort = off")
    plan = found.explain()
    assert "request_open_in_region" in plan
    assert "TEMP B-TREE" not in plan
    assert "Sort" not in plan
