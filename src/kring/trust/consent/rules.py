"""Who may answer about whose data, and that a judgement says why."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

REASON_AT_LEAST = 10


def check_reason(reason: str) -> None:
    """A judgement says why, in at least a short sentence; raises ValidationError."""
    if len(reason.strip()) < REASON_AT_LEAST:
        raise ValidationError({"because": _("Schrijf in een korte zin waarom.")})


def check_decides(who: int, deciders: frozenset[int]) -> None:
    """Nobody answers about the data of another adult or of a minor who is able.

    ``who`` and ``deciders`` are inner numbers; raises ValidationError.
    """
    if not may_decide(who, deciders):
        raise ValidationError(_("Over deze gegevens beslist iemand anders."))


def may_decide(who: int, deciders: frozenset[int]) -> bool:
    """Whether ``check_decides`` has nothing against it."""
    return who in deciders
