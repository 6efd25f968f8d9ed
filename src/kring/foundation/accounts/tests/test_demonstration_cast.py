"""The cast of a demonstration is entered without a password, and nobody else, and nowhere else."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kring.foundation.accounts.actions import create_account
from kring.foundation.accounts.models import Account, AccountKind
from kring.foundation.accounts.tests.at_the_door import account, is_inside
from kring.foundation.journal.actor import SYSTEM

pytestmark = pytest.mark.django_db


@pytest.fixture
def lotte() -> Account:
    """One of the cast."""
    return create_account(
        by=SYSTEM,
        at=timezone.now(),
        email="lotte.claes@example.org",
        kind=AccountKind.WORKER,
        name="Lotte Claes",
        story={"nl": "werkt in het Huis van het Kind in Geel", "en": "works in Geel"},
    )


def test_cast_is_shown_and_entered_in_a_demonstration(
    client: Client, lotte: Account, settings: object
) -> None:
    settings.DEMO = True  # type: ignore[attr-defined]
    assert "Huis van het Kind in Geel" in client.get(reverse("enter_demo")).content.decode()
    assert client.post(reverse("enter_demo"), {"key": str(lotte.key)}).status_code == 302
    assert is_inside(client)


def test_account_outside_the_cast_cannot_be_entered(client: Client, settings: object) -> None:
    settings.DEMO = True  # type: ignore[attr-defined]
    other = account()
    assert client.post(reverse("enter_demo"), {"key": str(other.key)}).status_code == 404
    assert not is_inside(client)


@pytest.mark.parametrize("key", ["", "geen-sleutel"])
def test_nonsense_enters_nobody(client: Client, settings: object, key: str) -> None:
    settings.DEMO = True  # type: ignore[attr-defined]
    assert client.post(reverse("enter_demo"), {"key": key}).status_code == 404


def test_outside_a_demonstration_the_page_does_not_exist(client: Client, lotte: Account) -> None:
    assert client.get(reverse("enter_demo")).status_code == 404
    assert client.post(reverse("enter_demo"), {"key": str(lotte.key)}).status_code == 404
    assert not is_inside(client)
