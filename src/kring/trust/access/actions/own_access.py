"""Opening a person's own way in, and closing it: known to that person and who opened it, to no other."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext as _

from kring.foundation.accounts.actions import (
    create_account,
    disable_account,
    enable_account,
    invite,
)
from kring.foundation.accounts.models import Account, AccountKind
from kring.foundation.accounts.sign_in_names import new_sign_in_name
from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, nothing_changed, record
from kring.foundation.keys.sealing import new_code
from kring.foundation.outbox.actions import post
from kring.foundation.outbox.recipients import Recipient
from kring.registry.network.models import Worker
from kring.registry.people.models import ContactChannel, Person
from kring.registry.people.queries import safe_channel
from kring.trust.access.models import PersonAccess
from kring.trust.access.queries import may_have_access

INVITATION = "access.invitation"
WRITTEN = (ContactChannel.Kind.EMAIL, ContactChannel.Kind.SMS)
"""Channels an invitation can be written to; over any other somebody else would have to be told."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An access that was opened; ``code`` is empty when the invitation went to the own channel."""

    access: PersonAccess
    code: str = ""


@action
def open_access(
    *, person: Person, opened_by: Worker | None, by: Actor, at: datetime, on_paper: bool = False
) -> Opened:
    """Invite somebody to read their own part with an account of their own.

    The invitation goes to the safe channel of that person, a minor's own too, in neutral words; on
    paper, or without such a channel, it is a code that is handed over. Opened again it is a new
    invitation to the same account. A second parent without the yes of the first: ValidationError.
    """
    if not may_have_access(person, at):
        raise ValidationError(_("Vraag eerst aan de andere ouder, onder vier ogen, of dit veilig is."))
    access = _running(person, at) or _begin(person, opened_by, by=by, at=at)
    channel = safe_channel(person, at)
    written = not on_paper and channel is not None and channel.kind in WRITTEN
    token = invite(by=by, at=at, account=access.account, token="" if written else new_code())
    if written:
        post(
            by=by,
            at=at,
            to=Recipient("access", access.key),
            text=INVITATION,
            link=reverse("use_invitation", args=[token]),
            once=f"{INVITATION}:{access.key}:{at.isoformat()}",
        )
    # About the access and not the person: what is told about a person shows nothing of this.
    record(by=by, at=at, did="access.opened", about=[("access", access.key)], written=written)
    return Opened(access, "" if written else token)


@action
def stop_access(*, person: Person, by: Actor, at: datetime) -> None:
    """Close the own way in: the next request of that account is a stranger's."""
    access = _running(person, at)
    if access is None:
        nothing_changed()
        return
    access.ends_at = max(access.starts_at, at)
    access.save(update_fields=["ends_at"])
    disable_account(by=by, at=at, account=access.account)
    record(by=by, at=at, did="access.stopped", about=[("access", access.key)])


def _running(person: Person, at: datetime) -> PersonAccess | None:
    return PersonAccess.objects.running(at).filter(person=person).select_related("account").first()


def _begin(person: Person, opened_by: Worker | None, *, by: Actor, at: datetime) -> PersonAccess:
    """A new period of access; whoever had one before keeps the account."""
    before = PersonAccess.objects.filter(person=person).select_related("account")
    earlier = before.order_by("-starts_at", "-pk").first()
    if earlier is not None:
        account = earlier.account
        enable_account(by=by, at=at, account=account)
    else:
        account = _new_account(person, by=by, at=at)
    return PersonAccess.objects.create(person=person, account=account, opened_by=opened_by, starts_at=at)


def _new_account(person: Person, *, by: Actor, at: datetime) -> Account:
    """Signs in with the own safe mail address, or with a name where that is taken or unknown.

    That an address is taken shows nowhere: the name is told to the invited person alone.
    """
    known = person.preferred_language in dict(settings.LANGUAGES)
    channel = safe_channel(person, at)
    address = channel.value if channel and channel.kind == ContactChannel.Kind.EMAIL else ""
    if not address or Account.objects.filter(email__iexact=address).exists():
        address = new_sign_in_name()
    return create_account(
        by=by,
        at=at,
        email=address,
        kind=AccountKind.FAMILY,
        name=person.name,
        language=person.preferred_language if known else "nl",
    )


@action
def note_copy(*, person: Person, form: str, by: Actor, at: datetime) -> None:
    """Write down that somebody took a copy of everything about them; of a way in, not of a person."""
    access = _running(person, at)
    about = [("access", access.key)] if access is not None else []
    record(by=by, at=at, did="access.copied", about=about, form=form)
