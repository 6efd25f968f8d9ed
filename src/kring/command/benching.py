"""``kring bench``: measure on databases of its own, and say whether the figures hold.

Each database gets a folder and a process of its own; what is measured lies in
``kring.tools.bench``. The last line is one JSON object over all databases.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kring.command.postgres_cluster import throwaway_cluster
from kring.foundation.keys.keyring import write_new_keyring

DATABASES = ("postgresql", "sqlite")
MUTATION = "mutation"


def run_bench(
    name: str,
    *,
    database: str | None,
    small: bool,
    sample: dict[str, str | None] | None = None,
    sizes: str = "",
) -> int:
    """Run one measurement; 0 when its limits hold on every database, else 1.

    ``sample`` says which of the changes of ``mutation`` are made, ``sizes`` how the worlds of
    ``search`` grow.
    """
    if name == MUTATION:
        return _mutate(small=small, sample=sample or {})
    figures: dict[str, object] = {"name": name}
    holds = True
    for each in [database] if database else DATABASES:
        found = _measure(name, each, small=small, sizes=sizes)
        figures[each] = found
        holds = holds and bool(found.get("holds"))
    figures["holds"] = holds
    print(json.dumps(figures, ensure_ascii=False), flush=True)
    return 0 if holds else 1


def _mutate(*, small: bool, sample: dict[str, str | None]) -> int:
    """Change trust in small wrong ways and see whether a test notices; in a checkout, on SQLite."""
    root = Path(os.environ.get("KRING_ROOT", ".")).resolve()
    if not (root / "conftest.py").exists():
        print("kring bench mutation works in a checkout of the source", file=sys.stderr)
        return 2
    own = ("DATABASE_URL", "DJANGO_SETTINGS_MODULE")
    environment = {name: value for name, value in os.environ.items() if name not in own}
    words = [sys.executable, "-m", "tests.mutation", *(["--small"] if small else [])]
    given = {name.replace("_", "-"): value for name, value in sample.items() if value is not None}
    words += [f"--{name}={value}" for name, value in given.items()]
    return subprocess.run(words, cwd=root, env=environment, check=False).returncode


def _measure(name: str, database: str, *, small: bool, sizes: str) -> dict[str, object]:
    with tempfile.TemporaryDirectory(prefix="kring-bench-") as folder, _url(database) as url:
        write_new_keyring(Path(folder) / "keys.json")
        words = [sys.executable, "-m", "kring.tools.bench", name, *(["--small"] if small else [])]
        words += [f"--sizes={sizes}"] if sizes else []
        environment = {
            **os.environ,
            "KRING_DATA_DIR": folder,
            "KRING_DEMO": "",
            "DATABASE_URL": url or f"sqlite:///{folder}/kring.sqlite3",
            "DJANGO_SETTINGS_MODULE": "kring.settings",
        }
        for outside in ("KRING_KEYS_FILE", "KRING_ANCHOR_DIR", "KRING_FILES_DIR"):
            environment.pop(outside, None)
        done = subprocess.run(words, env=environment, stdout=subprocess.PIPE, text=True, check=False)
    lines = done.stdout.strip().splitlines()
    if not lines:
        return {"holds": False, "error": f"ended with {done.returncode}"}
    found: dict[str, object] = json.loads(lines[-1])
    return found


@contextmanager
def _url(database: str) -> Iterator[str]:
    if database == "sqlite":
        yield ""
        return
    with throwaway_cluster(durable=True) as url:
        yield url
