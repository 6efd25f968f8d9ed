"""A message goes to who works here now, at the address that stands now."""

import pytest

from kring.foundation.accounts.models import Account
from kring.foundation.outbox.recipients import Address, Channel, Recipient, resolve
from kring.registry.network.models import Desk, Worker
from kring.registry.network.tests.small_network import NOW, desk, region

pytestmark = pytest.mark.django_db


def test_a_worker_is_mailed_in_the_language_of_the_account() -> None:
    account = Account.objects.create_user("a@example.org", created_at=NOW, language="fr")
    worker = Worker.objects.create(name="Amina", email="amina@example.org", account=account)
    reached = resolve(Recipient("worker", worker.key), NOW)
    assert reached == Address(Channel.MAIL, "amina@example.org", "fr")


def test_who_left_is_no_longer_mailed() -> None:
    worker = Worker.objects.create(name="Amina", email="amina@example.org", left_at=NOW)
    assert resolve(Recipient("worker", worker.key), NOW) is None


def test_a_closed_desk_is_no_longer_mailed() -> None:
    counter = desk("Balie", region("Kempen"))
    Desk.objects.filter(pk=counter.pk).update(email="balie@example.org")
    assert resolve(Recipient("desk", counter.key), NOW) == Address(Channel.MAIL, "balie@example.org")
    Desk.objects.filter(pk=counter.pk).update(closed_at=NOW)
    assert resolve(Recipient("desk", counter.key), NOW) is None
