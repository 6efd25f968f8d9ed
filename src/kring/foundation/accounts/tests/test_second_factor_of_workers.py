"""Every worker proves two factors; until then the set-up is the only page. Families may."""

import pytest
from django.test import Client, override_settings
from django.urls import reverse

from kring.foundation.accounts import second_step
from kring.foundation.accounts.models import AccountKind
from kring.foundation.accounts.tests.at_the_door import (
    PASSWORD,
    account,
    code_now,
    is_inside,
    passkey_of,
    sign_in,
    type_code,
    type_password,
    verbs,
    with_app,
)

pytestmark = pytest.mark.django_db
SETUP = "/aanmelden/tweede-stap/"


def test_worker_without_second_factor_is_sent_to_its_setup(client: Client) -> None:
    account()
    type_password(client)
    for path in (reverse("usersessions_list"), reverse("account_change_password"), "/demo"):
        response = client.get(path)
        assert (response.status_code, response.url) == (302, SETUP)


@pytest.mark.django_db(transaction=True)
def test_worker_sets_up_an_app_and_is_let_through(client: Client) -> None:
    account()
    type_password(client)
    page = client.get(reverse("mfa_activate_totp"))
    code = code_now(page.context["form"].secret)
    response = client.post(reverse("mfa_activate_totp"), {"code": code})
    assert response.url == reverse("mfa_view_recovery_codes")
    assert client.get(response.url).status_code == 200
    assert client.get(reverse("usersessions_list")).status_code == 200
    assert verbs().count("accounts.second_factor_set") == 2


def test_worker_with_an_app_is_outside_until_the_code(client: Client) -> None:
    secret = with_app(account())
    assert type_password(client).url == reverse("mfa_authenticate")
    assert not is_inside(client)
    type_code(client, code_now(secret))
    assert client.get(reverse("usersessions_list")).status_code == 200


def test_wrong_code_keeps_out_and_is_written_down(client: Client) -> None:
    secret = with_app(account())
    type_password(client)
    wrong = str((int(code_now(secret)) + 1) % 1_000_000).zfill(6)
    assert type_code(client, wrong).status_code == 200
    assert not is_inside(client)
    assert verbs()[-1] == "accounts.code_refused"


def test_family_needs_no_second_factor(client: Client) -> None:
    sign_in(client, account(AccountKind.FAMILY))
    assert client.get(reverse("usersessions_list")).status_code == 200


def test_family_that_chose_one_must_give_it(client: Client) -> None:
    with_app(account(AccountKind.FAMILY))
    assert type_password(client).url == reverse("mfa_authenticate")
    assert not is_inside(client)


@override_settings(DEMO=True)
def test_demonstration_asks_no_second_factor(client: Client) -> None:
    sign_in(client, account())
    assert client.get(reverse("usersessions_list")).status_code == 200


def test_worker_keeps_the_last_second_factor(client: Client) -> None:
    who = account()
    sign_in(client, who, with_app(who))
    page = client.post(reverse("mfa_deactivate_totp"))
    assert "je enige tweede stap" in page.content.decode()


def test_another_passkey_makes_the_app_dispensable(client: Client) -> None:
    who = account()
    sign_in(client, who, with_app(who))
    passkey_of(who)
    assert client.post(reverse("mfa_deactivate_totp")).status_code == 302
    assert "accounts.second_factor_removed" in verbs()


def test_worker_closed_between_password_and_code_stays_out(client: Client) -> None:
    who = account()
    secret = with_app(who)
    type_password(client)
    type(who).objects.filter(pk=who.pk).update(is_active=False)
    type_code(client, code_now(secret))
    assert not is_inside(client)
    assert "accounts.signed_in" not in verbs()


def test_an_hour_later_a_change_asks_who_you_are(client: Client) -> None:
    who = account()
    sign_in(client, who, with_app(who))
    session = client.session
    session[second_step.MARKED_AT] -= 3600
    session.save()
    response = client.get(reverse("mfa_add_webauthn"))
    assert response.url.startswith(reverse("account_reauthenticate"))
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    assert client.get(reverse("mfa_add_webauthn")).status_code == 200
