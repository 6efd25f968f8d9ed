"""The language switch is a button that works without a script, and is remembered."""

import pytest
from django.test import Client, override_settings
from tests.cast import kempen

pytestmark = pytest.mark.django_db


@override_settings(DEMO=True)
def test_the_page_comes_back_in_the_chosen_language(client: Client) -> None:
    response = client.post("/taal/", {"language": "fr", "next": "/ui/gezin/"})
    assert response.status_code == 302
    assert response["Location"] == "/ui/gezin/"
    assert '<html lang="fr">' in client.get("/ui/gezin/").content.decode()


def test_it_never_leads_to_another_site(client: Client) -> None:
    response = client.post("/taal/", {"language": "fr", "next": "https://elders.example/"})
    assert "elders.example" not in response["Location"]


def test_looking_changes_nothing(client: Client) -> None:
    assert client.get("/taal/").status_code == 405


def test_the_account_remembers_it(client: Client) -> None:
    account = kempen().lotte.account
    assert account
    client.force_login(account)
    client.post("/taal/", {"language": "fr", "next": "/zoeken/"})
    account.refresh_from_db()
    assert account.language == "fr"
    assert '<html lang="fr">' in client.get("/zoeken/").content.decode()


def test_a_page_of_an_error_repeats_no_address_and_comes_back_to_it(client: Client) -> None:
    page = client.get("/nergens/geheim/").content.decode()
    assert "/taal/" in page
    assert "geheim" not in page
    there = {"HTTP_REFERER": "http://testserver/nergens/geheim/"}
    answer = client.post("/taal/", {"language": "fr"}, **there)
    assert answer["Location"] == "http://testserver/nergens/geheim/"
    assert '<html lang="fr">' in client.get("/nergens/geheim/").content.decode()
