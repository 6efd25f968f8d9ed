"""What this room lets go of."""

from collections import Counter
from datetime import datetime
from uuid import UUID

from kring.foundation.journal.actor import Actor
from kring.foundation.retention.erasing import register_release
from kring.trust.consent.models import Consent


def let_go_of_consents(*, by: Actor, at: datetime, keys: list[UUID]) -> Counter[str]:  # noqa: ARG001
    """Delete what these persons agreed to."""
    return Counter(consent=Consent.objects.filter(person__key__in=keys).delete()[0])


register_release("person", let_go_of_consents)
