"""The quiet list: who said in silence that they felt forced. Only the anchor person reads it."""

from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from kring.foundation.records.prepared import Prepared
from kring.registry.people.models import Family, FamilyMembership
from kring.trust.access.models import Involvement
from kring.trust.access.readers import Reader
from kring.trust.consent.models import FeltForced


def quiet_words_for(reader: Reader, family: Family, at: datetime) -> list[FeltForced]:
    """What members of this family said in silence and nobody heard yet; empty but for their anchor."""
    if reader.worker_id is None:
        return []
    return _WAITING.rows(worker=reader.worker_id, family=family.pk, at=at)


def _waiting(*, worker: int, family: int, at: datetime) -> QuerySet[FeltForced]:
    anchored = Involvement.objects.running(at).filter(worker=worker, role=Involvement.Role.ANCHOR)
    of_person = Exists(anchored.filter(person=OuterRef("consent__person")))
    members = FamilyMembership.objects.filter(family=family).values("person")
    waiting = FeltForced.objects.filter(heard_at__isnull=True, consent__person__in=members)
    mine = waiting.filter(Exists(anchored.filter(family=family)) | of_person)
    return mine.select_related("consent__person").order_by("said_at", "pk")


_WAITING = Prepared(_waiting)


def quiet_word_for(reader: Reader, key: UUID, family: Family, at: datetime) -> FeltForced | None:
    """One of them, if it is this reader's to hear."""
    return next((said for said in quiet_words_for(reader, family, at) if said.key == key), None)
