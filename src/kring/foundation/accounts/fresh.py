"""Whether somebody said who they are a few minutes ago: asked before what must not happen by chance."""

import time

from django.http import HttpRequest

from kring.foundation.accounts import second_step, session_times
from kring.foundation.accounts.models import Account

AGAIN_AT = "said_again_at"


def mark_again(request: HttpRequest) -> None:
    """Remember that who is signed in just gave their password or code again."""
    request.session[AGAIN_AT] = time.time()


def signed_in_lately(request: HttpRequest) -> bool:
    """Whether this session was signed in, or confirmed, within the last five minutes."""
    account, session = request.user, request.session
    if not isinstance(account, Account):
        return False
    last = max(session.get(AGAIN_AT, 0), session.get(session_times.STARTED, 0))
    return second_step.is_fresh(session, account) or (
        0 <= time.time() - last < second_step.FRESH_SECONDS
    )
