"""Asked by chance all that the description allows, and what it does not, the door answers rightly."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode

from kring.exchange.hsds.description import described
from kring.exchange.hsds.tests.feeding import read, service
from kring.exchange.hsds.tests.published import FOLDER, OPENAPI
from kring.offer.directory.tests.offering import playgroup

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.above_the_database]
INSIDE = "#/components/schemas/"
EXAMPLES = 10


def inside(said: Any) -> Any:
    """A schema with its references to files made into references within one description."""
    if isinstance(said, dict):
        return {name: inside(value) for name, value in said.items()}
    if isinstance(said, list):
        return [inside(one) for one in said]
    if isinstance(said, str) and said.endswith(".json"):
        return INSIDE + said.rpartition("/")[2].removesuffix(".json").removesuffix("_list")
    return said


def bundled() -> dict[str, Any]:
    """The description of the API with the published schemas in it."""
    said = json.loads(json.dumps(described("http://testserver/hsds/3.0")))
    said = inside(said)
    for path in FOLDER.glob("*.json"):
        if path.stem != "openapi":
            said["components"]["schemas"][path.stem] = inside(json.loads(path.read_text()))
    return said


@pytest.fixture
def api() -> Iterator[Any]:
    """The API as schemathesis asks it, with an offer to find; a question closes no connection."""
    playgroup()
    read(service())
    schema = schemathesis.openapi.from_dict(bundled())
    schema.app = WSGIHandler()
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield schema
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def ask(api: Any, path: str, mode: GenerationMode) -> None:
    """Ask this path by chance."""

    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
    @given(case=api[path]["GET"].as_strategy(generation_mode=mode))
    def once(case: Any) -> None:
        if case.query and "proximity" in case.query:
            case.query.setdefault("postcode", "2440")
        case.call_and_validate()

    once()


@pytest.mark.parametrize("path", OPENAPI["paths"])
def test_what_is_allowed_is_answered(api, path):
    ask(api, path, GenerationMode.POSITIVE)


@pytest.mark.parametrize("path", [path for path in OPENAPI["paths"] if path[1:] and "{" not in path])
def test_what_is_not_allowed_is_refused(api, path):
    ask(api, path, GenerationMode.NEGATIVE)
