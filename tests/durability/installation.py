"""An installation of its own: real settings and keys, a durable database, servers that can be killed."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from kring.command.postgres_cluster import free_port

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60.0


class Installation:
    """Everything below ``folder``; ``database_url`` empty means the SQLite file in it."""

    def __init__(self, folder: Path, database_url: str = "") -> None:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("KRING_")}
        for name in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE"):
            kept.pop(name, None)
        self.environment = kept | {
            "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
            "KRING_DATA_DIR": str(folder),
            "KRING_WORKERS": "1",
            "KRING_THREADS": "4",
            "DJANGO_SETTINGS_MODULE": "kring.settings",
        }
        if database_url:
            self.environment["DATABASE_URL"] = database_url
        self._log = (folder / "log").open("ab")
        self._groups: set[int] = set()
        self._children: list[subprocess.Popen[str]] = []
        self._nest: subprocess.Popen[str] | None = None
        self.run("kring.command", "keys")
        self.run("tests.durability.furnish")

    def run(self, module: str, *words: str) -> str:
        """Run a module here and return what it printed; a failure is raised with its words."""
        command = [sys.executable, "-m", module, *words]
        done = subprocess.run(
            command, env=self.environment, cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"{module}: {done.stdout[-3000:]}{done.stderr[-3000:]}"
        return done.stdout

    def look(self) -> dict[str, Any]:
        """What the database holds, read by a fresh process."""
        found: dict[str, Any] = json.loads(self.run("tests.durability.look"))
        return found

    def serve(self, *, cold: bool) -> tuple[int, int]:
        """Start the server on a free port: the process group to kill, and the port.

        ``cold`` is the command as it is typed. The others are born from a process that has the
        product loaded already, so that fifty starts do not take fifty times the loading.
        """
        port = free_port()
        group = self._cold(port) if cold else self._born(port)
        self._groups.add(group)
        wait_for(port)
        return group, port

    def kill(self, group: int) -> None:
        """SIGKILL for the whole group of one server that was started here."""
        os.killpg(group, signal.SIGKILL)
        self._groups.discard(group)

    def close(self) -> None:
        for group in set(self._groups):
            with suppress(ProcessLookupError):
                self.kill(group)
        if self._nest is not None:
            self._nest.kill()
        for child in self._children:
            child.communicate()
        self._log.close()

    def _cold(self, port: int) -> int:
        command = [sys.executable, "-m", "kring.command", "serve", "--port", str(port)]
        return self._start(command, start_new_session=True).pid

    def _born(self, port: int) -> int:
        if self._nest is None:
            self._nest = self._start([sys.executable, "-m", "tests.durability.nest"])
        assert self._nest.stdin is not None
        assert self._nest.stdout is not None
        print(port, file=self._nest.stdin, flush=True)
        return int(self._nest.stdout.readline())

    def _start(self, command: list[str], *, start_new_session: bool = False) -> subprocess.Popen[str]:
        child = subprocess.Popen(
            command,
            env=self.environment,
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            text=True,
            start_new_session=start_new_session,
        )
        self._children.append(child)
        return child


def wait_for(port: int) -> None:
    """Until somebody listens on this port of the loopback."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.01)
    raise TimeoutError(f"nobody listens on port {port}")
