"""What an account may and must do."""

from django.conf import settings

from kring.foundation.accounts.models import Account, AccountKind


def must_have_second_factor(account: Account) -> bool:
    """Every worker, except in a demonstration; families choose."""
    return account.kind == AccountKind.WORKER and not settings.DEMO


def may_be_entered_as_cast(account: Account) -> bool:
    """Without a password: in a demonstration, and then only the accounts made for it."""
    return bool(settings.DEMO) and account.is_active and account.story is not None
