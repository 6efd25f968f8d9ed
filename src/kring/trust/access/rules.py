"""What is asked of somebody who wants to know."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

REASON_AT_LEAST = 10
"""Signs of a reason: a sentence, however short, and not a dot."""


def check_known_reason(reason: str) -> None:
    """The "already known?" check says why; raises ValidationError."""
    if len(reason.strip()) < REASON_AT_LEAST:
        raise ValidationError({"reason": _("Schrijf in een korte zin waarom je dit wilt weten.")})


def may_check_known(reason: str) -> bool:
    """Whether ``check_known_reason`` has nothing against it."""
    return len(reason.strip()) >= REASON_AT_LEAST
