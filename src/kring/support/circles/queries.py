"""The ties of a family as one reader may see them."""

from datetime import datetime
from uuid import UUID

from kring.foundation.records.prepared import Prepared
from kring.registry.people.models import Family
from kring.support.circles.models import Tie
from kring.trust.access.items import Known, saw_items, sifted_among
from kring.trust.access.readers import Reader

_TIES = Prepared(
    lambda family, at: (
        Tie.objects.running(at).filter(family_id=family).select_related("item").order_by("pk")
    )
)


def ties_of(
    reader: Reader,
    family: Family,
    at: datetime,
    *,
    as_of: datetime | None = None,
    known: Known | None = None,
) -> list[Tie]:
    """The ties that ran at ``as_of`` (now when empty) that this reader may see now; noted as read."""
    ties: list[Tie] = _TIES.rows(family=family.pk, at=as_of or at)
    readable = sifted_among(reader, (tie.item for tie in ties), at, known)
    saw_items(readable.values())
    return [tie for tie in ties if tie.item_id in readable]


def tie_for(reader: Reader, family: Family, key: UUID, at: datetime) -> Tie | None:
    """The tie with this key, if it runs and the reader may see it."""
    return next((tie for tie in ties_of(reader, family, at) if tie.key == key), None)
