"""The front door leads each to their own first page."""

import pytest
from django.test import Client
from tests.cast import kempen

pytestmark = pytest.mark.django_db


def test_a_visitor_is_not_sent_to_a_worker_page(client: Client) -> None:
    response = client.get("/")
    assert response.status_code in {204, 302}
    assert "zoeken" not in response.headers.get("Location", "")


def test_a_worker_lands_on_a_worker_page(client: Client) -> None:
    client.force_login(kempen().lotte.account)
    response = client.get("/")
    assert response.status_code == 302
    page = client.get(response["Location"])
    assert page.status_code == 200
    assert "shell-side" in page.content.decode()
