"""However many services are read, and whatever is said of them, the reads are as many."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kring.exchange.hsds import writing
from kring.offer.directory.actions import AtLocation, add_service
from kring.offer.directory.models import Service
from kring.offer.directory.queries import latest_change, quality, whole
from kring.offer.directory.tests.offering import BY, NOW, described, hall, house

pytestmark = pytest.mark.django_db


def offered(number: int) -> None:
    """So many services of one house, each at two places."""
    owner = house()
    places = [AtLocation(location=hall(owner)) for _place in range(2)]
    for _time in range(number):
        said = described(places=places)
        add_service(organization=owner, described=said, confirm_every=6, **BY)


def reads() -> int:
    """How many reads it takes to say and to score all services."""
    with CaptureQueriesContext(connection) as asked:
        for service in whole(Service.objects.order_by("pk")):
            writing.service(service)
            quality(service, NOW)
    return len(asked)


def test_the_reads_are_fixed():
    offered(1)
    for_one = reads()
    offered(4)
    assert reads() == for_one


def test_a_copy_knows_whether_it_is_still_new():
    offered(1)
    before = latest_change()
    assert latest_change() == before
    offered(1)
    assert latest_change() != before
