"""The rows of ``bench search`` are found by its questions, through the API and on the page."""

import pytest
from django.test import Client
from django.utils import timezone

from kring.foundation.deadlines.calendar import local_day
from kring.offer.directory import upkeep
from kring.registry.places.queries import map_points
from kring.tools.bench.search_http import of_api, of_page
from kring.tools.bench.search_rows import key_of, write_rows
from kring.tools.bench.search_words import Half
from kring.tools.bench.search_world import World

pytestmark = pytest.mark.django_db


def test_what_is_asked_is_found(client: Client, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    world, at = World(900), timezone.now()
    cases = world.cases(Half.TUNING)[:40]
    asked = {case.key for case in cases}
    write_rows([one for one in world.documents if one.key in asked], at)
    upkeep.build(local_day(at))
    keys = {one.key: str(key_of(one)) for one in world.documents}
    met = 0
    for case in cases:
        answer = client.get("/aanbod/zoek.json", of_api(case)).json()
        met += keys[case.key] in [one["id"] for one in answer["services"]]
    assert met / len(cases) >= 0.95
    page = client.get("/aanbod", of_page(cases[0], map_points()))
    assert "gevonden" in page.content.decode()
