"""What this room lets go of."""

from collections import Counter
from datetime import datetime
from uuid import UUID

from django.db.models import DateTimeField, Q, Value
from django.db.models.functions import Greatest

from kring.foundation.journal.actor import Actor
from kring.foundation.retention.erasing import register_release
from kring.trust.consent.models import AbilityJudgement, Consent, FeltForced, Sharing


def let_go_of_person(*, by: Actor, at: datetime, keys: list[UUID]) -> Counter[str]:  # noqa: ARG001
    """Delete what these persons agreed to or could read along, and what was judged and shared.

    What they decided for a child who stays holds no longer, and forgets who decided.
    """
    own = Consent.objects.filter(Q(person__key__in=keys) | Q(reader__key__in=keys))
    of_person = Q(person__key__in=keys)
    counts = Counter(
        felt_forced=FeltForced.objects.filter(consent__in=own).delete()[0],
        consent=own.delete()[0],
        ability_judgement=AbilityJudgement.objects.filter(of_person).delete()[0],
        sharing=Sharing.objects.filter(of_person).delete()[0],
    )
    decided = Consent.objects.filter(decided_by__key__in=keys)
    decided.filter(Q(ends_at=None) | Q(ends_at__gt=at)).update(
        ends_at=Greatest("starts_at", Value(at, DateTimeField()))
    )
    decided.update(decided_by=None)
    return counts


register_release("person", let_go_of_person)
