"""What must always be true of the directory."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import F, Q, Sum
from django.db.models.functions import Coalesce

from kring.foundation.records.checking import check
from kring.offer.directory.models import ActivityDate, Service
from kring.offer.directory.states import COMING

AT_MOST = 21


@check("a service and its organisation come from the same hand")
def services_come_with_their_organization(_at: datetime) -> Iterable[str]:
    of_two = Q(source__isnull=True, organization__source__isnull=False)
    of_two |= Q(source__isnull=False, organization__source__isnull=True)
    of_two |= Q(source__isnull=False) & ~Q(organization__source=F("source"))
    rows = Service.objects.filter(of_two).order_by("pk")
    for key in rows.values_list("key", flat=True)[:AT_MOST]:
        yield f"Service {key} is of another source than its organisation."


@check("who comes to an activity is counted once")
def seats_are_counted(at: datetime) -> Iterable[str]:
    """Of what is past the count stays when those who came are let go."""
    coming = Sum("sign_ups__people", filter=Q(sign_ups__state=COMING))
    rows = (
        ActivityDate.objects.filter(ends_at__gt=at)
        .annotate(coming=Coalesce(coming, 0))
        .exclude(taken=F("coming"))
    )
    for key, taken, people in rows.order_by("pk").values_list("key", "taken", "coming")[:AT_MOST]:
        yield f"Date {key} counts {taken} people, but {people} signed up."
