"""Help that really began: which clocks of which questions it stops (rulebook, three clocks)."""

from datetime import datetime

from django.db.models import Q

from kring.foundation.journal.actor import Actor
from kring.registry.people.models import Family
from kring.support.requests.actions.answering import record_support
from kring.support.requests.models import Clock, ClockKind, Request


def help_began(
    *,
    family: Family,
    request: Request | None,
    bridging: bool,
    began_at: datetime,
    by: Actor,
    at: datetime,
) -> int:
    """Stop the clocks that help for a family stops; how many questions it was the support of.

    Help from a question stops those of that question, other help those of every question of the
    family that was asked before it began, but for what a young person asked alone. Bridging help is
    first support and never the agreed help. A clock that stopped before stays as it was.
    """
    kind = ClockKind.FIRST_SUPPORT if bridging else ClockKind.AGREED_HELP
    running = Clock.objects.filter(kind=kind, stopped_at__isnull=True, starts_at__lte=began_at)
    if request is not None:
        running = running.filter(request=request)
    else:
        together = Q(request__item__isnull=True) | Q(request__item__alone=False)
        running = running.filter(together, request__family=family)
    found = [clock.request for clock in running.select_related("request").order_by("pk")]
    for one in found:
        record_support(request=one, kind=kind, began_at=began_at, by=by, at=at)
    return len(found)
