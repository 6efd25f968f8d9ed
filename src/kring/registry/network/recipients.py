"""Where a desk or a worker is reached for neutral messages."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q

from kring.foundation.outbox.recipients import Address, Channel, register_recipient
from kring.registry.network.models import Desk, Worker


def address_of_desk(key: UUID, at: datetime) -> Address | None:
    """The mailbox of a desk that is not closed, else its telephone."""
    still_open = Q(closed_at__isnull=True) | Q(closed_at__gt=at)
    desk = Desk.objects.filter(still_open, key=key).first()
    return _reached(desk.email, desk.phone) if desk else None


def address_of_worker(key: UUID, at: datetime) -> Address | None:
    """The mailbox of a worker who did not leave, else their telephone."""
    at_work = Q(left_at__isnull=True) | Q(left_at__gt=at)
    worker = Worker.objects.filter(at_work, key=key).first()
    return _reached(worker.email, worker.phone) if worker else None


def _reached(email: str, phone: str) -> Address | None:
    if email:
        return Address(Channel.MAIL, email)
    return Address(Channel.CALL, phone) if phone else None


register_recipient("desk", address_of_desk)
register_recipient("worker", address_of_worker)
