from collections.abc import Iterable
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from kring.tools.bench.planning import CSRF, seats_of, steps
from kring.tools.bench.population import build_families, build_regions
from kring.tools.bench.traffic import Outcome


def planned() -> list[dict[str, Any]]:
    """A day of a small network."""
    at = timezone.now()
    regions = build_regions(["Regio 0"], at - timedelta(days=400))
    build_families(40, regions, at)
    targets = [str(desk.key) for region in regions for desk in region.desks]
    return steps(seats_of(regions, 10, at), targets, 120, seed=1)


def answered(wanted: Iterable[dict[str, Any]]) -> Outcome:
    """What the pages answered, each asked as a person would: with a session and a CSRF token."""
    outcome, client = Outcome(), Client(SERVER_NAME="127.0.0.1", enforce_csrf_checks=True)
    client.cookies["csrftoken"] = CSRF
    for step in wanted:
        client.cookies[settings.SESSION_COOKIE_NAME] = step["session"]
        answer = client.post(step["url"], step["data"], headers={"X-CSRFToken": CSRF})
        outcome.add(step, str(answer.status_code), answer.content.decode(), 0.0)
    return outcome


@pytest.mark.django_db
def test_a_search_says_what_it_has_to_find_and_is_counted() -> None:
    searches = [step for step in planned() if step["kind"] == "search"]
    outcome = answered(searches)
    assert set(outcome.found) == {"own families", "already known", "not known"}
    assert all(each["asked"] == each["found"] for each in outcome.found.values())
    assert set(outcome.statuses) == {"200"}


@pytest.mark.django_db
def test_an_answer_that_lacks_its_words_is_no_find() -> None:
    own = next(step for step in planned() if step["name"] == "own families")
    outcome = answered([own | {"says": "nobody is called this"}])
    assert outcome.found == {"own families": {"asked": 1, "found": 0}}
