"""The server is killed in the midst of writing, fifty times: nothing that was acknowledged is lost."""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest

from kring.command.postgres_cluster import Cluster, running_cluster
from tests.durability.askers import Crowd
from tests.durability.installation import Installation

ROUNDS = 500 if os.environ.get("KRING_FULL") == "1" else 50
COLD_ROUNDS = (0, 25)
PULLED_PLUGS = (10, 20, 30, 40)
"""Rounds in which the database server itself is killed too."""
ASKERS = 4
ON_POSTGRESQL = os.environ.get("DATABASE_URL", "").startswith("postgres")

pytestmark = [pytest.mark.slow, pytest.mark.starts_its_own]


@contextmanager
def installed(folder: Path) -> Iterator[tuple[Installation, Cluster | None]]:
    """An installation on the database of this lane, durable: it waits for the disk."""
    if not ON_POSTGRESQL:
        installation = Installation(folder)
        try:
            yield installation, None
        finally:
            installation.close()
        return
    with running_cluster(durable=True) as cluster:
        installation = Installation(folder, cluster.url)
        try:
            yield installation, cluster
        finally:
            installation.close()


def test_nothing_acknowledged_is_lost(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chance = Random(9)  # noqa: S311 - the same moments each time
    crowd = Crowd(ASKERS)
    with installed(tmp_path) as (installation, cluster):
        for number in range(ROUNDS):
            one_life(installation, crowd, chance, cold=number in COLD_ROUNDS)
            if cluster is not None and number in PULLED_PLUGS:
                one_life(installation, crowd, chance, cold=False, cluster=cluster)
        crowd.close()
        found = installation.look()
        says = installation.run("kring.command", "check")
    with capsys.disabled():
        print(f"\n{ROUNDS} kills, {len(crowd.acknowledged)} acknowledged, {len(crowd.sent)} sent")
    hold_against(crowd, found)
    assert says.strip().endswith("all hold")


def one_life(
    installation: Installation,
    crowd: Crowd,
    chance: Random,
    *,
    cold: bool,
    cluster: Cluster | None = None,
) -> None:
    """A server starts, people ask, and it is killed; with ``cluster`` its database first."""
    group, port = installation.serve(cold=cold)
    heard = crowd.begin(port)
    assert heard.wait(timeout=60), f"nothing was acknowledged: {crowd.refused[-4:]}"
    time.sleep(chance.uniform(0.05, 0.4))
    if cluster is not None:
        pull_the_plug(cluster)
    installation.kill(group)
    crowd.end()


def pull_the_plug(cluster: Cluster) -> None:
    """SIGKILL for the first process of PostgreSQL; then it starts and recovers."""
    os.kill(cluster.pid, signal.SIGKILL)
    for _try in range(40):
        time.sleep(0.25)  # its children let go of the shared memory when they see it is gone
        try:
            cluster.start()
        except RuntimeError:
            continue
        return
    raise TimeoutError("PostgreSQL did not come back")


def hold_against(crowd: Crowd, found: dict[str, object]) -> None:
    """Everything acknowledged is there once, nothing is there that nobody sent, all of it whole."""
    kept = found["submissions"]
    assert isinstance(kept, list)
    assert len(crowd.acknowledged) == len(set(crowd.acknowledged)) > ROUNDS
    assert set(crowd.acknowledged) <= set(kept)
    assert len(kept) == len(set(kept))
    assert set(kept) <= crowd.sent
    whole = ("with_three_clocks", "running_holdings", "held_once", "journal_entries", "in_the_journal")
    assert {name: found[name] for name in whole} == dict.fromkeys(whole, len(kept))
    assert (found["dangling"], found["integrity"]) == ([], "ok")
