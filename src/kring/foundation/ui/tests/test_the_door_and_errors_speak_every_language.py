"""Signing in, an invitation and every page of an error speak the languages of families, and switch."""

import pytest
from django.conf import settings
from django.test import Client, RequestFactory, override_settings
from django.utils import translation

from kring.foundation.ui.errors import error_page
from kring.foundation.ui.middleware import RequestSizeMiddleware
from kring.foundation.ui.tests.test_what_is_too_large_is_refused import never

pytestmark = pytest.mark.django_db
FURTHER = ("ar", "tr", "uk")
TOO_LARGE = "Dit bestand is te groot"


def spoken_by(language: str, path: str) -> str:
    client = Client()
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    return client.get(path).text


@pytest.mark.parametrize("language", FURTHER)
@pytest.mark.parametrize(
    ("path", "dutch"),
    [
        ("/aanmelden/", "Aanmelden"),
        ("/aanmelden/uitnodiging/bestaat-niet/", "Deze link werkt niet meer"),
        ("/bestaat-niet/", "Deze pagina vinden we niet"),
    ],
)
def test_a_page_before_signing_in(language: str, path: str, dutch: str) -> None:
    page = spoken_by(language, path)
    with translation.override(language):
        words = translation.gettext(dutch)
    assert words != dutch
    assert words in page
    assert f">{dutch}<" not in page
    assert 'action="/taal/"' in page
    assert all(f'value="{code}"' in page for code in (*FURTHER, "nl", "fr", "en"))
    assert ('dir="rtl"' in page.partition("<head>")[0]) is (language == "ar")


@pytest.mark.parametrize("status", [400, 403, 404, 413, 429, 500, 503])
def test_every_error_page_can_be_switched(status: int) -> None:
    page = error_page(RequestFactory().get("/"), status).content.decode()
    assert 'action="/taal/"' in page


@override_settings(REQUEST_MAX_BYTES=100)
def test_too_large_is_said_in_the_language_of_the_visitor() -> None:
    """Though it is refused before the language of a request is chosen."""
    request = RequestFactory().post("/", data=b"x" * 101, content_type="text/csv")
    request.COOKIES[settings.LANGUAGE_COOKIE_NAME] = "tr"
    page = RequestSizeMiddleware(never)(request).content.decode()
    assert TOO_LARGE not in page
    assert 'lang="tr"' in page
