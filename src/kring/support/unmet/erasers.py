"""What this room lets go of: the need of a family goes with it, that of nobody keeps only its count."""

from collections import Counter
from datetime import datetime
from uuid import UUID, uuid4

from kring.foundation.journal.actor import Actor
from kring.foundation.retention.erasing import register_release
from kring.support.unmet.models import UnmetNeed


def let_go_with_family(*, by: Actor, at: datetime, keys: list[UUID]) -> Counter[str]:  # noqa: ARG001
    """Delete the unmet needs of these families."""
    return Counter(unmet_need=UnmetNeed.objects.filter(family__key__in=keys).delete()[0])


def let_go_with_request(*, by: Actor, at: datetime, keys: list[UUID]) -> Counter[str]:  # noqa: ARG001
    """Take words and tie away from needs whose question goes; the register keeps its count."""
    needs = UnmetNeed.objects.filter(request_key__in=keys).order_by("pk")
    for need in needs:
        need.request_key, need.words, need.instead = uuid4(), "", ""
        need.save(update_fields=["request_key", "words", "instead"])
    return Counter(unmet_need_words=len(needs))


register_release("family", let_go_with_family)
register_release("request", let_go_with_request)
