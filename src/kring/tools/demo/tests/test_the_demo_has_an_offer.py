"""The directory of the demo has something of everything, told in three languages."""

from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from kring.offer.directory.checks import seats_are_counted, services_come_with_their_organization
from kring.offer.directory.models import LifeDomain, LinkedOffer, Service, ServiceDomain, SignUp
from kring.offer.directory.queries import is_stale, to_confirm
from kring.tools.demo.network import Network
from kring.tools.demo.offering import offer_stories
from kring.tools.demo.unrolling import unroll

pytestmark = [pytest.mark.django_db]
NOW = datetime(2026, 11, 20, 10, tzinfo=UTC)


def test_fresh_and_stale_free_and_full_for_every_part_of_life() -> None:
    unroll(offer_stories(Network(), NOW - timedelta(days=600), NOW, Random(1)), NOW)  # noqa: S311 - invented
    assert set(ServiceDomain.objects.values_list("code", flat=True)) == set(LifeDomain.values)
    services = Service.objects.count()
    assert 0 < to_confirm(NOW).count() < services / 4
    assert all(is_stale(one, NOW) for one in to_confirm(NOW))
    assert Service.objects.filter(free_places=0).exists()
    assert Service.objects.filter(free_places__gt=0).exists()
    assert LinkedOffer.objects.count() == len(["Turnhout", "Geel"])
    assert SignUp.objects.filter(date__starts_at__gt=NOW).exists()
    assert all(set(one.name) == {"nl", "fr", "en"} for one in Service.objects.order_by("pk"))
    assert [*services_come_with_their_organization(NOW), *seats_are_counted(NOW)] == []
