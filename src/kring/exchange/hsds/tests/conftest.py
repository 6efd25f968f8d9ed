"""The door as somebody outside asks it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

type Ask = Callable[..., Any]
BASE = "/hsds/3.0"


@pytest.fixture
def ask(client: Client) -> Ask:
    """Ask a path of the door; what it says, after a look at the status."""

    def asked(path: str, status: int = 200, language: str = "nl", **parameters: str) -> Any:
        headers = {"Accept-Language": language}
        answer = client.get(f"{BASE}{path}", parameters, headers=headers)
        assert answer.status_code == status, answer.content
        return answer.json()

    return asked
