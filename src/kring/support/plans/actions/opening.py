"""A plan begins: one goal and one action are enough."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, record
from kring.registry.network.models import Organisation, Worker
from kring.registry.people.models import Family
from kring.support.plans.actions.team import join_team
from kring.support.plans.models import Plan


@action
def open_plan(
    *,
    family: Family,
    owner: Organisation,
    anchor: Worker,
    by: Actor,
    at: datetime,
    review_on: date | None = None,
) -> Plan:
    """Begin the plan of a family with its anchor person; ValidationError where one runs already."""
    try:
        with transaction.atomic():
            plan = Plan.objects.create(
                family=family, owner=owner, starts_at=at, review_on=review_on, opened_by=anchor
            )
    except IntegrityError as error:
        raise ValidationError(_("Dit gezin heeft al een plan. Werk daarin verder.")) from error
    join_team(plan=plan, worker=anchor, anchor=True, because="plan.opened", by=by, at=at)
    record(by=by, at=at, did="plan.opened", about=[("plan", plan.key), ("family", family.key)])
    return plan
