from kring.support.requests.queries.basic import (
    handovers_to_remind,
    handovers_to_return,
    handovers_waiting_for,
    latest_closed_of,
    link_by_token,
    open_requests,
    request_by_code,
    requests_visible_to,
)
from kring.support.requests.queries.meeting import caseloads, minutes_of, next_to_discuss
from kring.support.requests.queries.story import story_of
from kring.support.requests.queries.tiles import tiles_of
from kring.support.requests.queries.told import (
    light_contacts_on,
    link_is_alive,
    place_is_protected,
    standing_answer,
    waiting_handover,
)
from kring.support.requests.queries.worklist import (
    Cursor,
    Page,
    Scope,
    counts_up_to,
    handovers_page,
    requests_page,
)

__all__ = [
    "Cursor",
    "Page",
    "Scope",
    "caseloads",
    "counts_up_to",
    "handovers_page",
    "handovers_to_remind",
    "handovers_to_return",
    "handovers_waiting_for",
    "latest_closed_of",
    "light_contacts_on",
    "link_by_token",
    "link_is_alive",
    "minutes_of",
    "next_to_discuss",
    "open_requests",
    "place_is_protected",
    "request_by_code",
    "requests_page",
    "requests_visible_to",
    "standing_answer",
    "story_of",
    "tiles_of",
    "waiting_handover",
]
