"""What must always be true of sealed values."""

from collections.abc import Iterable
from datetime import datetime

from kring.foundation.records.checking import check
from kring.foundation.rotation.queries import KeysWrong, check_keys


@check("the keys are those of this database")
def keys_fit(_at: datetime) -> Iterable[str]:
    """The first value that does not open."""
    try:
        check_keys()
    except KeysWrong as wrong:
        yield str(wrong)
