"""Nele of the House logs a threshold at the CAW, met by Sofia and Noor."""

from typing import Any

from tests.cast import MONDAY, Network, PeetersElAmrani, acting

from kring.support.thresholds.actions import NewThreshold, WhoMet, log_threshold
from kring.support.thresholds.models import Threshold

ASKED = "Kan er op woensdag een tolk bij?"
TOLD = "Sofia stond voor niets aan het loket."


def logged(network: Network, home: PeetersElAmrani | None = None, **more: Any) -> Threshold:
    """A threshold; with a home, met by its people."""
    met = WhoMet(home.family, (home.sofia, home.noor), TOLD) if home is not None else None
    told = {"kind": "language", "organisation": network.outside.organisation, "met": met} | more
    return log_threshold(
        new=NewThreshold(**told),
        worker=network.nele,
        owner=network.counter.organisation,
        by=acting(network.nele),
        at=MONDAY,
    )
