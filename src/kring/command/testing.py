"""``kring test``: the rules of the code, then the tests on both databases, then the journeys."""

import os
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from kring.command.machine import bring_what_is_missing
from kring.command.postgres_cluster import throwaway_cluster
from kring.command.preparing import prepare

TWO_AT_ONCE = ("-n", "2", "--dist", "worksteal")
"""Two processes that each begin with half of the files, whose tests share what they build; who is done
first takes over from the other."""
COUNT = re.compile(r"(\d+) (passed|failed|errors?|skipped|xfailed|deselected)")


@dataclass
class Tally:
    """What was run, what of it failed, and pytest's own counts."""

    failed: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    started: float = field(default_factory=time.monotonic)


def run_tests(words: list[str], *, full: bool = False, fast: bool = False) -> int:
    """Run everything, or with ``words`` only pytest with these words; returns the exit code.

    ``full`` takes the large counts; ``fast`` only what is quick, on SQLite.
    """
    root = Path(os.environ.get("KRING_ROOT", ".")).resolve()
    os.chdir(root)
    if not (root / "conftest.py").exists():
        print("kring test works in a checkout of the source", file=sys.stderr)
        return 2
    os.environ.pop("DJANGO_SETTINGS_MODULE", None)
    if full:
        os.environ["KRING_FULL"] = "1"
    prepare()
    if words:
        return subprocess.run([sys.executable, "-m", "pytest", *words], check=False).returncode
    tally = Tally()
    _step(tally, "ruff", ["ruff", "check", "--quiet", "."])
    _step(tally, "floors and rooms", ["lint-imports", "--no-logo"])
    if fast:
        without_database(
            tally, "quick tests on SQLite", [*TWO_AT_ONCE, "-m", "not browser and not slow"]
        )
    elif bring_what_is_missing():
        _run_everything(root, tally)
    else:
        return 2
    return _close(tally)


def _run_everything(root: Path, tally: Tally) -> None:
    _step(tally, "types", ["python", "-m", "mypy"])
    journeys = [*TWO_AT_ONCE, "-m", "browser"]
    again = [*TWO_AT_ONCE, "-m", "browser and both_databases"]
    rest = [*TWO_AT_ONCE, "-m", "not browser"]
    without_database(tally, "tests on SQLite", rest)
    with _postgresql() as environment:
        not_twice = ["--ignore=tests/architecture"]
        _pytest(tally, "tests on PostgreSQL", [*rest, *not_twice], environment)
        if (root / "tests/journeys").exists():
            _pytest(tally, "journeys on PostgreSQL", journeys, environment)
    if (root / "tests/journeys").exists():
        without_database(tally, "journeys on SQLite", again)


def without_database(tally: Tally, name: str, words: list[str]) -> None:
    """Run pytest on SQLite, whatever the environment names."""
    _pytest(tally, name, words, {k: v for k, v in os.environ.items() if k != "DATABASE_URL"})


@contextmanager
def _postgresql() -> Iterator[dict[str, str]]:
    """An environment with a PostgreSQL server: the one that is named, else a throw-away one."""
    if os.environ.get("DATABASE_URL", "").startswith("postgres"):
        yield dict(os.environ)
        return
    with throwaway_cluster(durable=False) as url:
        yield {**os.environ, "DATABASE_URL": url}


def _step(tally: Tally, name: str, command: list[str]) -> None:
    print(f"\n--- {name}", flush=True)
    program = Path(sys.executable).parent / command[0]
    if subprocess.run([str(program), *command[1:]], check=False).returncode:
        tally.failed.append(name)


def _pytest(tally: Tally, name: str, words: list[str], environment: dict[str, str]) -> None:
    print(f"\n--- {name}", flush=True)
    command = [sys.executable, "-m", "pytest", "-q", *words]
    last = ""
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None  # noqa: S101 - it is a pipe
        for line in process.stdout:
            print(line, end="", flush=True)
            last = line if COUNT.search(line) else last
    for number, word in COUNT.findall(last):
        tally.counts[word] += int(number)
    if process.returncode:
        tally.failed.append(name)


def _close(tally: Tally) -> int:
    minutes, seconds = divmod(int(time.monotonic() - tally.started), 60)
    counts = ", ".join(f"{number} {word}" for word, number in sorted(tally.counts.items()))
    outcome = "failed: " + ", ".join(tally.failed) if tally.failed else "all green"
    print(f"\nkring test: {outcome}")
    print(f"===== {counts} in {minutes} min {seconds} s =====", flush=True)
    return 1 if tally.failed else 0
