"""An owner chooses how often to confirm; what is not confirmed in time says so."""

from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError

from kring.foundation.journal.actor import SYSTEM
from kring.offer.directory.actions import (
    add_service,
    change_service,
    confirm_service,
    put_aside,
    state_free_places,
    withdraw_service,
)
from kring.offer.directory.queries import is_stale, quality, service_by_key, to_confirm
from kring.offer.directory.tests.offering import BY, NOW, described, house, playgroup

pytestmark = pytest.mark.django_db
LAST_MOMENT = datetime(2027, 5, 2, 21, 59, 59, tzinfo=UTC)
DAY_AFTER = datetime(2027, 5, 2, 22, 0, tzinfo=UTC)


def test_six_months_end_with_the_local_day():
    service = playgroup()
    assert not is_stale(service, LAST_MOMENT)
    assert is_stale(service, DAY_AFTER)
    assert list(to_confirm(LAST_MOMENT)) == []
    assert [one.pk for one in to_confirm(DAY_AFTER)] == [service.pk]


def test_confirming_makes_it_fresh_again():
    service = playgroup()
    confirm_service(service=service, by=SYSTEM, at=DAY_AFTER, address="an@example.org")
    assert not is_stale(service, DAY_AFTER)
    assert service.confirmed_by == "an@example.org"


def test_changing_it_confirms_it_by_the_new_rhythm():
    service = playgroup()
    change_service(service=service, version=1, described=described(), confirm_every=1, by=SYSTEM, at=NOW)
    assert service.confirm_before == datetime(2026, 12, 2, 23, 0, tzinfo=UTC)


@pytest.mark.parametrize("months", [0, 13, None])
def test_another_rhythm_is_refused(months):
    with pytest.raises(ValidationError, match="1 tot 12"):
        add_service(organization=house(), described=described(), confirm_every=months, **BY)


def test_what_is_not_shown_need_not_be_confirmed():
    put_aside(service=playgroup(), **BY)
    assert list(to_confirm(DAY_AFTER)) == []


def test_free_places_stand_with_their_day():
    service = playgroup()
    state_free_places(service=service, places=0, **BY)
    assert (service.free_places, service.free_places_at) == (0, NOW)
    state_free_places(service=service, places=None, by=SYSTEM, at=LAST_MOMENT)
    assert (service.free_places, service.free_places_at) == (None, None)


def test_what_stopped_has_no_free_places():
    service = playgroup()
    state_free_places(service=service, places=4, **BY)
    withdraw_service(service=service, **BY)
    service.refresh_from_db()
    assert service.free_places is None


def test_the_score_says_what_to_mend():
    service = service_by_key(playgroup().key)
    assert {one.code for one in quality(service, NOW).mend} == {"cost"}
    assert quality(service, NOW).score == 95
    assert {one.code for one in quality(service, DAY_AFTER).mend} == {"fresh", "cost"}


def test_an_empty_entry_scores_what_it_has():
    bare = {"parts": (), "domains": (), "eligibility": None, "places": ()}
    service = playgroup(**bare, values={"description": {}})
    assert quality(service_by_key(service.key), NOW).score == 20
