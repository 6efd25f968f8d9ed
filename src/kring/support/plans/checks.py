"""What must always be true of plans."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Exists, OuterRef

from kring.foundation.records.checking import check
from kring.support.plans.models import Action, Goal, Plan, TeamMember
from kring.support.plans.states import CURRENT
from kring.trust.access.models import ItemSubject

AT_MOST = 21


@check("every plan that runs has one anchor person")
def plans_have_an_anchor(_at: datetime) -> Iterable[str]:
    anchors = TeamMember.objects.filter(plan=OuterRef("pk"), anchor=True, ends_at__isnull=True)
    lost = Plan.objects.filter(state__in=CURRENT).exclude(Exists(anchors)).order_by("pk")
    return [f"Plan {key} has no anchor person." for key in lost.values_list("key", flat=True)[:AT_MOST]]


@check("every anchor person still works here")
def anchors_work_here(at: datetime) -> Iterable[str]:
    gone = TeamMember.objects.filter(anchor=True, ends_at__isnull=True, worker__left_at__lte=at)
    rows = gone.filter(plan__state__in=CURRENT).order_by("pk")
    for key in rows.values_list("plan__key", flat=True)[:AT_MOST]:
        yield f"The anchor person of plan {key} left."


@check("every goal and action is about somebody")
def goals_are_about_somebody(_at: datetime) -> Iterable[str]:
    subjects = ItemSubject.objects.filter(item=OuterRef("item"), aside=False)
    for model in (Goal, Action):
        rows = model._default_manager.exclude(Exists(subjects)).order_by("pk")
        for key in rows.values_list("key", flat=True)[:AT_MOST]:
            yield f"{model.__name__} {key} is about nobody."
