"""Looking ahead of a plan: by the terms of the day, and by what one reader may know."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db.models import Exists, OuterRef, Q

from kring.foundation.deadlines.calendar import last_day, local_day
from kring.foundation.deadlines.queries import number_at, term_at
from kring.foundation.journal import ledger
from kring.registry.network.models import Worker
from kring.support.deployments.gaps import Gap, Stretch, gap_ahead
from kring.support.deployments.models import Continuity, Deployment
from kring.support.deployments.states import ENDED, PLANNED, RUNNING
from kring.support.plans.models import Plan, TeamMember
from kring.support.plans.states import ACTIVE
from kring.trust.access.items import sifted
from kring.trust.access.models import Item
from kring.trust.access.queries import families_visible_to, reader_for
from kring.trust.access.readers import NOBODY, Reader

WARNING, LEAST = "gap_warning", "gap_least_days"


def gap_in(plan: Plan, known: Iterable[Deployment], at: datetime) -> Gap | None:
    """The gap ahead of a plan that runs, by the help that somebody may know of."""
    if plan.state != ACTIVE:
        return None
    today, least = local_day(at), number_at(LEAST, at)
    rows = list(known)
    past = [Stretch(_first(one), _last(one)) for one in rows if one.state == ENDED]
    coming = [stretch for one in rows if (stretch := _to_come(one, today, least)) is not None]
    return gap_ahead(
        past,
        coming,
        since=local_day(plan.starts_at),
        today=today,
        horizon=last_day(at, term_at(WARNING, at)),
        least_days=least,
    )


def _first(one: Deployment) -> date:
    return local_day(one.starts_at) if one.starts_at is not None else one.planned_from


def _last(one: Deployment) -> date | None:
    return local_day(one.ends_at) if one.ends_at is not None else one.planned_until


def _to_come(one: Deployment, today: date, least: int) -> Stretch | None:
    """What still runs goes on today, also after its last planned day; what is planned and did not
    begin within the least of a gap is counted on no more."""
    if one.state == RUNNING:
        until = one.planned_until
        return Stretch(_first(one), max(until, today + timedelta(days=1)) if until else None)
    if one.state == PLANNED and one.planned_from + timedelta(days=least) > today:
        return Stretch(max(one.planned_from, today), one.planned_until)
    return None


def gap_of(plan: Plan, anchor: Worker | None, at: datetime) -> Gap | None:
    """The gap ahead of a plan as its anchor person may know it; none where nobody is to be told."""
    account = anchor.account if anchor is not None else None
    reader = reader_for(account, at) if account is not None else NOBODY
    if reader.worker_id is None:
        return None
    readable = sifted(reader, Item.objects.filter(deployment__family=plan.family_id), at)
    return gap_in(plan, Deployment.objects.filter(item__in=list(readable)).order_by("pk"), at)


def anchor_of(plan: Plan) -> Worker | None:
    """The anchor person of a plan now."""
    rows = TeamMember.objects.filter(plan=plan, anchor=True, ends_at__isnull=True)
    row = rows.select_related("worker__account").order_by("pk").first()
    return row.worker if row is not None else None


def plans_to_look_at(at: datetime, most: int) -> list[Plan]:
    """Plans that run and were not looked at today."""
    today = local_day(at)
    unseen = Q(continuity__isnull=True) | Q(continuity__looked_on__lt=today)
    plans = Plan.objects.filter(unseen, state=ACTIVE).select_related("family")
    return list(plans.order_by("pk")[:most])


def gaps_for(reader: Reader, at: datetime, most: int) -> list[Continuity]:
    """The gaps this worker is to settle as the anchor person, the first one first."""
    if reader.worker_id is None:
        return []
    mine = TeamMember.objects.filter(
        plan=OuterRef("plan"), worker=reader.worker_id, anchor=True, ends_at__isnull=True
    )
    rows = Continuity.objects.filter(
        Exists(mine),
        gap_from__isnull=False,
        plan__state=ACTIVE,
        plan__family__in=families_visible_to(reader, at),
    )
    found = list(rows.select_related("plan__family").order_by("gap_from", "pk")[:most])
    ledger.saw_all("family", (row.plan.family.key for row in found))
    return found
