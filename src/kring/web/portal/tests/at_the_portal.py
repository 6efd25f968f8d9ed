"""What visitors do at the portal."""

from typing import Any
from uuid import uuid4

from django.test import Client
from tests.cast import Network, kempen

from kring.registry.network.models import Desk
from kring.support.requests.actions import status_code_of
from kring.support.requests.models import Request


def network_with_fallback() -> Network:
    """The network of the Kempen, with the Trefplaats as the desk for what lies outside."""
    network = kempen()
    Desk.objects.filter(pk=network.team.pk).update(fallback=True)
    network.team.refresh_from_db()
    return network


def fill_in(client: Client, **values: Any) -> Any:
    """Send the public form; what is not given is left empty."""
    given = {"submission": str(uuid4()), "words": "De ochtenden lopen uit op ruzie.", "who": "family"}
    return client.post("/vraag", {**given, **values})


def look(client: Client, request: Request | str, **values: Any) -> Any:
    """Type a code on the status page."""
    code = request if isinstance(request, str) else status_code_of(request)
    return client.post("/stand", {"code": code, **values})


def words_of(response: Any) -> str:
    """The page as text."""
    return str(response.content.decode())
