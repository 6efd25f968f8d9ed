"""The product's own server for a measurement, on one core with its database."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import psutil
from django.db import connection

SERVER_CORE = 0
START_SECONDS = 60


@contextmanager
def serving() -> Iterator[tuple[str, psutil.Process]]:
    """The product's own server on one core, with the database on the same core."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    pin_database()
    connection.close()
    environment = {**os.environ, "KRING_WORKERS": "1"}
    words = [sys.executable, "-m", "kring.command", "serve", "--port", str(port)]
    with subprocess.Popen(words, env=environment, stdout=subprocess.DEVNULL) as server:
        psutil.Process(server.pid).cpu_affinity([SERVER_CORE])
        try:
            _wait_for(port)
            for child in psutil.Process(server.pid).children(recursive=True):
                child.cpu_affinity([SERVER_CORE])
            yield f"http://127.0.0.1:{port}", psutil.Process(server.pid)
        finally:
            server.terminate()


def pin_database() -> None:
    """Put the processes of PostgreSQL on that core; SQLite has none."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        backend = psutil.Process(cursor.fetchone()[0])
    postmaster = backend.parent()
    if postmaster is not None:
        for process in [postmaster, *postmaster.children(recursive=True)]:
            process.cpu_affinity([SERVER_CORE])


def _wait_for(port: int) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise RuntimeError("the server did not start")
