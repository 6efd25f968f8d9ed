"""Grants, withdrawals, transfers and leavings at random: never one stale permit.

After each step the product is held against an oracle that knows the facts and the reader table and
nothing of the product's own reading of them. A run prints its seed; ``KRING_SEED`` repeats it, and
``KRING_SHRINK=1`` then looks for the shortest walk to the same fault.
"""

import os
import random
import time

import pytest
from django.db import connection
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.internal.conjecture import providers
from hypothesis.stateful import run_state_machine_as_test

from tests.access.walk.deeds_at_work import WorkDeeds
from tests.access.walk.deeds_of_people import PeopleDeeds
from tests.access.walk.deeds_on_items import ItemDeeds
from tests.access.walk.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

PARTS = 4
FULL = os.environ.get("KRING_FULL") == "1"
WALKS = int(os.environ.get("KRING_WALKS") or (5000 if FULL else 400))
ON_POSTGRESQL = 500 if FULL else 60
STEPS = 8
SHRINK = "KRING_SHRINK" in os.environ
"""Whether a shorter walk to the same fault is sought; it takes minutes."""


class EverythingThatHappens(PeopleDeeds, WorkDeeds, ItemDeeds):
    """All the steps together."""


@pytest.mark.parametrize("part", range(PARTS))
def test_after_every_step_everybody_reads_what_the_rule_says_and_no_more(
    part: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    # words of our own source, as values to draw, are of no use here and take seconds to gather
    monkeypatch.setattr(providers, "_get_local_constants", providers.Constants)
    walks = (WALKS if connection.vendor == "sqlite" else ON_POSTGRESQL) // PARTS
    chosen = int(os.environ.get("KRING_SEED", random.SystemRandom().randrange(10**9)))
    print(f"\nKRING_SEED={chosen}, part {part}, {walks} walks")
    World.begins()
    EverythingThatHappens.steps_done, started = 0, time.process_time()
    run_state_machine_as_test(
        seed(chosen + part)(EverythingThatHappens),
        settings=settings(
            max_examples=walks,
            stateful_step_count=STEPS,
            deadline=None,
            database=None,
            print_blob=True,
            report_multiple_bugs=False,
            phases=[Phase.generate, *([Phase.shrink] if SHRINK else [])],
            suppress_health_check=list(HealthCheck),
        ),
    )
    print(
        f"{EverythingThatHappens.steps_done} steps, {time.process_time() - started:.1f} s of processor"
    )
