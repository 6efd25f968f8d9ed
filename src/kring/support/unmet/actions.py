"""Registering need that was not met."""

from datetime import datetime
from uuid import UUID

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, record
from kring.registry.network.models import Partnership
from kring.registry.people.models import Family
from kring.registry.places.models import Municipality
from kring.support.unmet.models import UnmetNeed


@action
def register_unmet_need(
    *,
    request_key: UUID,
    family: Family | None,
    region: Partnership,
    municipality: Municipality | None,
    reason: str,
    words: str,
    instead: str,
    by: Actor,
    at: datetime,
) -> UnmetNeed:
    """Keep that this question could not be helped, why, and what was done instead."""
    need = UnmetNeed.objects.create(
        request_key=request_key,
        family=family,
        region=region,
        municipality=municipality,
        reason=reason,
        words=words,
        instead=instead,
        starts_at=at,
    )
    record(by=by, at=at, did="unmet.registered", about=[("request", request_key)], reason=reason)
    return need
