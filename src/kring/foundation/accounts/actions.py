"""Deeds about accounts: they are made, invited, closed and opened here and nowhere else."""

from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.core.exceptions import ValidationError
from django.db.models import F
from django.utils.translation import gettext as _

from kring.foundation.accounts.models import Account, AccountKind, Invitation
from kring.foundation.accounts.queries import account_exists, actor_of, invitation_for, is_untouched
from kring.foundation.journal.actor import VISITOR, Actor
from kring.foundation.journal.recording import action, nothing_changed, record
from kring.foundation.keys.sealing import blind_index, hash_code, new_link_token


class InvitationGone(Exception):
    """The link was used before, has expired, or never existed."""


@action
def create_account(
    *,
    by: Actor,
    at: datetime,
    email: str,
    kind: AccountKind,
    name: str,
    language: str = "nl",
    story: dict[str, str] | None = None,
) -> Account:
    """Make an account that nobody can sign in to until an invitation is used.

    Raises IntegrityError when the address already has an account. ``story`` marks the cast of a
    demonstration.
    """
    account = Account.objects.create_user(
        email, kind=kind, name=name, language=language, created_at=at, story=story
    )
    record(by=by, at=at, did="accounts.created", about=[_subject(account)], kind=str(kind))
    return account


@action
def invite(*, by: Actor, at: datetime, account: Account, token: str = "") -> str:
    """Make the token of a link that sets the first password; earlier links stop working.

    The token is returned once and stored hashed; whoever calls this sends it. A ``token`` that is
    given is a code to be typed.
    """
    account.invitations.filter(used_at__isnull=True, expires_at__gt=at).update(expires_at=at)
    token = token or new_link_token()
    Invitation.objects.create(
        account=account,
        token_hash=hash_code(token),
        made_at=at,
        expires_at=at + timedelta(days=settings.INVITATION_DAYS),
    )
    record(by=by, at=at, did="accounts.invited", about=[_subject(account)])
    return token


@action
def accept_invitation(*, at: datetime, token: str, password: str) -> Account:
    """Set the first password; of two clicks on one link the database lets one through."""
    invitation = invitation_for(token, at)
    taken = invitation and Invitation.objects.filter(pk=invitation.pk, used_at__isnull=True)
    if invitation is None or not taken or not taken.update(used_at=at):
        raise InvitationGone
    account = invitation.account
    account.password = make_password(password)
    account.save(update_fields=["password"])
    record(by=actor_of(account), at=at, did="accounts.invitation_used", about=[_subject(account)])
    return account


@action
def correct_account(*, by: Actor, at: datetime, account: Account, name: str, email: str) -> bool:
    """Call somebody by another name; returns whether their address to sign in with moved too.

    That address moves only while nobody ever came in with it, for it is the key of who did; a link
    that went to the old one stops working. Raises ValidationError when it is somebody else's already.
    """
    address = email.strip().lower()
    moves = bool(address) and address != account.email and is_untouched(account)
    if moves and account_exists(address):
        raise ValidationError({"email": _("Met dit adres meldt zich al iemand aan.")})
    if not moves and account.name == name:
        nothing_changed()
        return False
    if moves:
        account.email = address
        account.invitations.filter(used_at__isnull=True, expires_at__gt=at).update(expires_at=at)
    account.name = name
    account.save(update_fields=["name", "email"])
    record(by=by, at=at, did="accounts.corrected", about=[_subject(account)], address=moves)
    return moves


@action
def disable_account(*, by: Actor, at: datetime, account: Account) -> None:
    """Close the account: its next request is a stranger's."""
    _switch(account, active=False)
    record(by=by, at=at, did="accounts.disabled", about=[_subject(account)])


@action
def enable_account(*, by: Actor, at: datetime, account: Account) -> None:
    """Open a closed account again; sessions of before stay ended."""
    _switch(account, active=True)
    record(by=by, at=at, did="accounts.enabled", about=[_subject(account)])


@action
def end_sessions(*, by: Actor, at: datetime, account: Account, because: str = "") -> None:
    """Sign the account out everywhere at once, for example because a role changed."""
    _end_round(account)
    about = [_subject(account)]
    record(by=by, at=at, did="accounts.sessions_ended", about=about, because=because)


@action
def choose_language(*, at: datetime, account: Account, language: str) -> None:
    """Remember the language the account reads; an unknown one changes nothing."""
    if language == account.language or language not in dict(settings.LANGUAGES):
        nothing_changed()
        return
    account.language = language
    account.save(update_fields=["language"])
    about = [_subject(account)]
    record(by=actor_of(account), at=at, did="accounts.language_chosen", about=about, language=language)


@action
def note(*, at: datetime, account: Account, did: str, **details: str) -> None:
    """Write down what an account did at the door: signed in or out, changed its password."""
    record(by=actor_of(account), at=at, did=did, about=[_subject(account)], **details)


@action
def note_visitor(*, at: datetime, did: str, address: str) -> None:
    """Write down a try at the door by somebody unknown; the address is kept as a keyed hash."""
    hashed = blind_index(address.strip().lower(), column="accounts.address")
    record(by=VISITOR, at=at, did=did, about=[], address=hashed)


def _subject(account: Account) -> tuple[str, UUID]:
    return ("account", account.key)


def _switch(account: Account, *, active: bool) -> None:
    Account.objects.filter(pk=account.pk).update(is_active=active)
    account.is_active = active
    _end_round(account)


def _end_round(account: Account) -> None:
    Account.objects.filter(pk=account.pk).update(sessions_round=F("sessions_round") + 1)
    account.refresh_from_db(fields=["sessions_round"])
