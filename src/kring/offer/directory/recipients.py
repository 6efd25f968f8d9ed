"""How an organisation is reached about its offer, and who signed up for a date."""

from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from kring.foundation.outbox.recipients import Address, Channel, register_recipient
from kring.offer.directory.models import SignUp
from kring.offer.directory.queries.keeping import mailbox_of, organization_with
from kring.offer.directory.states import COMING
from kring.registry.network.queries import is_stopped


def address_of_keeper(key: UUID, at: datetime) -> Address | None:
    """The mailbox of an organisation that is not stopped, as the directory shows it."""
    found = organization_with(key)
    if found is None or found.ours is None or is_stopped(found.ours, at):
        return None
    mailbox = mailbox_of(found)
    return Address(Channel.MAIL, mailbox) if mailbox else None


def address_of_sign_up(key: UUID, at: datetime) -> Address | None:
    """The mailbox of somebody who comes; who left a telephone is called by whoever runs it."""
    coming = SignUp.objects.filter(key=key, state=COMING, date__ends_at__gt=at)
    reach_by = coming.values_list("reach_by", flat=True).first() or ""
    return Address(Channel.MAIL, reach_by) if is_mailbox(reach_by) else None


def is_mailbox(text: str) -> bool:
    """Whether a mail can be sent there."""
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True


register_recipient("offer_keeper", address_of_keeper)
register_recipient("sign_up", address_of_sign_up)
