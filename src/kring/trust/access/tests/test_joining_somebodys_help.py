"""Asking to help along shows nothing; access begins when the person, or their keeper, says yes."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from tests.cast import MONDAY, Network, PeetersElAmrani, acting, kempen, peeters_el_amrani, person

from kring.foundation.journal.actor import SYSTEM
from kring.foundation.outbox.models import Message
from kring.foundation.workflow.transitions import CannotMove
from kring.registry.people.actions import protect_address
from kring.registry.people.models import Person
from kring.registry.people.queries import Identifiers
from kring.trust.access.actions import (
    TooManyChecks,
    ask_to_join,
    declare_own,
    decline_join,
    open_access,
    open_join,
    work_on_joins,
)
from kring.trust.access.joining import heard, joins_waiting_for
from kring.trust.access.models import Involvement, JoinAsked
from kring.trust.access.queries import family_for, person_for
from kring.trust.access.tests.a_glass import SOFIA, kept_by, reading
from kring.trust.consent.actions import record_consent

pytestmark = pytest.mark.django_db
REASON = "Ik begeleid Noor op school sinds september."


@pytest.fixture
def network() -> Network:
    return kempen()


@pytest.fixture
def home() -> PeetersElAmrani:
    return peeters_el_amrani()


def asks(network: Network, who: Identifiers = SOFIA) -> JoinAsked:
    bram = network.bram
    return ask_to_join(who=who, worker=bram, reason=REASON, by=acting(bram), at=MONDAY)


def agrees(person: Person, network: Network, decided_by: Person | None = None) -> None:
    record_consent(
        person=person,
        purpose="share",
        outcome="yes",
        organisation=network.outside.organisation,
        decided_by=decided_by,
        by=SYSTEM,
        at=MONDAY,
    )


def test_asking_shows_nothing(network: Network, home: PeetersElAmrani) -> None:
    join = asks(network)
    assert join.person == home.sofia
    assert heard(join, MONDAY) == "asked"
    assert person_for(reading(network.bram), home.sofia.key, MONDAY) is None


def test_what_nobody_may_hear_of_is_kept_without_a_person(
    network: Network, home: PeetersElAmrani
) -> None:
    assert asks(network, Identifiers("Els", "Maes", date(1990, 1, 1))).person is None
    person("Lina", "Aerts", date(2011, 4, 2))
    assert asks(network, Identifiers("Lina", "Aerts", date(2011, 4, 2))).person is None
    declare_own(worker=network.bram, who=SOFIA, by=acting(network.bram), at=MONDAY)
    assert asks(network).person is None


def test_of_a_protected_family_nothing_comes(network: Network, home: PeetersElAmrani) -> None:
    kept_by(home, network.lotte)
    protect_address(by=SYSTEM, at=MONDAY, person=home.noor)
    assert asks(network).person is None
    work_on_joins(at=MONDAY)
    assert not Message.objects.exists()


def test_the_keeper_is_told_by_the_clock_and_not_by_the_page(
    network: Network, home: PeetersElAmrani
) -> None:
    kept_by(home, network.lotte)
    asks(network)
    assert not Message.objects.exists()
    work_on_joins(at=MONDAY + timedelta(minutes=1))
    work_on_joins(at=MONDAY + timedelta(minutes=2))
    assert list(Message.objects.values_list("recipient_key", flat=True)) == [network.lotte.key]
    assert [join.worker for join in joins_waiting_for(reading(network.lotte), MONDAY)] == [network.bram]
    assert not joins_waiting_for(reading(network.nele), MONDAY).exists()
    assert not joins_waiting_for(reading(network.bram), MONDAY).exists()


@pytest.mark.parametrize(("who", "told"), [("younes", 1), ("noor", 0)])
def test_who_decides_and_has_an_access_is_told_over_their_own_channel(
    network: Network, home: PeetersElAmrani, who: str, told: int
) -> None:
    asked = getattr(home, who)
    opened = open_access(person=asked, opened_by=None, by=SYSTEM, at=MONDAY, on_paper=True)
    asks(network, Identifiers(asked.given_name, asked.family_name, asked.birth_date))
    work_on_joins(at=MONDAY + timedelta(minutes=1))
    messages = Message.objects.values_list("recipient_kind", "recipient_key", "text")
    assert list(messages) == [("access", opened.access.key, "access.join_asked")] * told


def test_the_keeper_needs_consent_on_record(network: Network, home: PeetersElAmrani) -> None:
    join = asks(network)
    with pytest.raises(ValidationError):
        open_join(join=join, settled_by=network.lotte, by=acting(network.lotte), at=MONDAY)
    agrees(home.sofia, network)
    opened = open_join(join=join, settled_by=network.lotte, by=acting(network.lotte), at=MONDAY)
    assert (opened.role, opened.person, opened.family) == (Involvement.Role.TEAM, home.sofia, None)
    assert heard(join, MONDAY) == "opened"
    assert person_for(reading(network.bram), home.sofia.key, MONDAY) == home.sofia
    assert person_for(reading(network.bram), home.younes.key, MONDAY) is None


def test_with_the_yes_of_all_it_is_for_the_family(network: Network, home: PeetersElAmrani) -> None:
    join = asks(network)
    agrees(home.sofia, network)
    agrees(home.younes, network)
    agrees(home.noor, network, decided_by=home.sofia)
    open_join(join=join, settled_by=network.lotte, by=acting(network.lotte), at=MONDAY)
    assert family_for(reading(network.bram), home.family.key, MONDAY) == home.family


def test_the_person_says_yes_alone(network: Network, home: PeetersElAmrani) -> None:
    younes = asks(network, Identifiers("Younes", "Peeters", date(2012, 5, 2)))
    with pytest.raises(ValidationError):
        open_join(join=younes, decided_by=home.sofia, by=SYSTEM, at=MONDAY)
    open_join(join=younes, decided_by=home.younes, by=SYSTEM, at=MONDAY)
    assert person_for(reading(network.bram), home.younes.key, MONDAY) == home.younes


def test_a_no_and_silence_look_the_same(network: Network, home: PeetersElAmrani) -> None:
    declined, unknown = asks(network), asks(network, Identifiers("Els", "Maes", date(1990, 1, 1)))
    decline_join(join=declined, settled_by=network.lotte, by=acting(network.lotte), at=MONDAY)
    assert heard(declined, MONDAY) == heard(unknown, MONDAY) == "asked"
    over = unknown.expires_at
    work_on_joins(at=over)
    unknown.refresh_from_db()
    assert unknown.state == "expired"
    assert heard(declined, over) == heard(unknown, over) == "silence"
    with pytest.raises(CannotMove):
        decline_join(join=unknown, by=SYSTEM, at=over)


def test_asking_counts_as_a_look_for_somebody(network: Network, home: PeetersElAmrani) -> None:
    for _ in range(20):
        asks(network)
    with pytest.raises(TooManyChecks):
        asks(network)


@pytest.mark.parametrize("reason", ["", "ik help al"])
def test_a_reason_is_asked(network: Network, reason: str) -> None:
    with pytest.raises(ValidationError):
        ask_to_join(who=SOFIA, worker=network.bram, reason=reason, by=acting(network.bram), at=MONDAY)
