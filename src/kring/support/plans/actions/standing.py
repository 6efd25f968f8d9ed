"""A deed on a whole plan begins with the plan held until the deed ends: who acts at once, acts after."""

from kring.support.plans.models import Plan


def hold_still(plan: Plan) -> None:
    """Read again what may have moved, and keep it so. On SQLite there is one writer anyway."""
    now = Plan.objects.select_for_update().get(pk=plan.pk)
    plan.state, plan.ends_at, plan.version = now.state, now.ends_at, now.version
