from kring.support.plans.models.child import ChildLine, SafetyAgreement
from kring.support.plans.models.goal import (
    Action,
    Goal,
    GoalAgreement,
    GoalScore,
    Moment,
    Outcome,
    Said,
)
from kring.support.plans.models.plan import AfterCare, Plan, PlanEnd, PlanTemplate, Remark, RemarkKind
from kring.support.plans.models.revision import FrozenBecause, Revision, RevisionPart
from kring.support.plans.models.team import HelperWish, LeftBecause, TeamMember, WishKind

__all__ = [
    "Action",
    "AfterCare",
    "ChildLine",
    "FrozenBecause",
    "Goal",
    "GoalAgreement",
    "GoalScore",
    "HelperWish",
    "LeftBecause",
    "Moment",
    "Outcome",
    "Plan",
    "PlanEnd",
    "PlanTemplate",
    "Remark",
    "RemarkKind",
    "Revision",
    "RevisionPart",
    "SafetyAgreement",
    "Said",
    "TeamMember",
    "WishKind",
]
