"""What a reader is to the people of a page is worked out in few reads, however many they are."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.cast import MONDAY, kempen, peeters_el_amrani

from kring.trust.access.readers import Reader
from kring.trust.access.standing import standing_of
from kring.trust.access.tests.a_glass import kept_by, reading

pytestmark = pytest.mark.django_db


def reads(reader: Reader, *people: object) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert standing_of(reader, people, MONDAY).kinds  # type: ignore[arg-type]
    return len(asked)


def test_of_a_worker() -> None:
    network, home = kempen(), peeters_el_amrani()
    kept_by(home, network.nele)
    reader = reading(network.nele)
    assert reads(reader, home.noor) == reads(reader, home.noor, home.sofia, home.younes) == 2


def test_of_a_parent() -> None:
    home = peeters_el_amrani()
    reader = Reader(person=home.sofia)
    assert reads(reader, home.noor) == reads(reader, home.noor, home.younes) <= 5
