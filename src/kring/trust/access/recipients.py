"""How somebody is reached about their own way in: by their own safe channel, and by nothing else."""

from datetime import datetime
from uuid import UUID

from kring.foundation.outbox.recipients import Address, Channel, Recipient, register_recipient, resolve
from kring.trust.access.models import PersonAccess


def address_of_access(key: UUID, at: datetime) -> Address | None:
    """The safe channel of the person now; None once the access ended or only a call is left.

    A call would tell whoever makes it that this person has an access.
    """
    access = PersonAccess.objects.running(at).filter(key=key).select_related("person").first()
    if access is None:
        return None
    address = resolve(Recipient("person", access.person.key), at)
    return address if address is not None and address.channel != Channel.CALL else None


register_recipient("access", address_of_access)
