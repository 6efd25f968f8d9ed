"""What must always be true of the journal."""

from collections.abc import Iterable
from datetime import datetime

from kring.foundation.journal import verifying
from kring.foundation.records.checking import check


@check("the journal was not bent since its first entry, as far as its anchors reach")
def journal_holds(_at: datetime) -> Iterable[str]:
    """The first bad entry of every chain."""
    return [str(fault) for fault in verifying.faults()]
