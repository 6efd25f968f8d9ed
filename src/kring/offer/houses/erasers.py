"""What this room lets go of: visits that were counted, and nicknames a short term after the last."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from kring.foundation.deadlines.calendar import before_term
from kring.foundation.deadlines.queries import term_at
from kring.foundation.journal.actor import Actor
from kring.foundation.retention.erasing import Due, Eraser, register_eraser
from kring.offer.houses.models import Nickname, WalkIn


def walk_ins_due(at: datetime) -> Iterable[Due]:
    """Visits older than the term of a light contact."""
    before = before_term(at, term_at("retention_light_contact", at))
    rows = WalkIn.objects.filter(at__lt=before).order_by("pk")
    return [Due(key) for key in rows.values_list("key", flat=True)]


def erase_walk_ins(*, by: Actor, at: datetime, keys: list[UUID]) -> Counter[str]:  # noqa: ARG001
    """Delete these visits."""
    return Counter(walk_in=WalkIn.objects.filter(key__in=keys).delete()[0])


def nicknames_due(at: datetime) -> Iterable[Due]:
    """Young people who were not met since the term."""
    before = before_term(at, term_at("retention_outreach", at))
    rows = Nickname.objects.filter(last_met_at__lt=before).order_by("pk")
    return [Due(key) for key in rows.values_list("key", flat=True)]


def erase_nicknames(*, by: Actor, at: datetime, keys: list[UUID]) -> Counter[str]:  # noqa: ARG001
    """Delete these nicknames with every meeting."""
    deleted = Nickname.objects.filter(key__in=keys).delete()[1]
    named = {"houses.Nickname": "nickname", "houses.OutreachContact": "outreach_contact"}
    return Counter({named[label]: count for label, count in deleted.items() if count})


def every_nickname() -> Iterable[UUID]:
    """The keys of all nicknames."""
    return Nickname.objects.order_by("pk").values_list("key", flat=True)


register_eraser(Eraser("light_contact", "walk_in", walk_ins_due, erase_walk_ins))
register_eraser(Eraser("outreach", "nickname", nicknames_due, erase_nicknames, every_nickname))
