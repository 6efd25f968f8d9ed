from kring.support.meetings.queries.reading import (
    MeetingPage,
    all_own_meetings,
    goals_to_discuss,
    interpreters_to_find,
    meeting_for,
    meeting_page,
    meetings_for,
    minutes_of,
    next_meeting,
    own_meeting,
    own_meetings,
)

__all__ = [
    "MeetingPage",
    "all_own_meetings",
    "goals_to_discuss",
    "interpreters_to_find",
    "meeting_for",
    "meeting_page",
    "meetings_for",
    "minutes_of",
    "next_meeting",
    "own_meeting",
    "own_meetings",
]
