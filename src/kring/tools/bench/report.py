"""What a measurement prints: its progress line by line, then one JSON object as its last line."""

import json
import math
import statistics
import sys
import time
from typing import Any

_started = time.monotonic()


def progress(line: str) -> None:
    """One line of progress with the seconds since the start."""
    print(f"{time.monotonic() - _started:7.1f} s  {line}", file=sys.stderr, flush=True)


def finish(figures: dict[str, Any]) -> int:
    """Print the figures as the last line; 0 when they hold, else 1."""
    print(json.dumps(figures, ensure_ascii=False), flush=True)
    return 0 if figures["holds"] else 1


def median(values: list[float]) -> float:
    """The median, in the unit of the values, with two decimals."""
    return round(statistics.median(values), 2)


def percentile(values: list[float], share: float) -> float:
    """The smallest value that ``share`` (0 to 1) of all values do not exceed."""
    ordered = sorted(values)
    return round(ordered[max(0, math.ceil(share * len(ordered)) - 1)], 2)
