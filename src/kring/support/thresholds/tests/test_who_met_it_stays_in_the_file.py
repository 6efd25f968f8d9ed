"""Who met a threshold reaches neither the organisation nor policy, by no way."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from tests.cast import MONDAY, Network, PeetersElAmrani, acting, kempen, peeters_el_amrani

from kring.foundation.retention.erasing import RELEASES
from kring.registry.network.models import Organisation, Sector
from kring.registry.people.models import Family, FamilyMembership, Person
from kring.support.thresholds.actions import ask_threshold
from kring.support.thresholds.models import MetBy, Threshold
from kring.support.thresholds.queries import (
    asked_of,
    counts,
    met_by_for,
    threshold_for,
    thresholds_of,
)
from kring.support.thresholds.tests.logging import ASKED, logged
from kring.trust.access.models import Item
from kring.trust.access.tests.a_glass import kept_by, reading
from kring.trust.consent.actions import record_consent
from kring.trust.consent.models import Consent

pytestmark = pytest.mark.django_db


@pytest.fixture
def network() -> Network:
    return kempen()


@pytest.fixture
def home(network: Network) -> PeetersElAmrani:
    people = peeters_el_amrani()
    kept_by(people, network.nele)
    return people


def test_who_helps_the_family_reads_it(network: Network, home: PeetersElAmrani) -> None:
    one = logged(network, home, words_sent=ASKED)
    nele = reading(network.nele)
    assert [met.threshold for met in thresholds_of(nele, home.family, MONDAY)] == [one]


def test_who_helps_along_elsewhere_reads_it_once_they_said_yes(
    network: Network, home: PeetersElAmrani
) -> None:
    _of_sector(network, Sector.YOUTH_CARE)
    kept_by(home, network.lotte, "team")
    one = logged(network, home)
    assert threshold_for(reading(network.lotte), one.key, MONDAY) is None
    _agreed(network, home.sofia)
    assert threshold_for(reading(network.lotte), one.key, MONDAY) is None, "it is about Noor too"
    _agreed(network, home.noor, home.sofia)
    assert threshold_for(reading(network.lotte), one.key, MONDAY) == one


def test_who_helps_along_outside_youth_help_reads_it_on_no_yes(
    network: Network, home: PeetersElAmrani
) -> None:
    _of_sector(network, Sector.OTHER)
    kept_by(home, network.lotte, "team")
    one = logged(network, home)
    _agreed(network, home.sofia)
    _agreed(network, home.noor, home.sofia)
    assert threshold_for(reading(network.lotte), one.key, MONDAY) is None


def _of_sector(network: Network, sector: str) -> None:
    """What the organisation of Lotte does."""
    Organisation.objects.filter(pk=network.team.organisation.pk).update(sector=sector)


def _agreed(network: Network, person: Person, decided_by: Person | None = None) -> None:
    """A yes to share with the organisation of Lotte."""
    record_consent(
        person=person,
        purpose=Consent.Purpose.SHARE,
        outcome=Consent.Outcome.YES,
        decided_by=decided_by,
        organisation=network.team.organisation,
        by=acting(network.nele),
        at=MONDAY,
    )


def test_the_organisation_reads_the_kind_and_the_words_sent_alone(
    network: Network, home: PeetersElAmrani
) -> None:
    one = logged(network, home, words_sent=ASKED)
    bram = reading(network.bram)
    assert asked_of(bram.organisation_ids) == [one]
    assert met_by_for(bram, one, MONDAY) is None
    assert thresholds_of(bram, home.family, MONDAY) == []


def test_what_was_not_asked_is_not_there_for_the_organisation(
    network: Network, home: PeetersElAmrani
) -> None:
    one = logged(network, home)
    bram = reading(network.bram)
    assert (asked_of(bram.organisation_ids), threshold_for(bram, one.key, MONDAY)) == ([], None)


def test_a_third_organisation_finds_nothing(network: Network) -> None:
    one = logged(network, words_sent=ASKED)
    assert threshold_for(reading(network.lotte), one.key, MONDAY) is None


@pytest.mark.parametrize(
    "words",
    [
        "Kan Sofia met een tolk komen?",
        "Mevrouw EL AMRANI vroeg een tolk.",
        "Zoon Younes is veertien.",
        "Het nummer is 85.07.30-033 28.",
        "Bel 0470 12 34 56 terug.",
        "Mail naar iemand@example.org.",
        "Ze wonen in de Kerkstraat 12.",
        "Ze wonen in de Kerkstr. nr. 12.",
    ],
)
def test_words_that_point_at_somebody_are_not_sent(
    network: Network, home: PeetersElAmrani, words: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        logged(network, home, words_sent=words)
    assert "words_sent" in refused.value.message_dict
    assert words not in str(refused.value)


def test_the_name_of_who_left_or_of_the_family_is_not_sent_either(
    network: Network, home: PeetersElAmrani
) -> None:
    one = logged(network, home)
    by = acting(network.nele)
    FamilyMembership.objects.filter(person=home.younes).update(ends_at=MONDAY)
    Person.objects.filter(pk=home.younes.pk).update(given_name="Bo", family_name="Van den Broeck")
    Family.objects.filter(pk=home.family.pk).update(name="Vermeulen")
    for words in ("Kan Bo een tolk krijgen?", "Familie Broeck komt.", "Gezin Vermeulen komt."):
        with pytest.raises(ValidationError):
            ask_threshold(threshold=one, words=words, by=by, at=MONDAY)
    ask_threshold(threshold=one, words="Kan er een tolk van het stadhuis bij?", by=by, at=MONDAY)
    assert one.state == "asked"


def test_plain_words_are_sent(network: Network, home: PeetersElAmrani) -> None:
    one = logged(network, home, words_sent="Kan het loket na 18 uur open, 2 keer per week?")
    assert one.state == "asked"


@pytest.mark.parametrize("kind", ["family", "person"])
def test_it_goes_with_the_family_and_its_count_stays(
    network: Network, home: PeetersElAmrani, kind: str
) -> None:
    logged(network, home, words_sent=ASKED)
    keys = [home.family.key] if kind == "family" else [home.sofia.key, home.noor.key]
    by, at = acting(network.nele), MONDAY + timedelta(days=1)
    for release in RELEASES[kind]:
        if release.__module__.startswith("kring.support.thresholds"):
            release(by=by, at=at, keys=keys)
    assert not MetBy.objects.exists()
    assert not Item.objects.filter(kind="threshold").exists()
    assert Threshold.objects.get().asked_words == ""
    found = counts(None, MONDAY, at, limit=1)
    assert [line.count for line in found["outcome"]] == [1]
