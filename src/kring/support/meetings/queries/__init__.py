from kring.support.meetings.queries.reading import (
    MeetingPage,
    goals_to_discuss,
    interpreters_to_find,
    meeting_for,
    meeting_page,
    meetings_for,
    next_meeting,
    own_meeting,
    own_meetings,
)

__all__ = [
    "MeetingPage",
    "goals_to_discuss",
    "interpreters_to_find",
    "meeting_for",
    "meeting_page",
    "meetings_for",
    "next_meeting",
    "own_meeting",
    "own_meetings",
]
