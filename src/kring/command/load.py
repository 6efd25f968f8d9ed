"""``kring load KIND FILE``: reading a file into the installation."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from django.utils import timezone

from kring.foundation.journal.actor import SYSTEM
from kring.support.requests.loading import load_requests


def _requests(file: Path, options: list[str]) -> int:
    """Questions from a CSV: ``kring load requests FILE [--desk NAME]``; 1 when rows wait."""
    words = argparse.ArgumentParser(prog="kring load requests FILE")
    words.add_argument("--desk", help="the desk where the questions lie; else that of each municipality")
    chosen = words.parse_args(options)
    report = load_requests(file, desk=chosen.desk, at=timezone.now(), by=SYSTEM, say=_progress)
    for line in report.lines():
        print(line)
    return 0 if report.all_loaded else 1


def _progress(loaded: int) -> None:
    print(f"{loaded} rows", file=sys.stderr, flush=True)


KINDS: dict[str, Callable[[Path, list[str]], int]] = {"requests": _requests}


def run(arguments: argparse.Namespace) -> int:
    """Hand the file to the room that knows its kind."""
    if arguments.kind not in KINDS:
        print(f"kring load knows: {', '.join(KINDS)}", file=sys.stderr)
        return 2
    if not arguments.file.is_file():
        print(f"There is no file {arguments.file}", file=sys.stderr)
        return 2
    return KINDS[arguments.kind](arguments.file, arguments.options)
