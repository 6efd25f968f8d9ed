"""How workers and desks are reached when a message is sent."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q

from kring.foundation.outbox.recipients import Address, Channel, register_recipient
from kring.registry.network.models import Worker
from kring.registry.network.queries import open_desks


def address_of_worker(key: UUID, at: datetime) -> Address | None:
    """The mailbox of a worker who still works here, else their telephone."""
    present = Worker.objects.filter(Q(left_at__isnull=True) | Q(left_at__gt=at), key=key)
    worker = present.select_related("account").first()
    if worker is None:
        return None
    language = worker.account.language if worker.account else "nl"
    return _reached(worker.email, worker.phone, language)


def address_of_desk(key: UUID, at: datetime) -> Address | None:
    """The shared mailbox of an open desk, else its telephone."""
    desk = open_desks(at).filter(key=key).first()
    return _reached(desk.email, desk.phone) if desk is not None else None


def _reached(email: str, phone: str, language: str = "nl") -> Address | None:
    if email:
        return Address(Channel.MAIL, email, language)
    return Address(Channel.CALL, phone, language) if phone else None


register_recipient("worker", address_of_worker)
register_recipient("desk", address_of_desk)
