"""What the page of one frozen plan shows, and what a second helper may say of it."""

from typing import Any
from uuid import UUID

from kring.foundation.journal import ledger
from kring.support.plans.models import FrozenBecause, Plan, PlanApproval, Revision
from kring.support.plans.queries import (
    FrozenPage,
    changes_between,
    frozen_for,
    revision_page,
    revisions_of,
)
from kring.support.plans.rules import may_approve, wants_approval
from kring.web.plan.judging import JudgeForm
from kring.web.plan.sheet import Sheet


def revision_of(sheet: Sheet, key: UUID) -> Revision | None:
    """A frozen plan of this family; noted as read."""
    plans = list(Plan.objects.filter(family=sheet.family).order_by("pk"))
    found = frozen_for(plans, key)
    if found is not None:
        ledger.saw("plan", found.plan.key)
    return found


def revision_context(sheet: Sheet, found: Revision) -> dict[str, Any]:
    """The plan as it stood then, what changed since the time before, and where the approval stands."""
    reader, at = sheet.request.reader, sheet.at
    page = revision_page(reader, found, at)
    older = revisions_of(found.plan).filter(number__lt=found.number).first()
    before = revision_page(reader, older, at) if older is not None else FrozenPage()
    return {
        "family": sheet.family,
        "revision": found,
        "page": page,
        "changes": changes_between(before, page) if older is not None else [],
        **_approval(sheet, found),
    }


def _approval(sheet: Sheet, found: Revision) -> dict[str, Any]:
    """Where it is wanted, of what was agreed; words are for who froze it and who said them."""
    said = PlanApproval.objects.filter(revision=found).select_related("approved_by").first()
    asked = found.because == FrozenBecause.AGREEMENT and wants_approval(found.plan, sheet.at)
    waits = asked and said is None
    may = waits and sheet.takes_part and may_approve(found, sheet.worker, sheet.at)
    me = sheet.request.reader.worker_id
    reads = said is not None and me in (found.frozen_by_id, said.approved_by_id)
    return {"said": said, "reads_words": reads, "waits": waits, "form": JudgeForm() if may else None}
