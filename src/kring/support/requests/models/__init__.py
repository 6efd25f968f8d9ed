from kring.support.requests.models.answer import Answer, AnswerKind
from kring.support.requests.models.handover import AnswerLink, Handover, RefusalReason
from kring.support.requests.models.intake import (
    Decision,
    IntakeDecision,
    IntakeMeeting,
    LightContact,
)
from kring.support.requests.models.request import (
    UNSAFE,
    AskerKind,
    Clock,
    ClockKind,
    Discuss,
    Door,
    Holding,
    HomeSafe,
    Kind,
    Request,
)
from kring.support.requests.models.staging import StagedFile, StagedRow
from kring.support.requests.models.tiles import RegionTiles

__all__ = [
    "UNSAFE",
    "Answer",
    "AnswerKind",
    "AnswerLink",
    "AskerKind",
    "Clock",
    "ClockKind",
    "Decision",
    "Discuss",
    "Door",
    "Handover",
    "Holding",
    "HomeSafe",
    "IntakeDecision",
    "IntakeMeeting",
    "Kind",
    "LightContact",
    "RefusalReason",
    "RegionTiles",
    "Request",
    "StagedFile",
    "StagedRow",
]
