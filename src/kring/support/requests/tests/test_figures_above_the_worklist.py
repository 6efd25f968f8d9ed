"""The tiles of a region: counted by the clock, once, by the rulebook."""

from datetime import date, timedelta

import pytest
from tests.cast import MONDAY, Network, acting, kempen, organisation, peeters_el_amrani

from kring.support.requests.actions import (
    family_confirms,
    offer_help,
    record_support,
    refresh_tiles,
)
from kring.support.requests.models import RegionTiles, Request
from kring.support.requests.queries import tiles_of
from kring.support.requests.tests.a_question import asked

pytestmark = pytest.mark.django_db


def answered(network: Network, request: Request, days: int) -> None:
    at = request.asked_at + timedelta(days=days)
    answer = offer_help(
        request=request,
        starter=organisation("CAW De Kempen", "caw"),
        what="Gesprekken aan huis",
        starts_on=date(2026, 12, 1),
        worker=network.nele,
        by=acting(network.nele),
        at=at,
    )
    family_confirms(answer=answer, by=acting(network.nele), at=at)


def tiles(network: Network, days: int) -> RegionTiles:
    assert refresh_tiles(at=MONDAY + timedelta(days=days)) == 1
    found = tiles_of(network.region.pk)
    assert found is not None
    return found


def test_answers_within_the_month_are_held_against_all_answers_of_the_year() -> None:
    network = kempen()
    answered(network, asked(network), days=9)
    answered(network, asked(network), days=40)
    found = tiles(network, days=41)
    assert (found.answered, found.answered_in_time) == (2, 1)


def test_open_questions_are_late_this_week_or_later() -> None:
    network = kempen()
    for days in (0, 2, 20):
        asked(network, at=MONDAY + timedelta(days=days))
    found = tiles(network, days=31)
    assert (found.waiting, found.late, found.due_this_week) == (3, 1, 1)


def test_half_got_support_within_so_many_days() -> None:
    network = kempen()
    for days in (2, 6, 20):
        request = asked(network)
        at = MONDAY + timedelta(days=days)
        record_support(request=request, kind="first_support", by=acting(network.nele), at=at)
    assert tiles(network, days=21).support_days == 6
    assert tiles(network, days=21).support_days_before is None


def test_a_family_is_counted_once_when_its_agreed_help_began() -> None:
    network = kempen()
    family = peeters_el_amrani().family
    for _ in range(2):
        request = asked(network, family=family)
        record_support(request=request, kind="agreed_help", by=acting(network.nele), at=MONDAY)
    assert tiles(network, days=1).families == 1
