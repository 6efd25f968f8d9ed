"""What this room lets go of."""

from collections import Counter
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from kring.foundation.journal.actor import Actor
from kring.foundation.retention.erasing import register_release
from kring.trust.consent.models import AbilityJudgement, Consent, FeltForced, Sharing


def let_go_of_consents(*, by: Actor, at: datetime, keys: list[UUID]) -> Counter[str]:  # noqa: ARG001
    """Delete what was agreed about these persons, or by them, and what was judged and shared."""
    answers = Consent.objects.filter(
        Q(person__key__in=keys) | Q(decided_by__key__in=keys) | Q(reader__key__in=keys)
    )
    quiet = FeltForced.objects.filter(consent__in=answers).delete()[0]
    return Counter(
        felt_forced=quiet,
        consent=answers.delete()[0],
        ability_judgement=AbilityJudgement.objects.filter(person__key__in=keys).delete()[0],
        sharing=Sharing.objects.filter(person__key__in=keys).delete()[0],
    )


register_release("person", let_go_of_consents)
