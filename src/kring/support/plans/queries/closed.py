"""After a plan: what is to be asked, and whether somebody came back within a year."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Exists, OuterRef

from kring.foundation.deadlines.calendar import before_term
from kring.foundation.deadlines.queries import term_at
from kring.support.plans.models import AfterCare, Plan, TeamMember
from kring.support.plans.states import COMPLETED
from kring.trust.access.queries import families_visible_to
from kring.trust.access.readers import Reader


def after_care_due(reader: Reader, at: datetime, *, today: date) -> list[AfterCare]:
    """What this worker, as the anchor person of a plan that ended, is to ask by today; two reads."""
    if reader.worker_id is None:
        return []
    mine = TeamMember.objects.filter(
        plan=OuterRef("plan"), worker=reader.worker_id, anchor=True, ends_at__isnull=True
    )
    due = AfterCare.objects.filter(Exists(mine), due_on__lte=today, asked_at__isnull=True)
    seen = due.filter(plan__family__in=families_visible_to(reader, at))
    return list(seen.select_related("plan__family").order_by("due_on", "pk"))


def ended_within_a_year(families: Iterable[int], at: datetime) -> dict[int, Plan]:
    """For each of these families (inner numbers) its plan that ended less than a term before ``at``.

    The term is ``question_after_plan``, and ``at`` when the new question came. The caller shows it
    only of families its reader sees. One read beside the term.
    """
    since = before_term(at, term_at("question_after_plan", at))
    ended = Plan.objects.filter(
        family__in=list(families), state=COMPLETED, ends_at__gte=since, ends_at__lte=at
    )
    return {plan.family_id: plan for plan in ended.order_by("ends_at", "pk")}
