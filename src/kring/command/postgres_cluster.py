"""A throw-away PostgreSQL server, made from the server binaries of the system.

As root it runs as the user ``postgres``, for PostgreSQL refuses root. From a shell:
``python -m kring.command.postgres_cluster COMMAND…`` runs a command with ``DATABASE_URL`` set to it.
"""

import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = 0
FAST = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off"]
"""Nothing counts rows by itself: a test writes in one transaction that it never ends, where another
process sees pages without rows. A planner that believes it reads each row for each other row."""
PATIENCE = ["statement_timeout=120s", "lock_timeout=60s"]
"""What a test waits for comes long before; without an end a run would wait with it."""
PLAIN = ["listen_addresses=127.0.0.1", "max_connections=200", "shared_buffers=128MB", "jit=off"]


class NoPostgres(RuntimeError):
    """No PostgreSQL server binaries on this machine."""


def server_binaries() -> Path:
    """The folder of the newest server binaries; raises NoPostgres."""
    installed = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = sorted(installed, key=lambda path: int(path.parts[-3]), reverse=True)
    on_path = shutil.which("initdb")
    if newest:
        return newest[0].parent
    if on_path:
        return Path(on_path).resolve().parent
    raise NoPostgres("PostgreSQL 15 or newer is not installed (Debian: apt-get install postgresql)")


def free_port() -> int:
    """A port of the loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Cluster:
    """A server of its own in a folder; ``url`` signs in as its superuser."""

    def __init__(self, folder: Path, *, durable: bool) -> None:
        self._binaries = server_binaries()
        self._user = "postgres" if os.geteuid() == ROOT else None
        self._folder = folder
        if self._user:
            shutil.chown(folder, self._user)
        port, password = free_port(), secrets.token_urlsafe(12)
        options = [*PLAIN, f"port={port}", f"unix_socket_directories={folder}"]
        options += [] if durable else [*FAST, *PATIENCE]
        self._settings = " ".join(f"-c {option}" for option in options)
        _initialise(self._binaries, folder, password, self._user)
        self.url = f"postgresql://kring:{password}@127.0.0.1:{port}/postgres"

    @property
    def pid(self) -> int:
        """The process id of its first process, as it wrote it down."""
        return int((self._folder / "data/postmaster.pid").read_text().split()[0])

    def start(self) -> None:
        """Start, recovering from its log where it was cut off; returns when it takes connections."""
        self._control("-w", "-t", "60", "-o", self._settings, "start")

    def stop(self) -> None:
        self._control("-w", "-m", "immediate", "stop")

    def _control(self, *words: str) -> None:
        folder = self._folder
        program = [str(self._binaries / "pg_ctl"), "-D", str(folder / "data"), "-l", str(folder / "log")]
        _run([*program, *words], self._user)


@contextmanager
def running_cluster(*, durable: bool) -> Iterator[Cluster]:
    """A started cluster, stopped and removed at the end."""
    folder = Path(tempfile.mkdtemp(prefix="kring-pg-"))
    try:
        cluster = Cluster(folder, durable=durable)
        cluster.start()
        try:
            yield cluster
        finally:
            cluster.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def throwaway_cluster(*, durable: bool = True) -> Iterator[str]:
    """A running server; yields its URL (a superuser) and removes all of it at the end.

    ``durable=False`` does not wait for the disk: for tests that do not pull the plug.
    """
    with running_cluster(durable=durable) as cluster:
        yield cluster.url


def _initialise(binaries: Path, folder: Path, password: str, user: str | None) -> None:
    secret = folder / "password"
    secret.write_text(password)
    if user:
        shutil.chown(secret, user)
    options = ["--username=kring", "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8"]
    options += [f"--pwfile={secret}", "--no-sync", f"--pgdata={folder / 'data'}"]
    _run([str(binaries / "initdb"), *options], user)


def _run(command: list[str], user: str | None) -> None:
    done = subprocess.run(
        command,
        user=user,
        cwd="/",
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
        text=True,
    )
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed: {done.stderr}")


if __name__ == "__main__":
    with throwaway_cluster(durable=False) as url:
        ended = subprocess.run(sys.argv[1:], env={**os.environ, "DATABASE_URL": url}, check=False)
    sys.exit(ended.returncode)
