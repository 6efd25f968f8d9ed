"""Every page a test asks for is inspected: its markup, and that reading it wrote nothing."""

from contextlib import ExitStack
from typing import Any

from django.db import connections
from django.test import Client

from tests.strict.markup import faults_in
from tests.strict.reading import refuse_writes

_request = Client.request


class PageFault(AssertionError):
    """A page holds what it may not hold."""


def _inspected_request(self: Client, **request: Any) -> Any:
    with ExitStack() as stack:
        if request.get("REQUEST_METHOD") in ("GET", "HEAD"):
            for connection in connections.all():
                stack.enter_context(connection.execute_wrapper(refuse_writes))
        response = _request(self, **request)
    if not response.streaming and response.get("Content-Type", "").startswith("text/html"):
        faults = faults_in(response.content.decode())
        if faults:
            raise PageFault(f"{request.get('PATH_INFO')}: " + "; ".join(faults))
    return response


def pytest_configure() -> None:
    Client.request = _inspected_request


def pytest_unconfigure() -> None:
    Client.request = _request
