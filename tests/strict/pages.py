"""Every page a test asks for is inspected: its markup, and that reading it wrote nothing."""

import re
from contextlib import ExitStack
from hashlib import sha256
from typing import Any

from django.db import connections
from django.test import Client

from tests.strict.markup import faults_in
from tests.strict.reading import refuse_writes

_request = Client.request
_ONCE = re.compile(r'((?:name="csrfmiddlewaretoken" value|nonce)=)"[^"]*"')
"""What is new on every page, and cannot be wrong."""
_right: set[str] = set()
"""Fingerprints of pages that had no fault: the same page again has none either."""


class PageFault(AssertionError):
    """A page holds what it may not hold."""


def _inspected_request(self: Client, **request: Any) -> Any:
    with ExitStack() as stack:
        if request.get("REQUEST_METHOD") in ("GET", "HEAD"):
            for connection in connections.all():
                stack.enter_context(connection.execute_wrapper(refuse_writes))
        response = _request(self, **request)
    if not response.streaming and response.get("Content-Type", "").startswith("text/html"):
        _inspect(str(request.get("PATH_INFO")), response.content.decode())
    return response


def _inspect(path: str, html: str) -> None:
    page = sha256(_ONCE.sub(r"\1", html).encode()).hexdigest()
    if page in _right:
        return
    if faults := faults_in(html):
        raise PageFault(f"{path}: " + "; ".join(faults))
    _right.add(page)


def pytest_configure() -> None:
    Client.request = _inspected_request


def pytest_unconfigure() -> None:
    Client.request = _request
