"""Erasing accounts: whoever can no longer sign in leaves nothing behind at the door."""

from datetime import datetime

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db.models import QuerySet

from kring.foundation.accounts.models import Account
from kring.foundation.journal.actor import Actor
from kring.foundation.journal.erasing import erase_actor, erase_subject


def erase_accounts(*, by: Actor, at: datetime, accounts: QuerySet[Account]) -> int:
    """Delete accounts with second factors, identities, sessions and invitations; how many.

    The journal forgets them. The caller let go of what points to them, inside its own deed.
    """
    chosen = list(accounts.order_by("pk"))
    sessions = UserSession.objects.filter(user__in=chosen).values("session_key")
    Session.objects.filter(session_key__in=sessions).delete()
    for account in chosen:
        erase_subject(by=by, at=at, key=account.key)
        erase_actor(by=by, at=at, key=account.key)
        account.delete()
    return len(chosen)
