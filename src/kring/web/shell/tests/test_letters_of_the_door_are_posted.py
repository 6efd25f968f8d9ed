"""Who asks a new password gets one message in the outbox, to the address of the account."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.cast import LONG_AGO, PASSWORD

from kring.foundation.accounts.actions import disable_account
from kring.foundation.accounts.models import Account
from kring.foundation.journal.actor import SYSTEM
from kring.foundation.outbox.models import Message
from kring.web.shell.recipients import address_of

pytestmark = pytest.mark.django_db


def test_asking_a_new_password_queues_one_neutral_message(client: Client) -> None:
    who = Account.objects.create_user("amina@example.org", PASSWORD, created_at=LONG_AGO)
    for email in ("amina@example.org", "niemand@example.org"):
        client.post(reverse("account_reset_password"), {"email": email})
    message = Message.objects.get()
    assert (message.recipient_key, message.text) == (who.key, "accounts.password_reset")
    assert address_of(who.key, timezone.now()).value == "amina@example.org"


def test_closed_account_is_reached_no_more() -> None:
    who = Account.objects.create_user("amina@example.org", PASSWORD, created_at=LONG_AGO)
    disable_account(by=SYSTEM, at=timezone.now(), account=who)
    assert address_of(who.key, timezone.now()) is None
