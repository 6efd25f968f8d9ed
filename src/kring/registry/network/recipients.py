"""How workers and desks are reached when a message is sent."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q

from kring.foundation.outbox.recipients import Address, Channel, register_recipient
from kring.registry.network.models import Worker, WorkerRole
from kring.registry.network.queries import is_stopped, open_desks


def address_of_worker(key: UUID, at: datetime) -> Address | None:
    """The mailbox of a worker who still works here, else their telephone.

    Nobody is written to whose every organisation is stopped.
    """
    present = Worker.objects.filter(Q(left_at__isnull=True) | Q(left_at__gt=at), key=key)
    worker = present.select_related("account").first()
    if worker is None or _stopped(worker, at):
        return None
    language = worker.account.language if worker.account else "nl"
    return _reached(worker.email, worker.phone, language)


def address_of_desk(key: UUID, at: datetime) -> Address | None:
    """The shared mailbox of an open desk that is not stopped, else its telephone."""
    desk = open_desks(at).filter(key=key).select_related("organisation").first()
    if desk is None or is_stopped(desk.organisation, at):
        return None
    return _reached(desk.email, desk.phone)


def _stopped(worker: Worker, at: datetime) -> bool:
    roles = WorkerRole.objects.running(at).filter(worker=worker).select_related("organisation")
    organisations = {role.organisation for role in roles.order_by("pk")}
    return bool(organisations) and all(is_stopped(one, at) for one in organisations)


def _reached(email: str, phone: str, language: str = "nl") -> Address | None:
    if email:
        return Address(Channel.MAIL, email, language)
    return Address(Channel.CALL, phone, language) if phone else None


register_recipient("worker", address_of_worker)
register_recipient("desk", address_of_desk)
