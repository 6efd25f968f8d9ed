"""After a plan: what is to be asked, and whether somebody came back within a year."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Exists, OuterRef, QuerySet

from kring.foundation.deadlines.calendar import before_term
from kring.foundation.deadlines.queries import term_at
from kring.foundation.records.prepared import Prepared
from kring.registry.network.models import Desk
from kring.registry.people.models import Family
from kring.support.plans.models import AfterCare, Plan, TeamMember
from kring.support.plans.rules import anchors_there
from kring.support.plans.states import COMPLETED
from kring.trust.access.circle import family_blocked
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


def after_care_left(reader: Reader, at: datetime, *, today: date, most: int = 100) -> list[AfterCare]:
    """What nobody is there to ask by today: the anchor person left or is away.

    For who is on duty at a desk of the organisation that owned the plan, and never of own people.
    It says of which plan; whose family it is, is told only to who takes it over. One read.
    """
    if reader.worker_id is None or not reader.desk_ids:
        return []
    due = AfterCare.objects.filter(
        ~Exists(anchors_there(at)),
        ~family_blocked(reader.worker_id, family="plan__family"),
        plan__owner__in=Desk.objects.filter(pk__in=reader.desk_ids).values("organisation"),
        due_on__lte=today,
        asked_at__isnull=True,
    )
    return list(due.select_related("plan__family", "plan__owner").order_by("due_on", "pk")[:most])


def after_care_of(family: Family) -> list[AfterCare]:
    """The looks back after the last plan of a family that ended, the earliest first."""
    last = Plan.objects.filter(family=family, state=COMPLETED).order_by("-ends_at", "-pk").first()
    rows = AfterCare.objects.filter(plan=last).select_related("plan", "asked_by")
    return list(rows.order_by("months")) if last is not None else []


def ended_within_a_year(families: Iterable[int], at: datetime) -> dict[int, Plan]:
    """For each of these families (inner numbers) its plan that ended less than a term before ``at``.

    The term is ``question_after_plan``, and ``at`` when the new question came. The caller shows it
    only of families its reader sees. One read beside the term.
    """
    since = before_term(at, term_at("question_after_plan", at))
    ended: list[Plan] = _ENDED.rows(families=tuple(families), since=since, until=at)
    return {plan.family_id: plan for plan in ended}


def _ended(*, families: tuple[int, ...], since: datetime, until: datetime) -> QuerySet[Plan]:
    rows = Plan.objects.filter(family__in=families, state=COMPLETED)
    return rows.filter(ends_at__gte=since, ends_at__lte=until).order_by("ends_at", "pk")


_ENDED = Prepared(_ended)
