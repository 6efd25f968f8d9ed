"""``kring export KIND FILE``: writing what the installation holds into a file."""

import argparse
import sys
from pathlib import Path

from kring.exchange.hsds.exporting import NESTED, TABULAR, export


def run(arguments: argparse.Namespace) -> int:
    """Write the offer as HSDS: nested JSON, or a zip of its tables; 2 when it cannot be."""
    file = Path(arguments.file)
    if arguments.kind != "hsds" or file.suffix not in (NESTED, TABULAR):
        print(f"kring export hsds FILE{NESTED} or FILE{TABULAR}", file=sys.stderr)
        return 2
    number = export(file, arguments.language)
    print(f"{number} organisations in {file}")
    return 0
