"""The measurement of the plan page in small: as many reads for five goals as for two, nothing lost."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from kring.tools.bench.plan import Two, save_pair
from kring.tools.bench.planned import Planned, Size, build_plan
from kring.tools.bench.population import build_regions
from kring.tools.bench.worklist import signed_in


def planned(*sizes: Size) -> list[Planned]:
    at = timezone.now() - timedelta(days=6)
    region = build_regions(["Regio"], at - timedelta(days=400))[0]
    return [build_plan(f"Gezin {size.goals}", region, size, at) for size in sizes]


def reads(made: Planned) -> int:
    client, url = signed_in(made.worker.account), reverse("plan:plan", args=[made.plan.family.key])
    for _time in range(2):
        client.get(url)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


@pytest.mark.django_db
def test_the_page_asks_no_more_as_it_grows() -> None:
    small, large = planned(Size(2, 2, 1, 1), Size(5, 40, 12, 30))
    assert reads(small) == reads(large)


@pytest.mark.django_db(transaction=True)
@pytest.mark.slow
def test_pairs_merge_or_are_told() -> None:
    made = planned(Size(2, 2, 1, 1))[0]
    found = {"merged": 0, "told": 0, "lost": 0}
    two = Two(made)
    with ThreadPoolExecutor(2) as pool:
        for number in range(6):
            save_pair(two, made, number, pool, found)
    assert found == {"merged": 3, "told": 3, "lost": 0}
