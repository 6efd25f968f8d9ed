"""Reads of accounts."""

from datetime import datetime

from allauth.mfa.models import Authenticator
from django.db.models import QuerySet

from kring.foundation.accounts.models import Account, AccountKind, Invitation
from kring.foundation.journal.actor import Actor, ActorKind
from kring.foundation.keys.sealing import hash_code

_ACTOR_KINDS = {
    AccountKind.WORKER: ActorKind.WORKER,
    AccountKind.FAMILY: ActorKind.PERSON,
    AccountKind.SERVICE: ActorKind.SYSTEM,
}


def actor_of(account: Account) -> Actor:
    """Who acts when the account itself does something about itself."""
    return Actor(_ACTOR_KINDS[AccountKind(account.kind)], key=account.key, name=account.name)


def account_with_address(email: str) -> Account | None:
    """The active account that signs in with this address."""
    return Account.objects.filter(email=email.strip().lower(), is_active=True).first()


def account_exists(email: str) -> bool:
    """Whether an account has this address, open or closed."""
    return Account.objects.filter(email=email.strip().lower()).exists()


def is_untouched(account: Account) -> bool:
    """Whether nobody ever came in with this account nor chose a password for it."""
    return account.last_login is None and not account.has_usable_password()


def cast() -> QuerySet[Account]:
    """The accounts of a demonstration, workers first; empty anywhere else."""
    return Account.objects.filter(story__isnull=False, is_active=True).order_by("-kind", "name")


def invitation_for(token: str, at: datetime) -> Invitation | None:
    """The invitation behind a link, while it can still be used."""
    return (
        Invitation.objects.select_related("account")
        .filter(token_hash=hash_code(token), used_at__isnull=True, expires_at__gt=at)
        .filter(account__is_active=True)
        .first()
    )


def has_second_factor(account: Account) -> bool:
    """Whether an authenticator app or a passkey is set up; recovery codes alone do not count."""
    kinds = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
    return bool(Authenticator.objects.filter(user=account, type__in=kinds).exists())
