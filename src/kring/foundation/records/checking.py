"""The list of what must always be true, told by each room in its own ``checks.py``.

A database constraint is better; a check is for what spans rows or tables. ``kring check`` runs
them all and is the proof that nothing is lost or lies in two places.
"""

from collections.abc import Callable, Iterable
from datetime import datetime

type Check = Callable[[datetime], Iterable[str]]

CHECKS: dict[str, Check] = {}


def check(name: str) -> Callable[[Check], Check]:
    """Register a check under a name that says what holds: "every open question has one holder".

    The function gets the moment to look at and gives one English sentence for each thing wrong,
    naming the public key of the record; nothing when all is well.
    """

    def registered(function: Check) -> Check:
        if name in CHECKS:
            raise ValueError(f"two checks are called {name!r}")
        CHECKS[name] = function
        return function

    return registered
