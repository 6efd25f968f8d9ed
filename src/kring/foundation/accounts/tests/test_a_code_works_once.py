"""A code of the second step works once, also when twenty browsers send it at the same time."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.db import connection, connections
from django.test import Client
from django.urls import reverse

from kring.foundation.accounts.tests.at_the_door import (
    account,
    code_now,
    type_code,
    type_password,
    with_app,
)

TRIES = 20


def _waiting_at_the_second_step(count: int) -> list[Client]:
    clients = [Client() for _ in range(count)]
    for client in clients:
        type_password(client)
    return clients


def _all_at_once(clients: list[Client], try_one: Callable[[Client], int]) -> list[int]:
    start = Barrier(len(clients))

    def run(client: Client) -> int:
        start.wait(timeout=60)
        try:
            return try_one(client)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(clients)) as pool:
        return list(pool.map(run, clients))


@pytest.mark.django_db(transaction=True)
def test_of_twenty_parallel_tries_with_one_code_one_gets_in(settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"login": "100/m/ip", "login_failed": "100/m/ip,100/m/key"}
    settings.MFA_TOTP_PERIOD = 300
    secret = with_app(account())
    clients = _waiting_at_the_second_step(TRIES)
    code = code_now(secret)
    statuses = _all_at_once(clients, lambda client: type_code(client, code).status_code)
    assert sorted(statuses) == [200] * (TRIES - 1) + [302]
    inside = [client.get(reverse("mfa_index")).status_code for client in clients]
    assert inside.count(200) == 1


@pytest.mark.django_db(transaction=True)
def test_of_ten_parallel_tries_with_one_recovery_code_one_gets_in(settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"login": "100/m/ip", "login_failed": "100/m/ip,100/m/key"}
    who = account()
    with_app(who)
    code = RecoveryCodes.activate(who).generate_codes()[0]
    statuses = _all_at_once(
        _waiting_at_the_second_step(10), lambda client: type_code(client, code).status_code
    )
    assert statuses.count(302) == 1


@pytest.mark.django_db
def test_secrets_of_the_second_step_are_sealed_in_the_database() -> None:
    who = account()
    secret = with_app(who)
    codes = RecoveryCodes.activate(who).generate_codes()
    with connection.cursor() as cursor:
        cursor.execute("SELECT data FROM mfa_authenticator")
        stored = str(cursor.fetchall())
    assert secret not in stored
    assert not any(code in stored for code in codes)
