"""``kring load KIND FILE``: reading a file into the installation."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

KINDS: dict[str, Callable[[Path, list[str]], int]] = {}


def run(arguments: argparse.Namespace) -> int:
    """Hand the file to the room that knows its kind."""
    if arguments.kind not in KINDS:
        print(f"kring load knows: {', '.join(KINDS)}", file=sys.stderr)
        return 2
    if not arguments.file.is_file():
        print(f"There is no file {arguments.file}", file=sys.stderr)
        return 2
    return KINDS[arguments.kind](arguments.file, arguments.options)
