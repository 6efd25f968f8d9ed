"""Looking ahead: a gap is found once, told once to the anchor person, and settled when it closes."""

from datetime import datetime

from kring.foundation.deadlines.calendar import local_day
from kring.foundation.journal.actor import SYSTEM, Actor
from kring.foundation.journal.recording import action, nothing_changed, record
from kring.foundation.outbox.actions import Recipient, post
from kring.support.deployments.models import Continuity
from kring.support.deployments.queries.ahead import anchor_of, gap_of, plans_to_look_at
from kring.support.plans.models import Plan

AT_ONCE = 200
"""So many plans are looked at in one tick; the others in the next."""


@action
def look_ahead(*, plan: Plan, by: Actor, at: datetime) -> Continuity:
    """See whether help goes on, as the anchor person may know it.

    A gap is one row and one message, however often and by however many it is looked at.
    """
    today = local_day(at)
    seen, _new = Continuity.objects.get_or_create(plan=plan, defaults={"looked_on": today})
    anchor = anchor_of(plan)
    gap = gap_of(plan, anchor, at)
    first, until = (gap.from_on, gap.until_on) if gap is not None else (None, None)
    if (seen.gap_from, seen.gap_until) == (first, until):
        Continuity.objects.filter(pk=seen.pk).update(looked_on=today)
        nothing_changed()
        return seen
    as_it_was = Continuity.objects.filter(pk=seen.pk, gap_from=seen.gap_from, gap_until=seen.gap_until)
    found_at = at if first is not None else None
    if not as_it_was.update(looked_on=today, gap_from=first, gap_until=until, found_at=found_at):
        nothing_changed()
        return seen
    about = [("plan", plan.key), ("family", plan.family.key)]
    record(by=by, at=at, did="gap.found" if first is not None else "gap.settled", about=about)
    if first is not None and anchor is not None:
        post(
            by=by,
            at=at,
            to=Recipient("worker", anchor.key),
            text="gap_ahead",
            link="/vandaag/",
            once=f"gap:{plan.key}:{first}",
        )
    seen.refresh_from_db()
    return seen


def look_ahead_daily(*, at: datetime, by: Actor = SYSTEM) -> int:
    """Look ahead once a day for every plan that runs; how many were looked at now."""
    plans = plans_to_look_at(at, AT_ONCE)
    for plan in plans:
        look_ahead(plan=plan, by=by, at=at)
    return len(plans)
