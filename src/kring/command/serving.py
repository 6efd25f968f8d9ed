"""The web server: granian, with workers and threads from the environment."""

import argparse
import os
import traceback

from django.conf import settings
from django.core.management import call_command
from django.utils import timezone
from granian.constants import Interfaces
from granian.server import Server

from kring.foundation.retention.running import run_if_restored
from kring.offer.directory.upkeep import make_first


def run(arguments: argparse.Namespace) -> int:
    """Serve this installation until it is told to stop; nobody who was erased is shown again."""
    run_if_restored(at=timezone.now())
    call_command("collectstatic", verbosity=0, interactive=False)
    return serve(port=arguments.port)


def serve(*, port: int) -> int:
    """Serve on one address; SQLite gets one process, PostgreSQL one for each processor."""
    _index_the_directory()
    small = settings.DATABASES["default"]["ENGINE"].endswith("sqlite3")
    usual_workers = 1 if small else max(1, os.cpu_count() or 1)
    Server(
        "kring.wsgi:application",
        address=os.environ.get("KRING_ADDRESS", "127.0.0.1"),
        port=port,
        interface=Interfaces.WSGI,
        workers=int(os.environ.get("KRING_WORKERS", usual_workers)),
        blocking_threads=int(os.environ.get("KRING_THREADS", "3")),
        respawn_failed_workers=True,
        log_access=False,
    ).serve()
    return 0


def _index_the_directory() -> None:
    """Before anybody asks; without it everything but the search still works, so it stops nothing."""
    try:
        make_first(at=timezone.now())
    except Exception:
        print("index of the directory: failed")
        traceback.print_exc()
