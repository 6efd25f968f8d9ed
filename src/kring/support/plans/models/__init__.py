from kring.support.plans.models.child import ChildLine, SafetyAgreement
from kring.support.plans.models.evaluation import (
    Decision,
    Evaluation,
    EvaluationPresence,
    PlanApproval,
    PlanPolicy,
)
from kring.support.plans.models.goal import (
    SAYABLE,
    Action,
    Goal,
    GoalAgreement,
    GoalLevel,
    GoalScore,
    Moment,
    Outcome,
    Said,
)
from kring.support.plans.models.plan import AfterCare, Plan, PlanEnd, PlanTemplate, Remark, RemarkKind
from kring.support.plans.models.revision import FrozenBecause, Revision, RevisionPart
from kring.support.plans.models.team import HelperWish, LeftBecause, TeamMember, WishKind

__all__ = [
    "SAYABLE",
    "Action",
    "AfterCare",
    "ChildLine",
    "Decision",
    "Evaluation",
    "EvaluationPresence",
    "FrozenBecause",
    "Goal",
    "GoalAgreement",
    "GoalLevel",
    "GoalScore",
    "HelperWish",
    "LeftBecause",
    "Moment",
    "Outcome",
    "Plan",
    "PlanApproval",
    "PlanEnd",
    "PlanPolicy",
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
