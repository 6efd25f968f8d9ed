from kring.support.meetings.models.around import (
    AgendaPoint,
    Decision,
    GenderWish,
    Interpreter,
    Invitee,
    Minutes,
    Says,
)
from kring.support.meetings.models.meeting import Meeting, MeetingKind, Where

__all__ = [
    "AgendaPoint",
    "Decision",
    "GenderWish",
    "Interpreter",
    "Invitee",
    "Meeting",
    "MeetingKind",
    "Minutes",
    "Says",
    "Where",
]
