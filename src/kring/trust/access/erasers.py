"""What this room erases and lets go of."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from kring.foundation.deadlines.calendar import before_term
from kring.foundation.deadlines.queries import term_at
from kring.foundation.journal.actor import Actor
from kring.foundation.retention.erasing import Due, Eraser, register_eraser, register_release
from kring.trust.access.models import (
    BrokenGlass,
    Involvement,
    ItemNamed,
    ItemSubject,
    JoinAsked,
    KnownCheck,
    OwnCircle,
    UnusualLook,
)


def let_go_of_involvement(*, by: Actor, at: datetime, keys: list[UUID]) -> Counter[str]:  # noqa: ARG001
    """Delete who was involved with these persons or families, who asked to be or broke in."""
    about = Q(person__key__in=keys) | Q(family__key__in=keys)
    return Counter(
        involvement=Involvement.objects.filter(about).delete()[0],
        broken_glass=BrokenGlass.objects.filter(family__key__in=keys).delete()[0],
        join_asked=JoinAsked.objects.filter(person__key__in=keys).delete()[0],
        own_circle=OwnCircle.objects.filter(person__key__in=keys).delete()[0],
    )


def let_go_of_items(*, by: Actor, at: datetime, keys: list[UUID]) -> Counter[str]:  # noqa: ARG001
    """Forget that items were about these persons or named them; what was only about them is gone."""
    return Counter(
        item_named=ItemNamed.objects.filter(person__key__in=keys).delete()[0],
        item_subject=ItemSubject.objects.filter(person__key__in=keys).delete()[0],
    )


def known_checks_due(at: datetime) -> Iterable[Due]:
    """Checks of who is already known that are older than their term."""
    before = before_term(at, term_at("retention_access_log", at))
    old = KnownCheck.objects.filter(at__lt=before).order_by("pk")
    return [Due(pk) for pk in old.values_list("pk", flat=True)]


def erase_known_checks(*, by: Actor, at: datetime, keys: list[int]) -> Counter[str]:  # noqa: ARG001
    """Delete checks; the engine writes it down."""
    return Counter(known_check=KnownCheck.objects.filter(pk__in=keys).delete()[0])


def unusual_looks_due(at: datetime) -> Iterable[Due]:
    """Unusual looks that are older than their term."""
    before = before_term(at, term_at("retention_access_log", at))
    old = UnusualLook.objects.filter(found_at__lt=before).order_by("pk")
    return [Due(pk) for pk in old.values_list("pk", flat=True)]


def erase_unusual_looks(*, by: Actor, at: datetime, keys: list[int]) -> Counter[str]:  # noqa: ARG001
    """Delete unusual looks; the engine writes it down."""
    return Counter(unusual_look=UnusualLook.objects.filter(pk__in=keys).delete()[0])


register_release("person", let_go_of_involvement)
register_release("person", let_go_of_items)
register_release("family", let_go_of_involvement)
register_eraser(Eraser("access_log", "known_check", known_checks_due, erase_known_checks))
register_eraser(Eraser("access_log", "unusual_look", unusual_looks_due, erase_unusual_looks))
