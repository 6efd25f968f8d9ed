"""Somewhere in a long list, a page is read along its index: nothing is sorted or counted off.

Most questions were answered long ago, so that "due soon" mostly says what "open" says already: the
case in which PostgreSQL took a long list for a single row, and sorted all of it for one page.
"""

from datetime import timedelta
from itertools import product
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.cast import MONDAY, kempen

from kring.foundation.records.counting import count_rows
from kring.support.requests.models import Request
from kring.support.requests.queries import Cursor, Scope, listed_page
from kring.support.requests.queries.worklist import OPEN_LIST
from kring.support.requests.tests.a_question import asked

pytestmark = pytest.mark.django_db

OPEN, ANSWERED = 600, 6_000
INDEXES = {"region": "request_open_in_region", "desk": "request_open_on_desk"}


@pytest.mark.parametrize("kind", INDEXES)
def test_a_page_follows_the_index_of_its_place_from_its_cursor(kind: str) -> None:
    scope = long_list(kind)
    questions = list(scope.questions().order_by("next_due_at", "key"))
    for number, backward in product((OPEN // 10, OPEN // 2, OPEN - 30), (False, True)):
        row = questions[number]
        plan = plan_of_page(scope, Cursor(row.next_due_at, row.key, backward))
        assert INDEXES[kind] in plan
        assert entered_at_the_cursor(plan, backward=backward), plan
        assert "Sort" not in plan, plan
        assert "TEMP B-TREE" not in plan, plan


def plan_of_page(scope: Scope, cursor: Cursor) -> str:
    """How the database goes about the very SQL of a page of the worklist."""
    with CaptureQueriesContext(connection) as queries:
        listed_page(OPEN_LIST, scope, cursor)
    with connection.cursor() as asking:
        asking.execute(f"{connection.ops.explain_query_prefix()} {queries[0]['sql']}")
        return "\n".join(str(row[-1]) for row in asking.fetchall())


def entered_at_the_cursor(plan: str, *, backward: bool) -> bool:
    """Whether the index is entered at the moment and the key together."""
    side = "<" if backward else ">"
    if connection.vendor == "postgresql":
        return f"ROW(next_due_at, key) {side} ROW(" in plan
    return f"(next_due_at,key){side}(?,?)" in plan


def long_list(kind: str) -> Scope:
    """A place with many open questions and ten times as many that were answered long ago."""
    network = kempen()
    template = asked(network)
    copies = [copy_of(template, days=number / 15) for number in range(OPEN)]
    for number in range(ANSWERED):
        old = copy_of(template, days=-1 - number / 2)
        old.state, old.closed_at = "answered", old.next_due_at
        copies.append(old)
    Request.objects.bulk_create(copies)
    count_rows()
    return Scope(kind, network.region.pk if kind == "region" else network.counter.pk)


def copy_of(template: Request, *, days: float) -> Request:
    """The same question, asked and due on another day."""
    fields = [field.attname for field in Request._meta.concrete_fields if not field.generated]
    kept = {name: getattr(template, name) for name in fields}
    kept |= {"id": None, "item_id": None, "key": uuid4(), "submission": uuid4()}
    kept |= {"code_hash": uuid4().hex}
    later = timedelta(days=days)
    return Request(**kept | {"asked_at": MONDAY + later, "next_due_at": MONDAY + later})
