"""Counting the figures above the worklist; run now and then, by the clock."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, DurationField, ExpressionWrapper, F, Q, QuerySet

from kring.foundation.deadlines.calendar import local_day, start_of_day
from kring.registry.network.models import Partnership
from kring.support.requests.models import Answer, Clock, ClockKind, Kind, RegionTiles, Request
from kring.support.requests.rulebook import VERSION

WEEK = timedelta(days=7)
DAYS_OFF_TO_MONTH_BEFORE = timedelta(days=1)


def refresh_tiles(*, at: datetime) -> int:
    """Count the figures of every region that has questions; returns how many regions.

    What is counted is told in the rulebook and in ``RegionTiles``.
    """
    regions = Partnership.objects.filter(requests__isnull=False).distinct().order_by("pk")
    answered, waiting, families = _answered(at), _waiting(at), _families(at)
    count = 0
    for region in regions:
        month = start_of_day(local_day(at).replace(day=1))
        before = start_of_day(local_day(month - DAYS_OFF_TO_MONTH_BEFORE).replace(day=1))
        RegionTiles.objects.update_or_create(
            region=region,
            defaults={
                "counted_at": at,
                "rulebook": VERSION,
                "support_days": _half_within(region, month, at),
                "support_days_before": _half_within(region, before, month),
                "families": families.get(region.pk, 0),
                **answered.get(region.pk, dict.fromkeys(("answered", "answered_in_time"), 0)),
                **waiting.get(region.pk, dict.fromkeys(("waiting", "due_this_week", "late"), 0)),
            },
        )
        count += 1
    return count


def _answered(at: datetime) -> dict[int, dict[str, int]]:
    """Questions whose answer counted this year, and those of them within the promise."""
    rows = Answer.objects.filter(
        state="counted", counted_at__gte=_new_year(at), request__kind=Kind.QUESTION
    )
    in_time = Q(counted_at__lt=F("request__answer_due_at"))
    counted = (
        rows.order_by()
        .values("request__region")
        .annotate(answered=Count("pk"), answered_in_time=Count("pk", filter=in_time))
    )
    return _by_region(counted, "request__region")


def _waiting(at: datetime) -> dict[int, dict[str, int]]:
    """Open questions, those whose promise ends within seven days, and those past it."""
    rows = Request.objects.filter(closed_at__isnull=True, kind=Kind.QUESTION)
    this_week = Q(answer_due_at__gt=at, answer_due_at__lte=at + WEEK)
    counted = (
        rows.order_by()
        .values("region")
        .annotate(
            waiting=Count("pk"),
            due_this_week=Count("pk", filter=this_week),
            late=Count("pk", filter=Q(answer_due_at__lte=at)),
        )
    )
    return _by_region(counted, "region")


def _families(at: datetime) -> dict[int, int]:
    """Families whose agreed help began this year, each once (rulebook, trajectory)."""
    begun = Clock.objects.filter(
        kind=ClockKind.AGREED_HELP, stopped_because="agreed_help", stopped_at__gte=_new_year(at)
    )
    counted = (
        begun.order_by()
        .values("request__region")
        .annotate(families=Count("request__family", distinct=True))
    )
    return {row["request__region"]: row["families"] for row in counted}


def _half_within(region: Partnership, since: datetime, until: datetime) -> int | None:
    """Days within which half of the first supports given in ``[since, until)`` came."""
    took = _supports(region, since, until)
    count = took.count()
    if not count:
        return None
    middle: timedelta = took.order_by("took", "pk")[(count - 1) // 2].took
    return middle.days


def _supports(region: Partnership, since: datetime, until: datetime) -> QuerySet[Any]:
    took = ExpressionWrapper(F("stopped_at") - F("starts_at"), output_field=DurationField())
    stopped = Clock.objects.filter(kind=ClockKind.FIRST_SUPPORT, request__region=region)
    stopped = stopped.filter(stopped_at__gte=since, stopped_at__lt=until)
    return stopped.filter(stopped_because__in=["first_support", "agreed_help"]).annotate(took=took)


def _new_year(at: datetime) -> datetime:
    return start_of_day(date(local_day(at).year, 1, 1))


def _by_region(rows: Iterable[Any], name: str) -> dict[int, dict[str, int]]:
    return {row[name]: {key: value for key, value in row.items() if key != name} for row in rows}
