"""Finding one's own families by a name somebody types, and the ties around people."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from kring.foundation.journal import ledger
from kring.foundation.records.folding import fold
from kring.foundation.records.prepared import Prepared
from kring.registry.people.models import Family, FamilyMembership, Relation
from kring.trust.access.queries import families_visible_to
from kring.trust.access.readers import Reader

SHORTEST = 2
MOST = 8


def families_named(reader: Reader, text: str, at: datetime, most: int = MOST) -> list[Family]:
    """The reader's own families, or those of their own people, that answer to these words.

    Never more than ``most``, nothing for less than two letters; all of them noted as read.
    """
    words = fold(text)
    if len(words) < SHORTEST or not reader.is_worker:
        return []
    mine = families_visible_to(reader, at)
    # Whoever belongs to a family the reader sees is seen too: no second look at the person.
    members = FamilyMembership.objects.filter(_all_of(words, "person__"), family=OuterRef("pk"))
    by_name, by_member = mine.filter(_all_of(words)), mine.filter(Exists(members))
    # Two reads: in one, the "or" makes the database look at every family there is.
    found = {
        family.pk: family
        for some in (by_name, by_member)
        for family in some.order_by("search_name", "pk")[:most]
    }
    first = sorted(found.values(), key=lambda family: (family.search_name, family.pk))[:most]
    ledger.saw_all("family", (family.key for family in first))
    return first


def _ties(*, ids: tuple[int, ...], at: datetime) -> QuerySet[Relation]:
    running = Relation.objects.filter(Q(person__in=ids) | Q(to__in=ids), starts_at__lte=at)
    return running.filter(Q(ends_at__isnull=True) | Q(ends_at__gt=at)).order_by("pk")


_TIES = Prepared(_ties)


def ties_around(people: Iterable[int], at: datetime) -> list[Relation]:
    """The ties that run at ``at`` from and to these people (inner numbers), the oldest first.

    A tie names nobody by itself: whom a page names, it asks of ``persons_by_id``.
    """
    found: list[Relation] = _TIES.rows(ids=tuple(people), at=at)
    return found


def _all_of(words: str, where: str = "") -> Q:
    wanted = Q()
    for word in words.split():
        wanted &= Q(**{f"{where}search_name__contains": word})
    return wanted
