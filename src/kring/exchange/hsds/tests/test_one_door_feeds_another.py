"""What our door gives, another installation reads as a feed."""

from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client

from kring.exchange.hsds.fetching import Fetcher, answers
from kring.exchange.hsds.tests.feeding import read
from kring.offer.directory.models import Location, Organization, Service, ServiceAtLocation
from kring.offer.directory.tests.offering import playgroup

pytestmark = pytest.mark.django_db


class Door(Fetcher):
    """A visit to our own door."""

    def _ask(self, address: str) -> tuple[int, str, bytes]:
        asked = urlsplit(address)
        answer = Client().get(f"{asked.path}?{asked.query}")
        return answer.status_code, "", answer.content


def told() -> list[Any]:
    """All pages of our door."""
    return list(answers("https://kring.example/hsds/3.0", Door()))


def test_what_is_given_is_read_and_given_again():
    playgroup(domains=("cohesion", "leisure"))
    first = told()
    for model in (ServiceAtLocation, Service, Location, Organization):
        model.objects.all().delete()
    report = read(*first)
    assert (report.notes, report.whole) == ([], True)
    assert told() == first
    assert {one.code for one in Service.objects.get().domains.all()} == {"cohesion", "leisure"}
