"""What this room erases and lets go of."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import CASCADE, Model, Q, QuerySet

from kring.foundation.accounts.erasing import erase_accounts
from kring.foundation.accounts.models import Account
from kring.foundation.deadlines.calendar import before_term
from kring.foundation.deadlines.queries import term_at
from kring.foundation.journal.actor import Actor
from kring.foundation.retention.erasing import Due, Eraser, register_eraser, register_release
from kring.trust.access.items import going_with
from kring.trust.access.models import (
    BrokenGlass,
    Involvement,
    Item,
    ItemHidden,
    ItemNamed,
    ItemSubject,
    JoinAsked,
    KnownCheck,
    OwnCircle,
    ParentSafety,
    PersonAccess,
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


def let_go_of_person(*, by: Actor, at: datetime, keys: list[UUID]) -> Counter[str]:
    """Delete the items only about these persons, their own way in, and what was asked about them.

    The rooms above deleted what stood in those items, or keep it (the question of a family stays
    with the family). An item that is also about others stays theirs.
    """
    items = _empty(going_with(keys))
    gone = list(items.order_by("pk").values_list("pk", flat=True))
    of_person = Q(person__key__in=keys)
    safety = Q(child__key__in=keys) | Q(asked__key__in=keys) | Q(parent__key__in=keys)
    counts = Counter(
        item=items.model.objects.filter(pk__in=gone).delete()[1].get("access.Item", 0),
        item_subject=_delete(ItemSubject.objects.filter(of_person)),
        item_named=_delete(ItemNamed.objects.filter(of_person)),
        item_hidden=_delete(ItemHidden.objects.filter(of_person)),
        parent_safety=_delete(ParentSafety.objects.filter(safety)),
    )
    return counts + _erase_access(PersonAccess.objects.filter(of_person), by=by, at=at)


def _empty(items: QuerySet[Item]) -> QuerySet[Item]:
    """Those of these items in which nothing of a room above stands any more."""
    above = [link for link in Item._meta.related_objects if link.on_delete is not CASCADE]
    return items.filter(**{f"{link.name}__isnull": True for link in above})


def let_go_of_worker(*, by: Actor, at: datetime, keys: list[UUID]) -> Counter[str]:  # noqa: ARG001
    """Delete the own circle of workers who are made nameless: it is about their private life."""
    return Counter(own_circle=_delete(OwnCircle.objects.filter(worker__key__in=keys)))


def accesses_due(at: datetime) -> Iterable[Due]:
    """Own ways in that ended longer ago than the term of an account."""
    before = before_term(at, term_at("retention_account", at))
    old = PersonAccess.objects.filter(ends_at__lte=before).order_by("pk")
    return [Due(key, frozenset({person})) for key, person in old.values_list("key", "person__key")]


def erase_accesses(*, by: Actor, at: datetime, keys: list[UUID]) -> Counter[str]:
    """Delete own ways in with their accounts."""
    return _erase_access(PersonAccess.objects.filter(key__in=keys), by=by, at=at)


def _erase_access(accesses: QuerySet[PersonAccess], *, by: Actor, at: datetime) -> Counter[str]:
    accounts = set(accesses.order_by().values_list("account_id", flat=True))
    gone = _delete(accesses)
    living = set(PersonAccess.objects.filter(account__in=accounts).values_list("account_id", flat=True))
    erased = erase_accounts(by=by, at=at, accounts=Account.objects.filter(pk__in=accounts - living))
    return Counter(person_access=gone, account=erased)


def glass_due(at: datetime) -> Iterable[Due]:
    """Broken glass that was reviewed and is older than the term of who looked."""
    before = before_term(at, term_at("retention_access_log", at))
    old = BrokenGlass.objects.filter(ends_at__lt=before, reviewed_at__isnull=False).order_by("pk")
    return [Due(key, frozenset({family})) for key, family in old.values_list("key", "family__key")]


def erase_glass(*, by: Actor, at: datetime, keys: list[UUID]) -> Counter[str]:  # noqa: ARG001
    """Delete broken glass; the engine writes it down."""
    return Counter(broken_glass=_delete(BrokenGlass.objects.filter(key__in=keys)))


def joins_due(at: datetime) -> Iterable[Due]:
    """What was asked about nobody known, older than the term of who looked."""
    before = before_term(at, term_at("retention_access_log", at))
    old = JoinAsked.objects.filter(person=None, asked_at__lt=before).order_by("pk")
    return [Due(key) for key in old.values_list("key", flat=True)]


def erase_joins(*, by: Actor, at: datetime, keys: list[UUID]) -> Counter[str]:  # noqa: ARG001
    """Delete questions to join; the engine writes it down."""
    return Counter(join_asked=_delete(JoinAsked.objects.filter(key__in=keys)))


def _delete[M: Model](rows: QuerySet[M]) -> int:
    return rows.delete()[0]


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
register_release("family", let_go_of_involvement)
register_release("person", let_go_of_person)
register_release("worker", let_go_of_worker)
register_eraser(Eraser("account", "person_access", accesses_due, erase_accesses))
register_eraser(Eraser("access_log", "broken_glass", glass_due, erase_glass))
register_eraser(Eraser("access_log", "join_asked", joins_due, erase_joins))
register_eraser(Eraser("access_log", "known_check", known_checks_due, erase_known_checks))
register_eraser(Eraser("access_log", "unusual_look", unusual_looks_due, erase_unusual_looks))
