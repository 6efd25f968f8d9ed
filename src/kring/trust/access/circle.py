"""Own people of a worker: whom nobody reads about at work, however they are involved.

Blocked are the people a worker named, and everybody who shares a family with one of them.
"""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q, QuerySet

from kring.foundation.records.prepared import Prepared
from kring.registry.network.models import Worker
from kring.registry.people.models import FamilyMembership
from kring.registry.people.queries import Identifiers, likely_same
from kring.trust.access.models import OwnCircle


def declared_by(worker: Worker) -> QuerySet[OwnCircle]:
    """What a worker declared and did not take back, as it was typed."""
    return OwnCircle.objects.filter(worker=worker, ends_at__isnull=True).order_by("starts_at", "pk")


def not_yet_found() -> QuerySet[OwnCircle]:
    """Declared people nobody answers to yet."""
    return OwnCircle.objects.filter(ends_at__isnull=True, person__isnull=True).order_by("pk")


def own_people(worker: int) -> QuerySet[OwnCircle]:
    """The declared people of a worker (inner number) that are known here, unordered."""
    return OwnCircle.objects.filter(worker_id=worker, ends_at__isnull=True, person__isnull=False)


def _families(worker: int) -> QuerySet[FamilyMembership]:
    """The memberships of those people that run."""
    return FamilyMembership.objects.filter(
        Exists(own_people(worker).filter(person=OuterRef("person"))), ends_at__isnull=True
    )


def family_blocked(worker: int, *, family: str = "pk") -> Exists:
    """For a query: whether one of the worker's own people is in the family of this column."""
    return Exists(_families(worker).filter(family=OuterRef(family)))


def person_blocked(worker: int, *, person: str = "pk") -> Q:
    """For a query: whether the person of this column is an own one, or shares a family with one."""
    shared = FamilyMembership.objects.filter(
        Exists(_families(worker).filter(family=OuterRef("family"))), ends_at__isnull=True
    )
    own = own_people(worker).filter(person=OuterRef(person))
    return Q(Exists(own)) | Q(Exists(shared.filter(person=OuterRef(person))))


def blocked_people(worker: int, persons: Iterable[int]) -> frozenset[int]:
    """Of these persons (inner numbers) those of the worker's own circle."""
    known = tuple(persons)
    if not known:
        return frozenset()
    # Two reads: in one, the "or" makes the database look at every family there is.
    own = _OWN.rows(worker=worker, persons=known)
    return frozenset(own) | frozenset(_SHARED.rows(worker=worker, persons=known))


def own_among(*, worker: int, persons: tuple[int, ...]) -> QuerySet[OwnCircle, int | None]:
    """Of these persons those whom the worker named."""
    return own_people(worker).filter(person__in=persons).values_list("person_id", flat=True)


def sharing_among(*, worker: int, persons: tuple[int, ...]) -> QuerySet[FamilyMembership, int]:
    """Of these persons those who share a family with somebody whom the worker named."""
    with_own = FamilyMembership.objects.filter(
        Exists(_families(worker).filter(family=OuterRef("family"))), ends_at__isnull=True
    )
    return with_own.filter(person__in=persons).values_list("person_id", flat=True)


_OWN = Prepared(own_among)
_SHARED = Prepared(sharing_among)
_FAMILY = Prepared(
    lambda worker, family: (
        _families(worker).filter(family_id=family).order_by("pk").values_list("pk", flat=True)[:1]
    )
)


def is_family_blocked(worker: int, family: int) -> bool:
    """Whether a family holds one of the worker's own people."""
    return bool(_FAMILY.rows(worker=worker, family=family))


def person_like(who: Identifiers) -> int | None:
    """The inner number of the one person that is surely meant, else None."""
    found = likely_same(who, limit=1)
    return found[0].person.pk if found else None
