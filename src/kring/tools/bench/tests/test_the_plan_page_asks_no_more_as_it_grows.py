"""The measurement of the plan page in small: at most 15 reads, at any size, and nothing lost."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kring.tools.bench.plan import QUERIES_LIMIT, Two, asked, save_pair
from kring.tools.bench.planned import Planned, Size, build_plan
from kring.tools.bench.population import build_regions
from kring.tools.bench.worklist import signed_in


def planned(*sizes: Size) -> list[Planned]:
    at = timezone.now() - timedelta(days=6)
    region = build_regions(["Regio"], at - timedelta(days=400))[0]
    return [build_plan(f"Gezin {size.goals}", region, size, at) for size in sizes]


def counted(made: Planned) -> tuple[int, int]:
    """How often the page asks for itself, and how often every page does."""
    client, key = signed_in(made.worker.account), made.plan.family.key
    frame = asked(client, reverse("family_file:rename", args=[key]))
    return asked(client, reverse("plan:plan", args=[key])) - frame, frame


@pytest.mark.django_db
def test_the_page_asks_little_and_no_more_as_it_grows() -> None:
    small, large = (counted(made) for made in planned(Size(2, 2, 1, 1), Size(5, 40, 12, 30)))
    assert small == large
    assert small[0] <= QUERIES_LIMIT


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
