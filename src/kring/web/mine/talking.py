"""How somebody reaches their helper: what was written last, and when they can be called."""

from typing import Any

from kring.support.messages.queries import last_call_of, talk_with
from kring.support.messages.rules import may_call
from kring.web.mine.anchor import anchor_of
from kring.web.mine.seen import Seen
from kring.web.mine.talk_forms import slots


def reaching(seen: Seen) -> dict[str, Any]:
    """For the first page: the anchor person, an answer that came last, and the next hour for a call."""
    anchor = anchor_of(seen.person, seen.at)
    if anchor is None:
        return {"anchor": None}
    said = talk_with(seen.reader, seen.person, seen.at)
    return {
        "anchor": anchor,
        "answered": said[-1] if said and said[-1].from_worker_id is not None else None,
        "call": last_call_of(seen.person),
        "call_after": slots(seen.at)[0] if may_call(seen.person, seen.at) else None,
    }
