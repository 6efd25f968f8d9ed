"""What is drawn once for everybody follows the language, and sees nothing of a page."""

from django.http import HttpRequest
from django.template import engines
from django.test import RequestFactory
from django.utils.translation import override

SOURCE = (
    "{% load i18n %}{% kept %}[{% if name %}{{ name }}{% endif %}{% if request %}{{ request.path }}"
    "{% endif %}]{% translate 'Zoeken' %}{% endkept %}"
)


def request_of(path: str) -> HttpRequest:
    return RequestFactory().get(path)


def test_nothing_of_the_first_page_reaches_the_second() -> None:
    template = engines["django"].from_string(SOURCE)
    with override("nl"):
        for name in ("Lotte Claes", "Wim Goris"):
            assert template.render({"name": name}, request_of(f"/{name}/")) == "[]Zoeken"


def test_each_language_has_its_own() -> None:
    template = engines["django"].from_string(SOURCE)
    with override("nl"):
        dutch = template.render({}, request_of("/"))
    with override("en"):
        assert template.render({}, request_of("/")) != dutch
    with override("nl"):
        assert template.render({}, request_of("/")) == dutch
