"""Each child is destroyed on the day it becomes 35: not a day before, and nobody else."""

import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from pytest_django import Settings

from kring.foundation.deadlines.calendar import start_of_day
from kring.foundation.journal.actor import SYSTEM
from kring.foundation.retention.actions import place_hold
from kring.foundation.retention.running import run
from kring.registry.people.models import Family, FamilyMembership, Person

pytestmark = pytest.mark.django_db
PEOPLE = 10_000 if os.environ.get("KRING_FULL") == "1" else 1_000
FIRST_DAY = date(2010, 3, 1)
DAYS = 20
"""Birthdays are spread over this many days, and we look at five of them."""
MADE = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
def children(settings: Settings, tmp_path: Path) -> list[Person]:
    settings.ANCHOR_DIR = tmp_path
    made = [
        Person(
            given_name=f"K{place}", birth_date=FIRST_DAY + timedelta(days=place % DAYS), created_at=MADE
        )
        for place in range(PEOPLE)
    ]
    Person.objects.bulk_create(made, batch_size=500)
    # a brother or sister of 2024 keeps each family; 20 children share one
    families = [Family(name=f"G{place}", created_at=MADE) for place in range(PEOPLE // 20)]
    Family.objects.bulk_create(families)
    small = [Person(given_name="Klein", birth_date=date(2024, 1, 1), created_at=MADE) for _ in families]
    Person.objects.bulk_create(small)
    role = FamilyMembership.Role.CHILD
    ties = [
        FamilyMembership(family=families[place // 20], person=child, role=role, starts_at=MADE)
        for place, child in enumerate(made)
    ]
    ties += [
        FamilyMembership(family=family, person=child, role=role, starts_at=MADE)
        for family, child in zip(families, small, strict=True)
    ]
    FamilyMembership.objects.bulk_create(ties, batch_size=500)
    return made


def births() -> set[date]:
    """The birth dates of those who are still known, without the small ones."""
    known = Person.objects.exclude(given_name="Klein").order_by("pk")
    return {born for born in known.values_list("birth_date", flat=True) if born is not None}


def test_on_the_day_and_not_the_day_before(children: list[Person]) -> None:
    born = {child.birth_date for child in children if child.birth_date}
    families = Family.objects.count()
    for day in (-1, 0, 1, DAYS - 2, DAYS - 1):
        today = date(2045, 3, 1) + timedelta(days=day)
        at = start_of_day(today)
        held = run(at=at - timedelta(minutes=1))
        assert held.failed == 0
        report = run(at=at)
        assert births() == {one for one in born if one.replace(year=one.year + 35) > today}
        if 0 <= day < DAYS - 2:
            assert report.counts["youth_file"]["person"] == PEOPLE // DAYS
    assert births() == set()
    assert Family.objects.count() == families
    assert Person.objects.count() == families


def test_who_was_born_on_the_29th_of_february(settings: Settings, tmp_path: Path) -> None:
    settings.ANCHOR_DIR = tmp_path
    leap = Person.objects.create(given_name="Schrikkel", birth_date=date(2012, 2, 29), created_at=MADE)
    family = Family.objects.create(name="G", created_at=MADE)
    FamilyMembership.objects.create(family=family, person=leap, role="child", starts_at=MADE)
    run(at=start_of_day(date(2047, 2, 28)) - timedelta(seconds=1))
    assert Person.objects.exists()
    run(at=start_of_day(date(2047, 3, 1)))
    assert not Person.objects.exists()


def test_a_hold_on_one_child_keeps_that_child(settings: Settings, tmp_path: Path) -> None:
    settings.ANCHOR_DIR = tmp_path
    kept, gone = (
        Person.objects.create(given_name=name, birth_date=FIRST_DAY, created_at=MADE)
        for name in ("Blijft", "Weg")
    )
    for child in (kept, gone):
        family = Family.objects.create(name="G", created_at=MADE)
        FamilyMembership.objects.create(family=family, person=child, role="child", starts_at=MADE)
    place_hold(by=SYSTEM, at=MADE, kind="person", key=kept.key, reason="court")
    assert run(at=start_of_day(date(2050, 1, 1))).held_back
    assert list(Person.objects.order_by("pk")) == [kept]
