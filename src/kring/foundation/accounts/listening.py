"""Third parties tell what happened at the door by signals; here it is written down.

Only this room listens, and only to Django and allauth: our own rooms call actions.
"""

from typing import Any

from allauth.account import signals as account_signals
from allauth.mfa import signals as mfa_signals
from django.contrib.auth import signals as auth_signals
from django.dispatch import Signal
from django.http import HttpRequest, HttpResponse

from kring.foundation.accounts import devices, fresh, second_step
from kring.foundation.accounts.actions import note, note_visitor
from kring.foundation.accounts.models import Account
from kring.foundation.accounts.moment import moment_of
from kring.foundation.accounts.queries import has_second_factor
from kring.foundation.accounts.session_times import start_session


def signed_in(request: HttpRequest, user: Account, **_: Any) -> None:
    at = moment_of(request)
    start_session(request.session, at)
    note(at=at, account=user, did="accounts.signed_in")


def signed_in_by_form(
    request: HttpRequest, user: Account, response: HttpResponse | None = None, **more: Any
) -> None:
    if second_step.proven_elsewhere(more.get("sociallogin")):
        second_step.mark_done(request.session, user)
    if response is not None:
        devices.remember_device(response, user)


def signed_out(request: HttpRequest, user: Account | None, **_: Any) -> None:
    if user is not None:
        note(at=moment_of(request), account=user, did="accounts.signed_out")


def sign_in_failed(credentials: dict[str, Any], request: HttpRequest | None = None, **_: Any) -> None:
    address = str(credentials.get("email", ""))
    note_visitor(at=moment_of(request), did="accounts.sign_in_failed", address=address)


def code_refused(request: HttpRequest, user: Account, **_: Any) -> None:
    note(at=moment_of(request), account=user, did="accounts.code_refused")


def password_changed(request: HttpRequest, user: Account, **_: Any) -> None:
    note(at=moment_of(request), account=user, did="accounts.password_changed")


def step_done(request: HttpRequest, user: Account, method: str, **more: Any) -> None:
    if more.get("reauthenticated"):
        fresh.mark_again(request)
    if method == "mfa":
        second_step.mark_done(request.session, user)


def second_factor_set(request: HttpRequest, user: Account, authenticator: Any, **_: Any) -> None:
    if has_second_factor(user):
        second_step.mark_done(request.session, user)
    _note_kind(request, user, "accounts.second_factor_set", authenticator)


def second_factor_removed(request: HttpRequest, user: Account, authenticator: Any, **_: Any) -> None:
    if not has_second_factor(user):
        second_step.unmark(request.session)
    _note_kind(request, user, "accounts.second_factor_removed", authenticator)


def recovery_codes_renewed(request: HttpRequest, user: Account, authenticator: Any, **_: Any) -> None:
    _note_kind(request, user, "accounts.recovery_codes_renewed", authenticator)


def _note_kind(request: HttpRequest, user: Account, did: str, authenticator: Any) -> None:
    note(at=moment_of(request), account=user, did=did, kind=str(authenticator.type))


HEARD: list[tuple[Signal, Any]] = [
    (auth_signals.user_logged_in, signed_in),
    (auth_signals.user_logged_out, signed_out),
    (auth_signals.user_login_failed, sign_in_failed),
    (account_signals.user_logged_in, signed_in_by_form),
    (account_signals.authentication_step_completed, step_done),
    (account_signals.password_changed, password_changed),
    (account_signals.password_set, password_changed),
    (account_signals.password_reset, password_changed),
    (mfa_signals.authentication_failed, code_refused),
    (mfa_signals.authenticator_added, second_factor_set),
    (mfa_signals.authenticator_removed, second_factor_removed),
    (mfa_signals.authenticator_reset, recovery_codes_renewed),
]


def listen() -> None:
    """Connect every listener once."""
    for signal, listener in HEARD:
        signal.connect(listener, dispatch_uid=listener.__name__)
