"""What is asked of somebody who wants to know."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kring.trust.access.kinds import ReaderKind
from kring.trust.access.models import BrokenGlass
from kring.trust.access.table import Standing

REASON_AT_LEAST = 10
"""Signs of a reason: a sentence, however short, and not a dot."""


def check_known_reason(reason: str) -> None:
    """The "already known?" check says why; raises ValidationError."""
    if len(reason.strip()) < REASON_AT_LEAST:
        raise ValidationError({"reason": _("Schrijf in een korte zin waarom je dit wilt weten.")})


def may_check_known(reason: str) -> bool:
    """Whether ``check_known_reason`` has nothing against it."""
    return len(reason.strip()) >= REASON_AT_LEAST


LONG_REASON_AT_LEAST = 20
"""Signs of the reason for an emergency access or for asking to help along."""


def check_glass_reason(reason: str) -> None:
    """Breaking the glass says why, in at least twenty signs; raises ValidationError."""
    if len(reason.strip()) < LONG_REASON_AT_LEAST:
        message = _("Schrijf in een zin waarom het niet kan wachten (minstens 20 tekens).")
        raise ValidationError({"reason": message})


def check_join_reason(reason: str) -> None:
    """Asking to help along says why, in at least twenty signs; raises ValidationError."""
    if len(reason.strip()) < LONG_REASON_AT_LEAST:
        message = _("Schrijf in een zin waarom je wilt meehelpen (minstens 20 tekens).")
        raise ValidationError({"reason": message})


def check_signed_in_lately(signed_in_lately: bool) -> None:  # noqa: FBT001 - a fact, not a switch
    """An emergency access asks who you are again; raises ValidationError."""
    if not signed_in_lately:
        raise ValidationError(_("Meld je eerst opnieuw aan."), code="sign_in")


def check_may_review(glass: BrokenGlass, reviewer: int) -> None:
    """Another than the one who broke it reviews it, and once; raises ValidationError."""
    if glass.worker_id == reviewer:
        raise ValidationError(_("Je eigen noodtoegang beoordeel je niet zelf."), code="own")
    if glass.reviewed_at is not None:
        raise ValidationError(_("Een collega beoordeelde dit net eerder."), code="done")


def may_review(glass: BrokenGlass, reviewer: int) -> bool:
    """Whether ``check_may_review`` has nothing against it."""
    return glass.worker_id != reviewer and glass.reviewed_at is None


def check_review_words(words: str) -> None:
    """A verdict says why; raises ValidationError."""
    if len(words.strip()) < REASON_AT_LEAST:
        raise ValidationError({"words": _("Schrijf in een korte zin waarom je dit vindt.")})


def check_agreed(*, agreed: bool) -> None:
    """Somebody is let in with consent on record alone; raises ValidationError."""
    if not agreed:
        raise ValidationError(
            _("Leg eerst vast dat deze persoon het goed vindt dat de organisatie meehelpt."),
            code="no_consent",
        )


MAY_ASK = frozenset(
    {
        ReaderKind.ANCHOR,
        ReaderKind.HOLDER,
        ReaderKind.TEAM_MEMBER,
        ReaderKind.CLB,
        ReaderKind.HELPER_OUTSIDE,
        ReaderKind.MANDATED_BODY,
        ReaderKind.MEDIATOR,
    }
)
"""Those who take part in the help; not who broke the glass, nor the agency."""


def check_may_ask(standing: Standing, person: int) -> None:
    """Who takes part in the help to somebody asks and writes down what they agree to.

    Nobody does so about their own circle. ``person`` is an inner number; raises ValidationError.
    """
    if not may_ask(standing, person):
        raise ValidationError(_("Dit vraagt wie meehelpt."))


def may_ask(standing: Standing, person: int) -> bool:
    """Whether ``check_may_ask`` has nothing against it."""
    return person not in standing.blocked and bool(MAY_ASK & standing.kinds.get(person, frozenset()))
