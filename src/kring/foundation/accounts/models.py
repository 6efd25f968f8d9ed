"""Accounts: who can sign in."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from kring.foundation.classes.facts import Mutability, Privacy
from kring.foundation.records.bases import Keyed


class AccountKind(models.TextChoices):
    """What kind of account this is; decides the second factor."""

    WORKER = "worker", "medewerker"
    FAMILY = "family", "gezin"
    SERVICE = "service", "systeem"


class AccountManager(BaseUserManager["Account"]):
    """Finds accounts by the address they sign in with."""

    def create_user(self, email: str, password: str | None = None, **extra: object) -> "Account":
        account = self.model(email=self.normalize_email(email).lower(), **extra)
        account.set_password(password)
        account.save()
        return account


class Account(Keyed, AbstractBaseUser):
    """A way to sign in. Who it belongs to is known one floor up: a worker points to its account."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=150, blank=True)
    kind = models.CharField(max_length=10, choices=AccountKind.choices, default=AccountKind.WORKER)
    language = models.CharField(max_length=8, default="nl")
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: list[str] = []
    objects = AccountManager()

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
            "password": Privacy.SECRET,
            "last_login": Privacy.WORKER,
        }

    def __str__(self) -> str:
        return self.email
