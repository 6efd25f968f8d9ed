"""Devices that signed in here before, known by a signed cookie.

Tries to sign in are limited per address. Counted per address alone, a stranger could keep somebody
out for as long as he likes; so a known device has its own count. See
``docs/decisions/shared-limits.md``.
"""

import secrets

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from kring.foundation.accounts.models import Account
from kring.foundation.keys.sealing import blind_index

SALT = "kring.accounts.device"
DAYS = 180
SECONDS = DAYS * 24 * 3600


def known_device(request: HttpRequest, address: str) -> str:
    """The id of this device when it signed in with ``address`` before, else nothing."""
    try:
        address_hash, device = signing.loads(
            request.COOKIES.get(settings.DEVICE_COOKIE_NAME, ""), salt=SALT, max_age=SECONDS
        )
    except (signing.BadSignature, ValueError):
        return ""
    return str(device) if address_hash == _hash(address) else ""


def remember_device(response: HttpResponse, account: Account) -> None:
    """Let this browser keep its own count of tries for this account."""
    value = signing.dumps([_hash(account.email), secrets.token_urlsafe(12)], salt=SALT)
    response.set_cookie(
        settings.DEVICE_COOKIE_NAME,
        value,
        max_age=SECONDS,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _hash(address: str) -> str:
    return blind_index(address.strip().lower(), column="accounts.device")
