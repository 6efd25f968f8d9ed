"""A session ends by itself, and at once when it should: the very next request is a stranger's."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kring.foundation.accounts.actions import disable_account, enable_account, end_sessions
from kring.foundation.accounts.models import Account, AccountKind
from kring.foundation.accounts.tests.at_the_door import account, is_inside, sign_in, verbs
from kring.foundation.journal.actor import SYSTEM

pytestmark = pytest.mark.django_db


@pytest.fixture
def who(client: Client) -> Account:
    """A family signed in with the browser of the test."""
    made = account(AccountKind.FAMILY)
    sign_in(client, made)
    return made


@pytest.mark.parametrize(("minutes", "status"), [(13, 200), (15, 302), (600, 302)])
def test_session_without_use_ends_within_a_quarter_of_an_hour(
    client: Client, who: Account, minutes: int, status: int
) -> None:
    with time_machine.travel(timezone.now() + timedelta(minutes=minutes)):
        assert client.get(reverse("own_account")).status_code == status


def test_session_in_use_ends_after_twelve_hours(client: Client, who: Account) -> None:
    start = timezone.now()
    inside = []
    for minutes in range(10, 12 * 60 + 20, 10):
        with time_machine.travel(start + timedelta(minutes=minutes)):
            inside.append(is_inside(client))
    assert inside == [True] * 71 + [False] * 2


def test_closed_account_is_out_at_its_next_request(client: Client, who: Account) -> None:
    disable_account(by=SYSTEM, at=timezone.now(), account=who)
    assert not is_inside(client)
    enable_account(by=SYSTEM, at=timezone.now(), account=who)
    assert not is_inside(client)
    assert "accounts.disabled" in verbs()


def test_ending_the_sessions_ends_all_of_them(client: Client, who: Account) -> None:
    elsewhere = Client()
    sign_in(elsewhere, who)
    end_sessions(by=SYSTEM, at=timezone.now(), account=who, because="andere rol")
    assert not is_inside(client)
    assert not is_inside(elsewhere)


def test_another_password_ends_the_sessions_elsewhere(client: Client, who: Account) -> None:
    elsewhere = Client()
    sign_in(elsewhere, who)
    new = "zeven-droge-sokken"
    given = {"oldpassword": "vier-natte-laarzen", "password1": new, "password2": new}
    client.post(reverse("account_change_password"), given)
    assert is_inside(client)
    assert not is_inside(elsewhere)
    assert "accounts.password_changed" in verbs()


def test_log_elders_uit_leaves_only_this_browser(client: Client, who: Account) -> None:
    elsewhere = Client()
    sign_in(elsewhere, who)
    page = client.get(reverse("usersessions_list")).content.decode()
    assert "Log elders uit" in page
    client.post(reverse("usersessions_list"))
    assert is_inside(client)
    assert not is_inside(elsewhere)


def test_signed_in_pages_stay_out_of_every_cache(client: Client, who: Account) -> None:
    for path in (reverse("usersessions_list"), reverse("own_account")):
        assert client.get(path)["Cache-Control"] == "no-store"


def test_session_cookie_is_closed_to_scripts_and_other_sites(client: Client, who: Account) -> None:
    cookie = client.cookies["sessionid"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
