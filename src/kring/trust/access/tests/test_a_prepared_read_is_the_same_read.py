"""A prepared read gives what the queryset gives, for every value, built only once."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.db.models import Q, QuerySet
from django.test.utils import CaptureQueriesContext
from tests.cast import MONDAY, kempen

from kring.foundation.records.prepared import Prepared
from kring.registry.network.models import Duty, Worker

pytestmark = pytest.mark.django_db


def duties(at: Any, desks: Any, name: Any, *, newest: bool = False) -> QuerySet[Duty]:
    found = Duty.objects.running(at).filter(Q(desk__in=desks) | Q(worker__name=name))
    return found.select_related("worker").order_by("-pk" if newest else "pk")


def test_it_gives_the_same_rows_for_other_values() -> None:
    network = kempen()
    read = Prepared(duties)
    for desks in ((), (network.team.pk,), (network.team.pk, network.outside.pk), tuple(range(40))):
        for name in ("Nele Wouters", "nobody"):
            for at in (MONDAY, MONDAY - timedelta(days=4_000)):
                fresh = list(duties(at, desks, name))
                assert read.rows(at=at, desks=desks, name=name) == fresh


def test_what_was_joined_is_there_without_another_query() -> None:
    network = kempen()
    found = Prepared(duties).rows(at=MONDAY, desks=(network.team.pk,), name="")
    with CaptureQueriesContext(connection) as asked:
        assert [duty.worker.name for duty in found] == ["Lotte Claes"]
    assert len(asked) == 0


def test_the_shape_changes_the_sql_and_not_the_values() -> None:
    network = kempen()
    desks = (network.team.pk, network.outside.pk)
    read = Prepared(duties)
    forward = read.rows(at=MONDAY, desks=desks, name="")
    backward = read.rows(shape={"newest": True}, at=MONDAY, desks=desks, name="")
    assert backward == forward[::-1] != forward


def test_tuples_of_values_work_too() -> None:
    kempen()
    read = Prepared(lambda name: Worker.objects.filter(name=name).values_list("email", "name"))
    assert read.rows(name="Lotte Claes") == [("lotte.claes@example.org", "Lotte Claes")]


def test_a_value_that_does_not_stand_in_the_read_is_refused() -> None:
    read = Prepared(lambda name, **_: Worker.objects.filter(name=name))
    with pytest.raises(ValueError, match="other"):
        read.rows(name="x", other=3)
