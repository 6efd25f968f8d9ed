"""Mutation testing of the deciding modules of trust: ``python -m tests.mutation [--small] [--seed N]``.

Prints its progress, then one JSON object as its last line; exits 1 where fewer than nine of ten
mutants are noticed, or a test fails without any change.
"""

import argparse
import csv
import json
import os
import random
import sys
import time
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage

import pytest

from tests.mutation.running import Mutating, say

ROOT = Path(__file__).parents[2]
TRUST = ROOT / "src/kring/trust"
SCOPE = [
    "access/table.py",
    "access/standing.py",
    "access/items.py",
    "access/opening.py",
    "access/effects.py",
    "access/safety.py",
    "access/queries.py",
    "access/work.py",
    "access/rules.py",
    "access/circle.py",
    "access/joining.py",
    "access/glass.py",
    "access/quiet.py",
    "access/behind_glass.py",
    "access/caps.py",
    "access/looking.py",
    "access/own_part.py",
    "access/unusual.py",
    "access/actions/leaving.py",
    "consent/bonds.py",
    "consent/queries.py",
    "consent/rules.py",
    "consent/legal.py",
    "legal/articles.py",
    "legal/rules.py",
    "legal/queries.py",
    "legal/actions.py",
]
TESTS = [
    TRUST / "access/tests",
    TRUST / "consent/tests",
    TRUST / "legal/tests",
    ROOT / "src/kring/support/notes/tests",
    ROOT / "tests/access/test_birthdays_turn_the_table.py",
]
WALK = (
    "tests/access/test_a_random_walk_without_a_stale_permit.py::"
    "test_after_every_step_everybody_reads_what_the_rule_says_and_no_more[0]"
)
WALKS, SEED_OF_WALKS = "60", "20261122"
"""Of these walks the first of four parts is taken: fifteen, always the same."""
EQUIVALENT = Path(__file__).parent / "equivalent.csv"
LIMIT = 0.9
SMALL = 0.05


def main() -> int:
    words = argparse.ArgumentParser(prog="kring bench mutation")
    words.add_argument("--small", action="store_true", help="a sample of one in twenty")
    words.add_argument("--share", type=float, default=1.0, help="a sample of this share")
    words.add_argument("--seed", type=int, help="which sample")
    words.add_argument("--only", default="", help="files whose name holds one of these (a,b)")
    words.add_argument("--at-once", type=int, help="forks beside each other; as many as processors")
    given = words.parse_args()
    seed = given.seed if given.seed is not None else random.SystemRandom().randrange(10**6)
    wanted = given.only.split(",")
    files = [TRUST / name for name in SCOPE if any(part in name for part in wanted)]
    share = SMALL if given.small else given.share
    mutating = Mutating(files, share=share, seed=seed, at_once=given.at_once)
    began = time.monotonic()
    os.environ["DATABASE_URL"] = "sqlite://:memory:"  # a fork takes it along
    os.environ |= {"KRING_WALKS": WALKS, "KRING_SEED": SEED_OF_WALKS}
    quiet = ["-q", "--tb=no", "-p", "no:randomly", "-p", "no:cacheprovider", "-p", "no:xdist"]
    pytest.main([*quiet, *map(str, TESTS), str(ROOT / WALK)], plugins=[mutating])
    return _report(mutating, seed, time.monotonic() - began)


def _report(mutating: Mutating, seed: int, seconds: float) -> int:
    found = mutating.outcome
    mutants = len(found.killed) + len(found.survived)
    share = len(found.killed) / mutants if mutants else 0.0
    known = equivalent()
    for mutant in found.survived:
        say(f"survived: {mutant}" + (" (changes nothing)" if mutant.name in known else ""))
    figures = {
        "name": "mutation",
        "seed": seed,
        "mutants": mutants,
        "killed": len(found.killed),
        "of_which_by_time": found.out_of_time,
        "of_which_by_tests_of_seconds": mutating.by_slow_tests(),
        "share": round(share, 4),
        "limit": LIMIT,
        "seconds": round(seconds),
        "of_the_processor": round(sum(_used(who) for who in (RUSAGE_SELF, RUSAGE_CHILDREN))),
        "failed_without_a_change": mutating.failed_before,
        "broke": [str(mutant) for mutant in found.broke],
        "survived": [str(mutant) for mutant in found.survived],
        "holds": share >= LIMIT and not mutating.failed_before and not found.broke,
    }
    print(json.dumps(figures, ensure_ascii=False), flush=True)
    return 0 if figures["holds"] else 1


def _used(who: int) -> float:
    """Seconds of the processor, of this process or of its children."""
    used = getrusage(who)
    return used.ru_utime + used.ru_stime


def equivalent() -> set[str]:
    """The changes that change nothing, as listed with their reason."""
    with EQUIVALENT.open(newline="") as lines:
        return {row["mutant"] for row in csv.DictReader(lines)}


if __name__ == "__main__":
    sys.exit(main())
