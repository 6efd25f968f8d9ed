"""People at the door, and what they type there."""

import secrets
from datetime import UTC, datetime
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.test import Client
from django.urls import reverse

from kring.foundation.accounts.models import Account, AccountKind
from kring.foundation.journal.models import JournalEntry

PASSWORD = "vier-natte-laarzen"
LONG_AGO = datetime(2025, 1, 6, 8, 0, tzinfo=UTC)


def account(kind: AccountKind = AccountKind.WORKER, **more: Any) -> Account:
    """Lotte, or somebody else by another address."""
    given = {"email": "lotte.claes@example.org", "name": "Lotte Claes", "created_at": LONG_AGO}
    return Account.objects.create_user(password=PASSWORD, kind=kind, **(given | more))


def with_app(owner: Account) -> str:
    """Give the account an authenticator app; its secret."""
    secret = generate_totp_secret()
    TOTP.activate(owner, secret)
    return secret


def code_now(secret: str) -> str:
    """What the app shows at this moment."""
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def type_password(
    client: Client, email: str = "lotte.claes@example.org", password: str = PASSWORD, **extra: Any
) -> Any:
    """Fill in the sign-in form."""
    return client.post(reverse("account_login"), {"login": email, "password": password}, **extra)


def type_code(client: Client, code: str) -> Any:
    """Fill in the code of the second step."""
    return client.post(reverse("mfa_authenticate"), {"code": code})


def sign_in(client: Client, who: Account, secret: str = "") -> None:
    """The whole way in, through the forms."""
    type_password(client, who.email)
    if secret:
        type_code(client, code_now(secret))
    assert is_inside(client)


def is_inside(client: Client) -> bool:
    """Whether the next request of this browser is somebody's."""
    return client.get(reverse("mfa_index")).status_code == 200


def verbs() -> list[str]:
    """What the journal holds, in order."""
    return list(JournalEntry.objects.order_by("id").values_list("verb", flat=True))


def passkey_of(owner: Account, name: str = "laptop") -> Authenticator:
    """A passkey as it lies in the database; nobody can sign with it."""
    data = {"name": name, "credential": {"id": secrets.token_urlsafe(16)}}
    return Authenticator.objects.create(user=owner, type=Authenticator.Type.WEBAUTHN, data=data)
