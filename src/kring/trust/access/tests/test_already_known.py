""" "Is this person already known?" is answered with yes or no, seldom, and with a reason."""

from datetime import date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from tests.cast import MONDAY, Network, acting, kempen, peeters_el_amrani, person

from kring.foundation.deadlines.queries import number_at
from kring.foundation.journal.actor import SYSTEM
from kring.foundation.journal.models import JournalEntry, JournalSubject
from kring.registry.people.actions import protect_address
from kring.registry.people.queries import Identifiers
from kring.trust.access.actions import TooManyChecks, check_known
from kring.trust.access.models import KnownCheck

pytestmark = pytest.mark.django_db
SOFIA = Identifiers("Sofia", "El Amrani", date(1988, 3, 14))
REASON = "Ze staat hier aan de balie."


def _known(
    network: Network, who: Identifiers = SOFIA, reason: str = REASON, at: datetime = MONDAY
) -> bool:
    return check_known(who=who, worker=network.nele, reason=reason, by=acting(network.nele), at=at)


def test_somebody_known_and_somebody_not() -> None:
    network, family = kempen(), peeters_el_amrani()
    assert _known(network)
    assert not _known(network, Identifiers("Els", "Maes", date(1990, 1, 1)))
    entry = JournalEntry.objects.filter(verb="person.known_checked").order_by("pk")[0]
    assert JournalSubject.objects.filter(entry=entry, subject_key=family.sofia.key).exists()


@pytest.mark.parametrize(
    "who", [Identifiers("Sofia", "El Amrani"), Identifiers("", "El Amrani", date(1988, 3, 14))]
)
def test_too_little_to_go_by_is_refused_and_not_counted(who: Identifiers) -> None:
    with pytest.raises(ValidationError):
        _known(kempen(), who)
    assert not KnownCheck.objects.exists()


def test_without_a_reason_nothing_is_answered() -> None:
    with pytest.raises(ValidationError) as refused:
        _known(kempen(), reason="   ok     ")
    assert "reason" in refused.value.message_dict


def test_only_so_many_an_hour() -> None:
    network = kempen()
    allowed = number_at("known_check_per_hour", MONDAY)
    for minute in range(allowed):
        _known(network, at=MONDAY + timedelta(minutes=minute))
    with pytest.raises(TooManyChecks):
        _known(network, at=MONDAY + timedelta(minutes=59))
    assert KnownCheck.objects.count() == allowed
    _known(network, at=MONDAY + timedelta(minutes=61))


def test_of_a_protected_family_nobody_hears_anything() -> None:
    network, family = kempen(), peeters_el_amrani()
    protect_address(by=SYSTEM, at=MONDAY, person=family.noor)
    assert not _known(network)


def test_a_minor_who_asks_alone_is_not_told_of() -> None:
    network = kempen()
    person("Lina", "Aerts", date(2011, 4, 2))
    assert not _known(network, Identifiers("Lina", "Aerts", date(2011, 4, 2)))
