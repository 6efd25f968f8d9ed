"""Finding one's own families by a name somebody types; what is found counts as read."""

from datetime import datetime

from django.db.models import Exists, OuterRef, Q

from kring.foundation.journal import ledger
from kring.foundation.records.folding import fold
from kring.registry.people.models import Family, FamilyMembership
from kring.trust.access.queries import families_visible_to, persons_visible_to
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
    members = FamilyMembership.objects.filter(
        family=OuterRef("pk"), person__in=persons_visible_to(reader, at).filter(_all_words(words))
    )
    mine = families_visible_to(reader, at).filter(_all_words(words) | Q(Exists(members)))
    found = list(mine.order_by("search_name", "pk")[:most])
    ledger.saw_all("family", (family.key for family in found))
    return found


def _all_words(words: str) -> Q:
    wanted = Q()
    for word in words.split():
        wanted &= Q(search_name__contains=word)
    return wanted
