"""Accounts: who can sign in."""

from collections.abc import Iterator
from typing import ClassVar

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from kring.foundation.accounts.sign_in_names import as_name
from kring.foundation.classes.facts import Mutability, Privacy
from kring.foundation.records.bases import Keyed
from kring.foundation.records.constraints import period_in_order


class AccountKind(models.TextChoices):
    """What kind of account this is; decides the second factor."""

    WORKER = "worker", _("medewerker")
    FAMILY = "family", _("gezin")
    SERVICE = "service", _("systeem")


class AccountManager(BaseUserManager["Account"]):
    """Finds accounts by the address they sign in with."""

    def create_user(self, email: str, password: str | None = None, **extra: object) -> "Account":
        """A new account; without a password nobody can sign in until an invitation is used."""
        account = self.model(email=email.strip().lower(), **extra)
        account.set_password(password)
        account.save()
        return account


class Account(Keyed, AbstractBaseUser):
    """A way to sign in. Who it belongs to is known one floor up: a worker points to its account.

    ``sessions_round`` is part of what a session is checked against on every request: raising it
    ends every session of this account at once. ``story`` is set for the cast of a demonstration
    only: one sentence per language on the card they are entered by.
    """

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=150, blank=True)
    kind = models.CharField(max_length=10, choices=AccountKind.choices, default=AccountKind.WORKER)
    language = models.CharField(max_length=8, default="nl")
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField()
    sessions_round = models.PositiveIntegerField(default=0)
    story = models.JSONField(null=True, blank=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = AccountManager()

    @property
    def sign_in_name(self) -> str:
        """What is typed to sign in: the mail address, or a name."""
        return as_name(self.email)

    class Facts:
        mutability = Mutability.EDITABLE
        retention = "account"
        privacy = {
            "key": Privacy.TECHNICAL,
            "email": Privacy.IDENTITY,
            "name": Privacy.IDENTITY,
            "kind": Privacy.TECHNICAL,
            "language": Privacy.TECHNICAL,
            "is_active": Privacy.TECHNICAL,
            "created_at": Privacy.TECHNICAL,
            "sessions_round": Privacy.TECHNICAL,
            "story": Privacy.NONE,
            "password": Privacy.SECRET,
            "last_login": Privacy.WORKER,
        }

    def __str__(self) -> str:
        return self.email

    def get_session_auth_hash(self) -> str:
        """What a session must match: changes with the password and with ``sessions_round``."""
        return self._hash_of_round(secret=None)

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        for secret in settings.SECRET_KEY_FALLBACKS:
            yield self._hash_of_round(secret=secret)

    def _hash_of_round(self, secret: str | bytes | None) -> str:
        value = f"{self.password}:{self.sessions_round}"
        salt = "kring.accounts.session"
        return salted_hmac(salt, value, secret=secret, algorithm="sha256").hexdigest()


class Invitation(Keyed):
    """A link with which somebody sets the first password of their account; used once."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="invitations")
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [period_in_order("invitation", "made_at", "expires_at")]

    class Facts:
        mutability = Mutability.STATEFUL
        retention = "account"
        privacy = {
            "key": Privacy.TECHNICAL,
            "account": Privacy.LINK,
            "token_hash": Privacy.SECRET,
            "made_at": Privacy.TECHNICAL,
            "expires_at": Privacy.TECHNICAL,
            "used_at": Privacy.TECHNICAL,
        }


class SharedValue(models.Model):
    """One short-lived value that every process must see: a used code, the tries of a minute."""

    name = models.CharField(max_length=255, primary_key=True)
    value = models.JSONField()
    expires_at = models.DateTimeField(null=True, db_index=True)

    class Facts:
        mutability = Mutability.DERIVED
        retention = "technical"
        privacy = {
            "name": Privacy.TECHNICAL,
            "value": Privacy.TECHNICAL,
            "expires_at": Privacy.TECHNICAL,
        }
