"""Breaking the glass opens one family for reading, for three hours to the second, told at once."""

from datetime import date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from tests.cast import (
    LONG_AGO,
    MONDAY,
    Network,
    PeetersElAmrani,
    acting,
    kempen,
    peeters_el_amrani,
    person,
)

from kring.foundation.classes.facts import DataClass
from kring.foundation.deadlines.queries import number_at
from kring.foundation.journal.models import JournalEntry
from kring.foundation.outbox.delivery import send_due
from kring.foundation.outbox.models import Message
from kring.registry.people.models import Family, FamilyMembership
from kring.registry.people.queries import Identifiers
from kring.trust.access.actions import (
    TooMuchGlass,
    break_glass,
    declare_own,
    find_in_emergency,
    review_glass,
)
from kring.trust.access.glass import glass_until, reviews_late, reviews_waiting
from kring.trust.access.items import class_item, readable_items
from kring.trust.access.models import BrokenGlass, Item
from kring.trust.access.queries import (
    families_by_id,
    families_visible_to,
    family_for,
    person_for,
    persons_by_id,
    persons_visible_to,
)
from kring.trust.access.tests.a_glass import REASON, SOFIA, broken, kept_by, officer, reading

pytestmark = pytest.mark.django_db
SECOND = timedelta(seconds=1)
THREE_HOURS = timedelta(hours=3)


@pytest.fixture
def network() -> Network:
    return kempen()


@pytest.fixture
def home() -> PeetersElAmrani:
    return peeters_el_amrani()


def sees(network: Network, home: PeetersElAmrani, at: datetime, *, deed: bool = False) -> set[bool]:
    """What every read says of Bram and this family; one answer when they agree."""
    bram = reading(network.bram, at, deed=deed)
    return {
        families_visible_to(bram, at).filter(pk=home.family.pk).exists(),
        family_for(bram, home.family.key, at) is not None,
        bool(families_by_id(bram, [home.family.pk], at)),
        person_for(bram, home.noor.key, at) is not None,
        bool(persons_by_id(bram, [home.sofia.pk], at)),
        persons_visible_to(bram, at).filter(pk=home.younes.pk).exists(),
    }


def test_it_opens_every_read_and_ends_to_the_second(network: Network, home: PeetersElAmrani) -> None:
    assert sees(network, home, MONDAY) == {False}
    broken(home, network.bram)
    assert sees(network, home, MONDAY) == {True}
    assert sees(network, home, MONDAY + THREE_HOURS - SECOND) == {True}
    assert sees(network, home, MONDAY + THREE_HOURS) == {False}
    assert sees(network, home, MONDAY - SECOND) == {False}


def test_it_opens_reading_and_no_deed(network: Network, home: PeetersElAmrani) -> None:
    broken(home, network.bram)
    assert sees(network, home, MONDAY, deed=True) == {False}


def test_it_opens_for_nobody_else_and_nothing_else(network: Network, home: PeetersElAmrani) -> None:
    other = Family.objects.create(name="Maes", search_name="maes", created_at=LONG_AGO)
    broken(home, network.bram)
    assert family_for(reading(network.nele), home.family.key, MONDAY) is None
    assert family_for(reading(network.bram), other.key, MONDAY) is None


def test_who_left_the_family_is_not_shown(network: Network, home: PeetersElAmrani) -> None:
    FamilyMembership.objects.filter(person=home.younes).update(ends_at=MONDAY)
    broken(home, network.bram)
    assert person_for(reading(network.bram), home.younes.key, MONDAY) is None
    assert person_for(reading(network.bram), home.noor.key, MONDAY) is not None


def test_the_page_knows_until_when(network: Network, home: PeetersElAmrani) -> None:
    assert glass_until(reading(network.bram), home.family, MONDAY) is None
    broken(home, network.bram)
    assert glass_until(reading(network.bram), home.family, MONDAY) == MONDAY + THREE_HOURS


@pytest.mark.parametrize("reason", ["", "dringend", "x" * 19, " " * 30])
def test_without_a_reason_nothing_opens(network: Network, home: PeetersElAmrani, reason: str) -> None:
    with pytest.raises(ValidationError) as refused:
        break_glass(
            worker=network.bram,
            family=home.family,
            reason=reason,
            signed_in_lately=True,
            by=acting(network.bram),
            at=MONDAY,
        )
    assert "reason" in refused.value.message_dict
    assert not BrokenGlass.objects.exists()


def test_without_a_fresh_sign_in_nothing_opens(network: Network, home: PeetersElAmrani) -> None:
    with pytest.raises(ValidationError):
        break_glass(
            worker=network.bram,
            family=home.family,
            reason=REASON,
            signed_in_lately=False,
            by=acting(network.bram),
            at=MONDAY,
        )
    assert not Message.objects.exists()


def test_only_so_many_a_day(network: Network, home: PeetersElAmrani) -> None:
    for minute in range(number_at("glass_per_day", MONDAY)):
        broken(home, network.bram, MONDAY + timedelta(minutes=minute))
    with pytest.raises(TooMuchGlass):
        broken(home, network.bram, MONDAY + timedelta(hours=5))
    with pytest.raises(TooMuchGlass):
        find_in_emergency(
            who=SOFIA, worker=network.bram, reason=REASON, by=acting(network.bram), at=MONDAY
        )
    broken(home, network.bram, MONDAY + timedelta(days=1))


def find(network: Network, who: Identifiers = SOFIA) -> Family | None:
    return find_in_emergency(
        who=who, worker=network.bram, reason=REASON, by=acting(network.bram), at=MONDAY
    )


def test_one_is_found_by_enough_to_recognise_them(network: Network, home: PeetersElAmrani) -> None:
    assert find(network) == home.family
    assert find(network, Identifiers("Els", "Maes", date(1990, 1, 1))) is None
    with pytest.raises(ValidationError):
        find(network, Identifiers("Sofia", "El Amrani"))


def test_never_the_own_circle(network: Network, home: PeetersElAmrani) -> None:
    younes = Identifiers("Younes", "Peeters", date(2012, 5, 2))
    declare_own(worker=network.bram, who=younes, by=acting(network.bram), at=MONDAY)
    assert find(network) is None
    with pytest.raises(ValidationError):
        broken(home, network.bram)


def test_an_own_circle_named_later_closes_it_at_once(network: Network, home: PeetersElAmrani) -> None:
    broken(home, network.bram)
    declare_own(worker=network.bram, who=SOFIA, by=acting(network.bram), at=MONDAY)
    assert sees(network, home, MONDAY) == {False}


def test_a_minor_who_asks_alone_is_not_found(network: Network) -> None:
    person("Lina", "Aerts", date(2011, 4, 2))
    assert find(network, Identifiers("Lina", "Aerts", date(2011, 4, 2))) is None


def test_a_child_of_two_families_opens_neither(network: Network, home: PeetersElAmrani) -> None:
    other = Family.objects.create(name="Peeters", search_name="peeters", created_at=LONG_AGO)
    FamilyMembership.objects.create(family=other, person=home.noor, role="child", starts_at=LONG_AGO)
    assert find(network, Identifiers("Noor", "Peeters", date(2020, 9, 21))) is None
    assert find(network) == home.family


def test_the_keeper_and_the_officer_are_told_within_a_minute(
    network: Network, home: PeetersElAmrani
) -> None:
    greet = officer(network)
    kept_by(home, network.lotte)
    broken(home, network.bram)
    told = Message.objects.filter(text="access.glass_broken")
    assert set(told.values_list("recipient_key", flat=True)) == {greet.key, network.lotte.key}
    assert set(told.values_list("next_try_at", flat=True)) == {MONDAY}
    send_due(at=MONDAY + timedelta(seconds=59))
    assert not told.filter(next_try_at=MONDAY, state="queued").exists()


def test_without_an_anchor_the_holder_is_told(network: Network, home: PeetersElAmrani) -> None:
    kept_by(home, network.nele, "holder")
    broken(home, network.bram)
    keys = Message.objects.filter(text="access.glass_broken").values_list("recipient_key", flat=True)
    assert list(keys) == [network.nele.key]


def test_confidence_court_and_mediation_stay_closed(network: Network, home: PeetersElAmrani) -> None:
    for data_class in DataClass:
        class_item(kind="note", about=[home.sofia], data_class=data_class, told_by="self", at=MONDAY)
    broken(home, network.bram)
    found = readable_items(reading(network.bram), Item.objects.all(), MONDAY)
    closed = {"confidence", "court", "mediation", "protected_address"}
    assert {item.data_class for item in found.values()} & closed == set()
    assert "open" in {item.data_class for item in found.values()}


def review(glass: BrokenGlass, network: Network, words: str = "Terecht, de politie bevestigt.") -> None:
    greet = officer(network)
    review_glass(glass=glass, verdict="needed", words=words, reviewer=greet, by=acting(greet), at=MONDAY)


def test_every_one_waits_for_a_review_within_five_working_days(
    network: Network, home: PeetersElAmrani
) -> None:
    glass = broken(home, network.bram)
    assert list(reviews_waiting()) == [glass]
    last = datetime(2026, 11, 9, 22, 59, tzinfo=MONDAY.tzinfo)
    assert reviews_late(last) == 0
    assert reviews_late(last + timedelta(minutes=2)) == 1
    review(glass, network)
    assert not reviews_waiting().exists()
    assert JournalEntry.objects.filter(verb="glass.reviewed").count() == 1


def test_nobody_reviews_their_own_and_nobody_twice(network: Network, home: PeetersElAmrani) -> None:
    own = broken(home, officer(network))
    with pytest.raises(ValidationError) as refused:
        review(own, network)
    assert refused.value.code == "own"
    glass = broken(home, network.bram)
    with pytest.raises(ValidationError):
        review(glass, network, words="ok")
    review(BrokenGlass.objects.get(pk=glass.pk), network)
    with pytest.raises(ValidationError):
        review(glass, network)
