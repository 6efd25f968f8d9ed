"""What this room lets go of: who came to an activity, a short term after it was; and what somebody
said was wrong in the directory."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from kring.foundation.deadlines.calendar import before_term
from kring.foundation.deadlines.queries import term_at
from kring.foundation.journal.actor import Actor
from kring.foundation.retention.erasing import Due, Eraser, register_eraser
from kring.offer.directory.models import SignUp, WrongReport

RETENTION_CLASS = "sign_up"


def sign_ups_due(at: datetime) -> Iterable[Due]:
    """The sign-ups of dates whose term is over."""
    over = SignUp.objects.filter(date__ends_at__lt=before_term(at, term_at("retention_sign_up", at)))
    return [Due(key) for key in over.order_by("pk").values_list("key", flat=True)]


def erase_sign_ups(*, by: Actor, at: datetime, keys: list[UUID]) -> Counter[str]:  # noqa: ARG001
    """Delete these sign-ups; the date keeps how many came."""
    return Counter(sign_up=SignUp.objects.filter(key__in=keys).delete()[0])


def every_sign_up() -> Iterable[UUID]:
    """The keys of all sign-ups."""
    return SignUp.objects.order_by("pk").values_list("key", flat=True)


def reports_due(at: datetime) -> Iterable[Due]:
    """The reports whose term is over, settled or not."""
    over = WrongReport.objects.filter(said_at__lt=before_term(at, term_at("retention_offer_report", at)))
    return [Due(key) for key in over.order_by("pk").values_list("key", flat=True)]


def erase_reports(*, by: Actor, at: datetime, keys: list[UUID]) -> Counter[str]:  # noqa: ARG001
    """Delete these reports."""
    return Counter(wrong_report=WrongReport.objects.filter(key__in=keys).delete()[0])


def every_report() -> Iterable[UUID]:
    """The keys of all reports."""
    return WrongReport.objects.order_by("pk").values_list("key", flat=True)


register_eraser(
    Eraser(RETENTION_CLASS, "sign_up", sign_ups_due, erase_sign_ups, every_sign_up, in_journal=True)
)
register_eraser(
    Eraser("offer_report", "wrong_report", reports_due, erase_reports, every_report, in_journal=True)
)
