"""A note that leaves the organisation that wrote it is written down as shared, with why and for whom."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from tests.cast import (
    MONDAY,
    Network,
    PeetersElAmrani,
    acting,
    kempen,
    peeters_el_amrani,
    worker,
)

from kring.registry.network.models import Organisation, Worker
from kring.support.notes.actions import Draft, WhyShared, hand_over_note, write_note
from kring.support.notes.models import Note
from kring.trust.access.models import ItemNamed
from kring.trust.consent.actions import record_consent
from kring.trust.consent.models import Sharing

pytestmark = pytest.mark.django_db
WHY = WhyShared("Zij zoeken samen een school.", "Younes")
type World = tuple[Network, PeetersElAmrani, Note]


@pytest.fixture
def world() -> World:
    """A note of the House of the Child about Sofia and Younes, who both agree to share with the CAW."""
    network, home = kempen(), peeters_el_amrani()
    by, caw = acting(network.nele), network.outside.organisation
    for who in (home.sofia, home.younes):
        record_consent(person=who, purpose="share", outcome="yes", organisation=caw, by=by, at=MONDAY)
    note = write_note(
        draft=Draft(words="Younes gaat niet naar school.", about=[home.sofia, home.younes]),
        author=network.nele,
        owner=network.counter.organisation,
        by=by,
        at=MONDAY,
    )
    return network, home, note


def hands(world: World, to: Worker | Organisation, **more: Any) -> None:
    network, _home, note = world
    by = acting(network.nele)
    hand_over_note(note=note, to=to, worker=network.nele, by=by, at=MONDAY, **more)


def test_one_sharing_for_each_it_is_about_with_all_the_law_asks(world: World) -> None:
    network, home, _note = world
    hands(world, network.outside.organisation, why=WHY)
    rows = Sharing.objects.order_by("pk")
    assert [row.person for row in rows] == [home.sofia, home.younes]
    for row in rows:
        assert row.organisation == network.outside.organisation
        assert row.from_organisation == network.counter.organisation
        assert (row.receiver_kind, row.consent_asked) == ("youth_help", "yes")
        assert (row.necessary_because, row.in_the_interest_of) == (
            WHY.necessary_because,
            WHY.in_the_interest_of,
        )
        assert (row.legal_basis, row.shared_at, row.shared_by) == ("consent", MONDAY, network.nele)
        assert row.what
        assert "school" not in row.what


def test_a_worker_of_another_organisation_is_named_with_it(world: World) -> None:
    network = world[0]
    hands(world, network.bram, why=WHY)
    row = Sharing.objects.first()
    assert row is not None
    assert (row.receiver, row.organisation) == ("Bram De Smet", network.outside.organisation)


def test_without_why_or_for_whom_nothing_is_handed_over(world: World) -> None:
    for why in (WhyShared(), WhyShared(WHY.necessary_because), WhyShared("", "Younes")):
        with pytest.raises(ValidationError):
            hands(world, world[0].outside.organisation, why=why)
    assert not Sharing.objects.exists()
    assert not ItemNamed.objects.exists()


def test_a_ground_that_is_none_is_refused(world: World) -> None:
    with pytest.raises(ValidationError):
        hands(world, world[0].bram, why=WhyShared(*(WHY.necessary_because, "Younes"), "zomaar"))
    assert not ItemNamed.objects.exists()


def test_within_the_organisation_that_wrote_it_nothing_is_shared(world: World) -> None:
    hands(world, worker("Tine Maes", world[0].counter, "counter"))
    assert not Sharing.objects.exists()
    assert ItemNamed.objects.count() == 1
