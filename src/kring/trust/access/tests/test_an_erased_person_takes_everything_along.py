"""Whoever is erased takes along what trust kept of them; others keep what is theirs."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.apps import apps
from pytest_django import Settings

from kring.foundation.accounts.models import Account, Invitation
from kring.foundation.journal.models import JournalPayload
from kring.foundation.journal.verifying import faults
from kring.foundation.retention.running import run
from kring.registry.people.models import Person
from kring.trust.access.models import Item, ItemSubject
from kring.trust.access.tests.a_full_life import AT, CANARY, a_full_life, a_worker
from kring.trust.consent.models import Consent

pytestmark = pytest.mark.django_db
BIRTHDAY = datetime(2045, 3, 1, 3, tzinfo=UTC)
DAY_BEFORE = datetime(2045, 2, 28, 3, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _ledger(settings: Settings, tmp_path: Path) -> None:
    settings.ANCHOR_DIR = tmp_path


def told() -> set[str]:
    """Where the canary stands in the rows of any model."""
    return {
        model._meta.label
        for model in apps.get_models()
        if CANARY.lower() in str(list(model._default_manager.order_by("pk").values())).lower()
    }


def test_nothing_fails_and_nothing_stays() -> None:
    a_full_life(a_worker())
    assert told() >= {"people.Person", "consent.Sharing", "access.JoinAsked", "accounts.Account"}
    assert run(at=DAY_BEFORE).counts.get("youth_file") is None
    report = run(at=BIRTHDAY)
    assert report.failed == 0
    assert told() == set()
    assert not Person.objects.exists()
    assert not Item.objects.exists()
    assert not Account.objects.exists()
    assert not Invitation.objects.exists()
    assert faults() == []


def test_the_parents_stay_with_what_is_theirs() -> None:
    """A second child keeps the family; the grown-up one goes alone."""
    child = a_full_life(a_worker())
    items = Item.objects.count()
    younger = Person.objects.create(given_name="Bas", birth_date=date(2020, 1, 1), created_at=AT)
    family = child.memberships.get().family
    family.memberships.create(person=younger, role="child", starts_at=AT)
    kept = Consent.objects.create(
        person=younger,
        purpose="share",
        outcome="yes",
        decided_by=Person.objects.get(given_name=f"{CANARY}moeder"),
        starts_at=AT,
    )
    report = run(at=BIRTHDAY)
    assert report.failed == 0
    assert set(Person.objects.values_list("given_name", flat=True)) == {
        "Bas",
        f"{CANARY}moeder",
        f"{CANARY}vader",
    }
    assert Item.objects.count() == items - 1
    assert not ItemSubject.objects.filter(person=child).exists()
    assert list(Consent.objects.all()) == [kept]


def test_what_the_person_did_loses_the_name() -> None:
    child = a_full_life(a_worker())
    assert JournalPayload.objects.filter(entry__actor_key=child.key).exists()
    run(at=BIRTHDAY)
    assert not JournalPayload.objects.filter(entry__actor_key=child.key).exists()
