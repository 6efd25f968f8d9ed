"""The public pages open without an account, in three languages, with a way out."""

import pytest
from django.test import Client

from kring.web.portal.tests.at_the_portal import words_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("url", ["/welkom", "/vraag", "/stand", "/antwoord/verstuurd/yes"])
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_it_opens(client: Client, url: str, language: str) -> None:
    response = client.get(url, headers={"accept-language": language})
    assert response.status_code == 200
    assert f'<html lang="{language}"' in words_of(response)


@pytest.mark.parametrize("url", ["/welkom", "/vraag", "/stand"])
def test_quick_exit_says_what_it_does_not_do(client: Client, url: str) -> None:
    page = words_of(client.get(url))
    assert "data-quick-exit" in page
    assert "Dit wist niet welke pagina" in page


def test_a_visitor_of_the_first_address_lands_on_the_portal(client: Client) -> None:
    page = words_of(client.get("/", follow=True))
    assert "Waar kunnen we mee helpen?" in page
