"""An OpenID provider opens an existing account; a real (mock) provider on the loopback answers."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
from allauth.socialaccount.models import SocialAccount
from django.test import Client
from django.urls import reverse
from oidc_provider_mock import User, run_server_in_thread

from kring.foundation.accounts.models import Account, AccountKind
from kring.foundation.accounts.oidc import PROVIDER_ID, oidc_provider
from kring.foundation.accounts.tests.at_the_door import account, is_inside, verbs, with_app

pytestmark = pytest.mark.django_db
LOTTE = "lotte.claes@example.org"


def _user(sub: str, email: str, *, verified: bool = True, **claims: Any) -> User:
    return User(sub=sub, claims={"email": email, "email_verified": verified, **claims})


PEOPLE = [
    _user("lotte", LOTTE),
    _user("lotte-moved", "lotte.claes@elders.example.org"),
    _user("double", LOTTE),
    _user("unsure", LOTTE, verified=False),
    _user("stranger", "niemand@example.org"),
    _user("strong", LOTTE, acr="urn:strong"),
    _user("weak", LOTTE, acr="urn:weak"),
]


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    """A running provider that knows a few people."""
    with run_server_in_thread(user_claims=PEOPLE) as server:
        yield f"http://localhost:{server.server_port}"


@pytest.fixture(autouse=True)
def _provider(issuer: str, settings: Any) -> None:
    environment = {
        "KRING_OIDC_ISSUER": issuer,
        "KRING_OIDC_CLIENT_ID": "kring",
        "KRING_OIDC_CLIENT_SECRET": "geheim",
    }
    settings.SOCIALACCOUNT_PROVIDERS = oidc_provider(environment)
    settings.OIDC_STRONG_WORDS = ["urn:strong"]


def _come_in(client: Client, sub: str) -> Any:
    """Start at our door, say who you are at the provider, come back."""
    start = client.post(reverse("openid_connect_login", args=[PROVIDER_ID]))
    there = httpx.post(start.url, data={"sub": sub})
    back = urlsplit(there.headers["Location"])
    assert back.path == reverse("openid_connect_callback", args=[PROVIDER_ID])
    return client.get(f"{back.path}?{back.query}")


def test_door_offers_the_provider(client: Client) -> None:
    assert "Aanmelden via je organisatie" in client.get(reverse("account_login")).content.decode()


def test_verified_address_opens_the_existing_account(client: Client) -> None:
    who = account(AccountKind.FAMILY)
    _come_in(client, "lotte")
    assert is_inside(client)
    assert SocialAccount.objects.get().user == who
    assert {"accounts.identity_linked", "accounts.signed_in"} <= set(verbs())


def test_afterwards_the_subject_counts_and_not_the_address(client: Client) -> None:
    who = account(AccountKind.FAMILY)
    SocialAccount.objects.create(user=who, provider=PROVIDER_ID, uid="lotte-moved")
    _come_in(client, "lotte-moved")
    assert is_inside(client)


@pytest.mark.parametrize("sub", ["unsure", "stranger"])
def test_nobody_else_gets_in_and_no_account_is_made(client: Client, sub: str) -> None:
    account(AccountKind.FAMILY)
    response = _come_in(client, sub)
    assert response.url == reverse("socialaccount_login_error")
    assert "geen account die bij deze aanmelding hoort" in client.get(response.url).content.decode()
    assert not is_inside(client)
    assert Account.objects.count() == 1
    assert not SocialAccount.objects.exists()


def test_second_identity_with_the_same_address_is_refused(client: Client) -> None:
    account(AccountKind.FAMILY)
    _come_in(Client(), "lotte")
    _come_in(client, "double")
    assert not is_inside(client)


def test_closed_account_stays_closed(client: Client) -> None:
    account(AccountKind.FAMILY, is_active=False)
    _come_in(client, "lotte")
    assert not is_inside(client)


def test_worker_must_still_give_a_second_factor(client: Client) -> None:
    with_app(account())
    assert _come_in(client, "weak").url == reverse("mfa_authenticate")
    assert not is_inside(client)


def test_worker_without_one_must_set_it_up(client: Client) -> None:
    account()
    _come_in(client, "lotte")
    assert client.get(reverse("own_account")).url == reverse("mfa_index")


def test_provider_that_asked_two_factors_is_believed(client: Client) -> None:
    with_app(account())
    _come_in(client, "strong")
    assert client.get(reverse("own_account")).status_code == 200


def test_without_configured_words_no_provider_is_believed(client: Client, settings: Any) -> None:
    settings.OIDC_STRONG_WORDS = []
    with_app(account())
    assert _come_in(client, "strong").url == reverse("mfa_authenticate")
