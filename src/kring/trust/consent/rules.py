"""Who may answer about whose data, that a judgement says why, and what may not be passed on."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kring.trust.consent.legal import LegalBasis, Receiver

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


def check_may_share(
    receiver: Receiver | None, basis: LegalBasis | None, *, everybody_agreed: bool
) -> None:
    """What articles 75 and 75/1 forbid is refused, unless the able minor and the parents agreed.

    Raises ValidationError, also for a kind of receiver or a legal basis that is none.
    """
    if receiver is None:
        raise ValidationError({"receiver_kind": _("Kies wie het kreeg.")})
    if basis is None:
        raise ValidationError({"legal_basis": _("Kies waarop je steunt.")})
    if receiver.barred_by and not everybody_agreed:
        raise ValidationError(
            {
                "receiver_kind": _(
                    "Dit mag je niet doorgeven aan %(receiver)s (%(article)s). Het kan pas als de "
                    "jongere die zelf beslist ja zei en ook de ouders ja zeiden. Vragen zij erom? Dan "
                    "antwoordt de functionaris voor gegevensbescherming."
                )
                % {"receiver": receiver.label, "article": receiver.barred_by}
            }
        )


def may_share(receiver: Receiver | None, basis: LegalBasis | None, *, everybody_agreed: bool) -> bool:
    """Whether ``check_may_share`` has nothing against it."""
    if receiver is None or basis is None:
        return False
    return everybody_agreed or not receiver.barred_by


def check_why_without_consent(asked: str, why: str) -> None:
    """Who shares without a yes says why; raises ValidationError."""
    if asked != "yes" and len(why.strip()) < REASON_AT_LEAST:
        raise ValidationError(
            {"without_consent_because": _("Schrijf in een korte zin waarom je deelde zonder een ja.")}
        )


def check_interpreter(interpreter: str, allowed: frozenset[str]) -> None:
    """An interpreter is one of the listed kinds: never a child of the family."""
    if interpreter and interpreter not in allowed:
        raise ValidationError({"interpreter": _("Een kind van het gezin vertaalt nooit.")})
