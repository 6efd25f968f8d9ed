"""What holds for every request of somebody who is signed in."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import translation

from kring.foundation.accounts import second_step, session_times
from kring.foundation.accounts.models import Account
from kring.foundation.accounts.moment import moment_of
from kring.foundation.accounts.rules import must_have_second_factor

type View = Callable[[HttpRequest], HttpResponseBase]

OPEN_BEFORE_SECOND_FACTOR = {
    "mfa_index",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
    "account_reauthenticate",
    "account_logout",
    "set_language",
}
"""The only pages of a worker who still has to set up or give a second factor."""


class SessionTimesMiddleware:
    """Ends a session that was unused too long or is too old; keeps pages out of every cache."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        at = moment_of(request)
        if request.user.is_authenticated:
            if session_times.is_over(request.session, at):
                logout(request)
            else:
                session_times.touch(request.session, at)
        response = self.get_response(request)
        if settings.SESSION_COOKIE_NAME in request.COOKIES or request.user.is_authenticated:
            response["Cache-Control"] = "no-store"
        return response


class SecondFactorMiddleware:
    """A worker without a proven second factor reaches its set-up and nothing else."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: Any, _args: Any, _kwargs: Any
    ) -> HttpResponse | None:
        account = request.user
        if not isinstance(account, Account) or not must_have_second_factor(account):
            return None
        match = request.resolver_match
        if match is not None and match.view_name in OPEN_BEFORE_SECOND_FACTOR:
            return None
        if second_step.is_done(request.session, account):
            return None
        return redirect("mfa_index")


class OwnLanguageMiddleware:
    """Whoever is signed in reads in the language of the account."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        account = request.user
        if isinstance(account, Account) and account.language in dict(settings.LANGUAGES):
            translation.activate(account.language)
            request.LANGUAGE_CODE = account.language
        return self.get_response(request)
