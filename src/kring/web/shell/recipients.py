"""How an account is reached, and how the letters of the door leave the house.

The accounts room lies below the outbox and cannot post; here the two meet.
"""

from datetime import datetime
from uuid import UUID

from kring.foundation.accounts.letters import Letter, carry_with
from kring.foundation.accounts.models import Account
from kring.foundation.journal.actor import VISITOR
from kring.foundation.keys.sealing import hash_code
from kring.foundation.outbox.actions import post
from kring.foundation.outbox.recipients import Address, Channel, Recipient, register_recipient
from kring.trust.access.own_part import is_safe_address


def address_of(key: UUID, at: datetime) -> Address | None:
    """Where an open account gets its letters: the address it signs in with.

    For somebody who reads their own part, as long as it is a way they call safe.
    """
    account = Account.objects.filter(key=key, is_active=True).first()
    if account is None or not is_safe_address(account, at):
        return None
    return Address(Channel.MAIL, account.email, language=account.language)


def post_letter(letter: Letter) -> None:
    """Queue a letter of the door; the token in its path makes each one once."""
    post(
        by=VISITOR,
        at=letter.at,
        to=Recipient("account", letter.account.key),
        text=letter.text,
        link=letter.path,
        once=f"{letter.text}:{hash_code(letter.path)}",
    )


register_recipient("account", address_of)
carry_with(post_letter)
