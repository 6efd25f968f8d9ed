"""What must always be true of what was erased."""

from collections.abc import Iterable
from datetime import datetime

from kring.foundation.records.checking import check
from kring.foundation.retention.erasing import ERASERS
from kring.foundation.retention.ledger import fingerprint, to_replay


@check("nobody who was erased is back")
def the_erased_stay_erased(_at: datetime) -> Iterable[str]:
    """What a restored backup brought back; the next ``kring tick`` or start erases it again."""
    for kind, marks in to_replay().items():
        every = ERASERS[kind].every if kind in ERASERS else None
        back = sum(fingerprint(key) in marks for key in every()) if every else 0
        if back:
            yield f"{back} of kind {kind} came back with a restored backup: run kring tick"
