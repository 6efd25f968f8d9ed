"""``kring check``: is everything that must be true, true?"""

import sys
from collections.abc import Callable
from datetime import datetime
from itertools import islice

from django.utils import timezone
from django.utils.module_loading import autodiscover_modules

from kring.foundation.records.checking import CHECKS, Check

MOST_SHOWN = 20


def run(say: Callable[[str], object] | None = None) -> int:
    """Run every check of every room; 0 when all hold, 1 when one does not.

    Each check is one line; below it, indented, what is wrong (the first twenty).
    """
    say = say or _to_screen
    autodiscover_modules("checks")
    at = timezone.now()
    broken = 0
    for name in sorted(CHECKS):
        wrong = _wrong(CHECKS[name], at)
        broken += bool(wrong)
        say(f"{'WRONG' if wrong else 'ok   '}  {name}")
        for sentence in wrong[:MOST_SHOWN]:
            say(f"       - {sentence}")
        if len(wrong) > MOST_SHOWN:
            say("       - and more")
    say(f"{len(CHECKS)} checks, {broken} broken" if broken else f"{len(CHECKS)} checks, all hold")
    return 1 if broken else 0


def _wrong(looks: Check, at: datetime) -> list[str]:
    """What a check finds; one that breaks down is wrong too and does not hide the others."""
    try:
        return list(islice(looks(at), MOST_SHOWN + 1))
    except Exception as error:
        return [f"The check itself failed: {error!r}"]


def _to_screen(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
