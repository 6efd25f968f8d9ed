"""Six tries a minute for one account, a limit per place too, and nobody locked out for long."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from kring.foundation.accounts.models import Account, AccountKind
from kring.foundation.accounts.tests.at_the_door import (
    account,
    is_inside,
    sign_in,
    type_password,
)

pytestmark = pytest.mark.django_db
LIMITED = "Te veel pogingen"


@pytest.fixture
def who() -> Account:
    """The account that is attacked."""
    return account(AccountKind.FAMILY)


def _attack(tries: int, places: int = 200) -> list[Any]:
    return [
        type_password(Client(REMOTE_ADDR=f"10.0.{n % places}.1"), password=f"gok-nummer-{n}")
        for n in range(tries)
    ]


def test_seventh_try_in_a_minute_is_refused_even_with_the_right_password(
    client: Client, who: Account
) -> None:
    assert not any(LIMITED in answer.content.decode() for answer in _attack(6))
    assert LIMITED in type_password(client).content.decode()
    assert not is_inside(client)


def test_unknown_address_has_the_same_limit(client: Client) -> None:
    for _ in range(6):
        type_password(client, "niemand@example.org")
    assert LIMITED in type_password(client, "niemand@example.org").content.decode()


def test_one_place_has_a_limit_over_all_accounts(client: Client) -> None:
    answers = [type_password(client, f"gezin{n}@example.org") for n in range(21)]
    assert LIMITED not in answers[19].content.decode()
    assert LIMITED in answers[20].content.decode()


def test_a_minute_after_the_attack_the_owner_gets_in(client: Client, who: Account) -> None:
    _attack(30)
    with time_machine.travel(timezone.now() + timedelta(seconds=61)):
        sign_in(client, who)


def test_owner_gets_in_on_a_known_device_during_the_attack(client: Client, who: Account) -> None:
    sign_in(client, who)
    client.post("/aanmelden/afmelden/")
    _attack(30)
    sign_in(client, who)


def test_known_device_of_one_account_is_a_stranger_to_another(client: Client, who: Account) -> None:
    sign_in(client, account(AccountKind.FAMILY, email="youssef@example.org"))
    client.post("/aanmelden/afmelden/")
    _attack(6)
    assert LIMITED in type_password(client).content.decode()


def test_known_device_has_a_limit_of_its_own(client: Client, who: Account) -> None:
    sign_in(client, who)
    client.post("/aanmelden/afmelden/")
    for _ in range(6):
        type_password(client, password="fout-wachtwoord")
    assert LIMITED in type_password(client).content.decode()


def test_a_value_is_added_once_and_again_after_its_time() -> None:
    assert cache.add("code", "y", timeout=30)
    assert not cache.add("code", "z", timeout=30)
    with time_machine.travel(timezone.now() + timedelta(seconds=31)):
        assert cache.get("code") is None
        assert cache.add("code", "z", timeout=30)
        assert cache.get("code") == "z"


def test_a_full_cache_drops_no_living_value() -> None:
    cache.add("first", 1, timeout=600)
    for n in range(400):
        cache.set(f"more-{n}", [n], timeout=600)
    assert cache.get("first") == 1
