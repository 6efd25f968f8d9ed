"""``kring load KIND FILE``: reading a file into the installation."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from django.utils import timezone

from kring.exchange.hsds.loading import About, load_address, load_file
from kring.foundation.journal.actor import SYSTEM
from kring.support.requests.loading import load_requests


def _requests(file: str, options: list[str]) -> int:
    """Questions from a CSV: ``kring load requests FILE [--desk NAME]``; 1 when rows wait."""
    words = argparse.ArgumentParser(prog="kring load requests FILE")
    words.add_argument("--desk", help="the desk where the questions lie; else that of each municipality")
    chosen = words.parse_args(options)
    report = load_requests(Path(file), desk=chosen.desk, at=timezone.now(), by=SYSTEM, say=_progress)
    for line in report.lines():
        print(line)
    return 0 if report.all_loaded else 1


def _hsds(place: str, options: list[str]) -> int:
    """Services of HSDS: ``kring load hsds FILE-or-ADDRESS``; 1 when a record was refused."""
    words = argparse.ArgumentParser(prog="kring load hsds FILE-or-ADDRESS")
    words.add_argument("--name", default=place[:200], help="whose directory it is")
    words.add_argument("--licence", default="", help="under which licence it may be handed on")
    words.add_argument("--language", default="nl", choices=("nl", "fr", "en"))
    words.add_argument("--part", action="store_true", help="what it does not name goes on")
    chosen = words.parse_args(options)
    about = About(chosen.name, chosen.licence, chosen.language, whole=not chosen.part)
    now = timezone.now()
    if is_address(place):
        report = load_address(place, about, by=SYSTEM, at=now)
    else:
        report = load_file(Path(place), about, by=SYSTEM, at=now)
    for line in report.lines():
        print(line)
    return 1 if report.any_refused else 0


def is_address(place: str) -> bool:
    """Whether a place is to be fetched, not opened."""
    return place.startswith(("https://", "http://"))


def _progress(loaded: int) -> None:
    print(f"{loaded} rows", file=sys.stderr, flush=True)


KINDS: dict[str, Callable[[str, list[str]], int]] = {"requests": _requests, "hsds": _hsds}


def run(arguments: argparse.Namespace) -> int:
    """Hand the file to the room that knows its kind."""
    if arguments.kind not in KINDS:
        print(f"kring load knows: {', '.join(KINDS)}", file=sys.stderr)
        return 2
    if not is_address(arguments.file) and not Path(arguments.file).is_file():
        print(f"There is no file {arguments.file}", file=sys.stderr)
        return 2
    return KINDS[arguments.kind](arguments.file, arguments.options)
