"""Whether an address has an account cannot be read from an answer of the door."""

import pytest
from django.test import Client
from django.urls import reverse

from kring.foundation.accounts import letters
from kring.foundation.accounts.models import AccountKind
from kring.foundation.accounts.tests.at_the_door import account, is_inside, type_password, verbs

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[letters.Letter]:
    """The letters that left, in order."""
    left: list[letters.Letter] = []
    monkeypatch.setattr(letters.POST, "carrier", left.append)
    return left


KNOWN = "lotte.claes@example.org"
UNKNOWN = "lotte.maes1@example.org"


def _outline(client: Client, path: str, given: dict[str, str], email: str) -> tuple[int, int, str]:
    response = client.post(path, given, follow=True)
    text = response.content.decode().replace(email, "ADDRESS")
    token = response.context["csrf_token"]
    return response.status_code, len(text), text.replace(str(token), "TOKEN")


@pytest.mark.parametrize(
    ("route", "field"), [("account_login", "login"), ("account_reset_password", "email")]
)
def test_known_and_unknown_addresses_get_the_same_answer(route: str, field: str) -> None:
    account()
    outlines = [
        _outline(Client(), reverse(route), {field: email, "password": "gok-gok-gok-gok"}, email)
        for email in (KNOWN, UNKNOWN)
    ]
    assert outlines[0] == outlines[1]


def test_only_a_known_address_gets_a_letter_with_a_link_that_works_once(
    client: Client, sent: list[letters.Letter]
) -> None:
    who = account(AccountKind.FAMILY)
    for email in (KNOWN, UNKNOWN):
        client.post(reverse("account_reset_password"), {"email": email})
    (letter,) = sent
    assert (letter.account, letter.text) == (who, "accounts.password_reset")
    form_path = client.get(letter.path).url
    new = "zeven-droge-sokken"
    client.post(form_path, {"password1": new, "password2": new})
    assert is_inside(client)
    assert "accounts.password_changed" in verbs()
    again = Client().get(letter.path)
    assert "werkt niet meer" in again.content.decode()


def test_closed_account_gets_no_letter(client: Client, sent: list[letters.Letter]) -> None:
    account(is_active=False)
    client.post(reverse("account_reset_password"), {"email": KNOWN})
    assert sent == []


def test_closed_account_with_a_wrong_password_looks_unknown(client: Client) -> None:
    account(is_active=False)
    assert "horen niet bij elkaar" in type_password(client, password="gok-gok").content.decode()
