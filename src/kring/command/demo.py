"""The demo: data made once, then served."""

import argparse
import importlib.util
import shutil
from importlib import import_module
from pathlib import Path

from django.conf import settings
from django.core.management import call_command

from kring.command.serving import serve
from kring.registry.network.models import Worker

BUILD = "kring.tools.demo.build"


def run(arguments: argparse.Namespace) -> int:
    """Make the demo if it is not there, say who can sign in, and serve it."""
    ready = settings.DATA_DIR / "demo-is-complete"
    if not ready.exists():
        remove_unfinished(settings.DATA_DIR)
    call_command("migrate", verbosity=0, interactive=False)
    if not ready.exists():
        made = build(families=arguments.families, seed=arguments.seed)
        if made:
            ready.touch()
    call_command("collectstatic", verbosity=0, interactive=False)
    print_sign_ins(arguments.port)
    return 0 if arguments.no_serve else serve(port=arguments.port)


def remove_unfinished(folder: Path) -> None:
    """Take away a demo whose making was cut off; a finished one is never touched."""
    for name in ("kring.sqlite3", "kring.sqlite3-wal", "kring.sqlite3-shm"):
        (folder / name).unlink(missing_ok=True)
    # The anchors of a journal that is gone would accuse the new one.
    shutil.rmtree(folder / "anchors", ignore_errors=True)


def build(*, families: int, seed: int) -> bool:
    """Make the demo data; False where this installation comes without."""
    if importlib.util.find_spec(BUILD) is None:
        return False
    print(f"Making demo data with {families} families; this is done once.", flush=True)
    import_module(BUILD).build(families=families, seed=seed)
    return True


def print_sign_ins(port: int) -> None:
    """Say where the demo is and who can sign in."""
    print(f"Kring: http://127.0.0.1:{port}/", flush=True)
    if importlib.util.find_spec(BUILD):
        for line in import_module(BUILD).sign_ins():
            print(f"  {line}", flush=True)
        return
    for worker in Worker.objects.exclude(account=None).order_by("id")[:12]:
        print(f"  {worker.name}: {worker.email}", flush=True)
