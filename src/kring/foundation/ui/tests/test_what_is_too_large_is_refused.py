"""A body larger than the limit gets a page that says so, before anything reads it."""

from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory, override_settings

from kring.foundation.ui.middleware import RequestSizeMiddleware


def never(request: HttpRequest) -> HttpResponse:
    raise AssertionError("the request went through")


@override_settings(REQUEST_MAX_BYTES=100)
def test_too_large() -> None:
    request = RequestFactory().post("/", data=b"x" * 101, content_type="text/csv")
    response = RequestSizeMiddleware(never)(request)
    assert response.status_code == 413
    assert "Dit bestand is te groot" in response.content.decode()


@override_settings(REQUEST_MAX_BYTES=100)
def test_just_small_enough() -> None:
    request = RequestFactory().post("/", data=b"x" * 100, content_type="text/csv")
    response = RequestSizeMiddleware(lambda _: HttpResponse("ok"))(request)
    assert response.status_code == 200
