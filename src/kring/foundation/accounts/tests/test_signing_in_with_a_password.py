"""A family signs in with an address and a password; nobody can make an account by himself."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import NoReverseMatch, reverse

from kring.foundation.accounts.models import AccountKind
from kring.foundation.accounts.tests.at_the_door import (
    account,
    is_inside,
    sign_in,
    type_password,
    verbs,
)

pytestmark = pytest.mark.django_db


def test_right_password_lets_a_family_in(client: Client) -> None:
    account(AccountKind.FAMILY)
    before = client.get(reverse("account_login")).cookies
    response = type_password(client, " Lotte.Claes@Example.org ")
    assert response.status_code == 302
    assert is_inside(client)
    assert not before.get("sessionid") or before["sessionid"] != client.cookies["sessionid"]
    assert "accounts.signed_in" in verbs()


def test_the_way_back_in_is_named_once(client: Client) -> None:
    page = client.get(reverse("account_login")).content.decode()
    assert page.count(f'href="{reverse("account_reset_password")}"') == 1


def test_session_key_is_new_after_signing_in(client: Client) -> None:
    account(AccountKind.FAMILY)
    session = client.session
    session["here"] = True
    session.save()
    before = client.session.session_key
    type_password(client)
    assert client.session.session_key != before


def test_wrong_password_keeps_out_and_is_written_down(client: Client) -> None:
    account()
    response = type_password(client, password="fout-wachtwoord")
    assert "horen niet bij elkaar" in response.content.decode()
    assert not is_inside(client)
    assert verbs() == ["accounts.sign_in_failed"]


def test_there_is_no_way_to_sign_up() -> None:
    with pytest.raises(NoReverseMatch):
        reverse("account_signup")
    assert not get_user_model().objects.exists()


def test_signing_out_goes_by_post_and_clears_the_browser(client: Client) -> None:
    sign_in(client, account(AccountKind.FAMILY))
    assert client.get(reverse("account_logout")).status_code == 405
    response = client.post(reverse("account_logout"))
    assert response["Clear-Site-Data"] == '"cache", "storage"'
    assert not is_inside(client)
    assert verbs()[-1] == "accounts.signed_out"


def test_old_session_cookie_is_dead_after_signing_out(client: Client) -> None:
    sign_in(client, account(AccountKind.FAMILY))
    cookie = client.cookies["sessionid"].value
    client.post(reverse("account_logout"))
    thief = Client()
    thief.cookies["sessionid"] = cookie
    assert not is_inside(thief)
