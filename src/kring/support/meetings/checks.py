"""What must always be true of meetings."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Exists, F, OuterRef

from kring.foundation.records.checking import check
from kring.support.meetings.models import AgendaPoint, Decision, Invitee, Meeting
from kring.trust.access.models import ItemNamed, ItemSubject

AT_MOST = 21


@check("every meeting is about somebody")
def meetings_are_about_somebody(_at: datetime) -> Iterable[str]:
    subjects = ItemSubject.objects.filter(item=OuterRef("item"), aside=False)
    lost = Meeting.objects.exclude(Exists(subjects)).order_by("pk")
    return [f"Meeting {key} is about nobody." for key in lost.values_list("key", flat=True)[:AT_MOST]]


@check("who is invited is named on the meeting")
def invitees_are_named(_at: datetime) -> Iterable[str]:
    for reader in ("person", "worker"):
        named = ItemNamed.objects.filter(item=OuterRef("meeting__item"), **{reader: OuterRef(reader)})
        lost = Invitee.objects.filter(**{f"{reader}__isnull": False}).exclude(Exists(named))
        for key in lost.order_by("pk").values_list("key", flat=True)[:AT_MOST]:
            yield f"Invitee {key} may not read what they are invited to."


@check("a meeting speaks of goals and actions of its own plan")
def meetings_stay_with_their_plan(_at: datetime) -> Iterable[str]:
    points = AgendaPoint.objects.filter(goal__isnull=False).exclude(goal__plan=F("meeting__plan"))
    decided = Decision.objects.exclude(action__goal__plan=F("meeting__plan"))
    keys = [*points.order_by("pk").values_list("key", flat=True)[:AT_MOST]]
    keys += decided.order_by("pk").values_list("key", flat=True)[:AT_MOST]
    return [f"{key} speaks in a meeting of another plan." for key in keys]
