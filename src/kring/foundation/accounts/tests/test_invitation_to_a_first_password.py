"""An account is made by an action; its owner sets the first password by a link that works once."""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kring.foundation.accounts.actions import (
    InvitationGone,
    accept_invitation,
    create_account,
    invite,
)
from kring.foundation.accounts.models import Account, AccountKind
from kring.foundation.accounts.tests.at_the_door import PASSWORD, sign_in, type_password, verbs
from kring.foundation.journal.actor import SYSTEM

pytestmark = pytest.mark.django_db


def _made(at: datetime) -> Account:
    return create_account(
        by=SYSTEM,
        at=at,
        email="Lotte.Claes@example.org",
        kind=AccountKind.FAMILY,
        name="Lotte Claes",
    )


def _path(token: str) -> str:
    return reverse("use_invitation", args=[token])


def test_link_sets_the_first_password_once(client: Client) -> None:
    who = _made(timezone.now())
    path = _path(invite(by=SYSTEM, at=timezone.now(), account=who))
    assert client.get(path).status_code == 200
    client.post(path, {"password": PASSWORD, "again": PASSWORD})
    sign_in(client, who)
    assert Client().get(path).status_code == 410
    assert "accounts.invitation_used" in verbs()


def test_nobody_signs_in_before(client: Client) -> None:
    _made(timezone.now())
    assert type_password(client).status_code == 200


def test_link_expires_and_an_older_one_stops_working(client: Client) -> None:
    who = _made(timezone.now())
    older = invite(by=SYSTEM, at=timezone.now(), account=who)
    newer = invite(by=SYSTEM, at=timezone.now(), account=who)
    assert client.get(_path(older)).status_code == 410
    assert client.get(_path(newer)).status_code == 200
    with time_machine.travel(timezone.now() + timedelta(days=8)):
        assert client.get(_path(newer)).status_code == 410


def test_link_is_stored_hashed() -> None:
    who = _made(timezone.now())
    token = invite(by=SYSTEM, at=timezone.now(), account=who)
    assert token not in str(list(who.invitations.values()))


def test_weak_or_unequal_passwords_are_refused_beside_the_field(client: Client) -> None:
    path = _path(invite(by=SYSTEM, at=timezone.now(), account=_made(timezone.now())))
    assert client.post(path, {"password": "kort", "again": "kort"}).context["form"].errors["password"]
    unequal = client.post(path, {"password": PASSWORD, "again": "anders"})
    assert unequal.context["form"].errors["again"]


def test_second_click_changes_nothing() -> None:
    token = invite(by=SYSTEM, at=timezone.now(), account=_made(timezone.now()))
    accept_invitation(at=timezone.now(), token=token, password=PASSWORD)
    with pytest.raises(InvitationGone):
        accept_invitation(at=timezone.now(), token=token, password="een-heel-ander-woord")


def test_one_address_has_one_account() -> None:
    _made(timezone.now())
    with pytest.raises(IntegrityError):
        _made(timezone.now())
