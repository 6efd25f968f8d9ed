"""The class of what somebody tells: the safest that fits who told it."""

from kring.foundation.classes.facts import DataClass
from kring.trust.access.models import ToldBy


def class_of_told(told_by: str, *, may_read: bool = False) -> DataClass:
    """The safest class that fits who told it; ``may_read``: those it is about may read it.

    What a third party tells is in confidence unless it was said that they may know; what comes
    from the court stays with the court.
    """
    if told_by == ToldBy.COURT:
        return DataClass.COURT
    if told_by == ToldBy.THIRD and not may_read:
        return DataClass.CONFIDENCE
    return DataClass.OPEN
