"""The second step of signing in: remembered per session, skipped only when proven elsewhere."""

import time
from typing import Any

from allauth.mfa.stages import AuthenticateStage
from allauth.socialaccount.models import SocialLogin
from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest

from kring.foundation.accounts.models import Account

MARK = "second_step_of"
MARKED_AT = "second_step_at"
FRESH_SECONDS = 300


def mark_done(session: SessionBase, account: Account) -> None:
    """Remember that this session proved the second factor of ``account``."""
    session[MARK] = str(account.key)
    session[MARKED_AT] = time.time()


def unmark(session: SessionBase) -> None:
    session.pop(MARK, None)


def is_done(session: SessionBase, account: Account) -> bool:
    return bool(session.get(MARK) == str(account.key))


def is_fresh(session: SessionBase, account: Account) -> bool:
    """Whether it was proved so shortly ago that nobody needs to be asked again."""
    return is_done(session, account) and time.time() - session.get(MARKED_AT, 0) < FRESH_SECONDS


def proven_elsewhere(login: SocialLogin | None) -> bool:
    """Whether the external provider says it asked two factors, in a word from the settings.

    Both ``acr`` (one word) and ``amr`` (a list) of the ID token count; without configured words
    nothing an outside provider says replaces our own second step.
    """
    if login is None:
        return False
    claims: dict[str, Any] = (login.account.extra_data or {}).get("id_token") or {}
    methods = claims.get("amr") or []
    said = {claims.get("acr"), *(methods if isinstance(methods, list) else [methods])}
    return bool(said & set(settings.OIDC_STRONG_WORDS))


class SecondStep(AuthenticateStage):  # type: ignore[misc]
    """allauth's second step, left out after an external sign-in that already was strong."""

    def _should_handle(self, request: HttpRequest) -> bool:
        external = (self.login.signal_kwargs or {}).get("sociallogin")
        if proven_elsewhere(external):
            return False
        return bool(super()._should_handle(request))
