"""Around a page: the single column for who is not signed in, their own frame for workers."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from kring.foundation.accounts.models import Account, AccountKind

PUBLIC, WORKERS = "ui/page.html", "shell/worker.html"


def framed(request: HttpRequest) -> dict[str, Any]:
    """The layout of this reader's page."""
    user = request.user
    worker = isinstance(user, Account) and user.kind == AccountKind.WORKER
    return {
        "layout": WORKERS if worker else PUBLIC,
        "for_worker": worker,
        "signed_in": account_of(request) is not None,
        "now": request.at,  # type: ignore[attr-defined]
    }


def account_of(request: HttpRequest) -> Account | None:
    """The account of who is signed in; None for a visitor and for a system."""
    user = request.user
    return user if isinstance(user, Account) and user.kind != AccountKind.SERVICE else None


def own_account(request: HttpRequest) -> Account:
    """The account of a page that stands behind the door; a system is refused (403)."""
    account = account_of(request)
    if account is None:
        raise PermissionDenied
    return account
