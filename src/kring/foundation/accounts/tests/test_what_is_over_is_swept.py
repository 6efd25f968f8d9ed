"""Sessions that ended leave no trace of address or browser behind."""

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from kring.foundation.accounts.models import AccountKind, SharedValue
from kring.foundation.accounts.sweeping import sweep
from kring.foundation.accounts.tests.at_the_door import account, is_inside, sign_in

pytestmark = pytest.mark.django_db


def test_running_session_stays(client: Client) -> None:
    sign_in(client, account(AccountKind.FAMILY))
    sweep(timezone.now())
    assert is_inside(client)
    assert UserSession.objects.count() == 1


def test_after_its_time_nothing_of_a_session_is_left(client: Client) -> None:
    sign_in(client, account(AccountKind.FAMILY))
    cache.set("used", "y", timeout=30)
    sweep(timezone.now() + timedelta(hours=13))
    assert not Session.objects.exists()
    assert not UserSession.objects.exists()
    assert not SharedValue.objects.exists()
