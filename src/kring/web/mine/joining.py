"""Who asks to help somebody along, as that person answers it themself, or a parent for a small child."""

from dataclasses import dataclass

from kring.trust.access.joining import joins_about, organisation_names
from kring.trust.access.models import JoinAsked
from kring.web.mine.receivers import may_answer_for
from kring.web.mine.seen import Seen


@dataclass(frozen=True, slots=True)
class JoinToAnswer:
    """A worker who asks to help along, and for whom they work now."""

    join: JoinAsked
    organisations: str


def joins_to_answer(seen: Seen) -> list[JoinToAnswer]:
    """What waits for a yes or no of this person, the oldest first."""
    joins = joins_about(may_answer_for(seen), seen.at)
    return [JoinToAnswer(join, organisation_names(join.worker, seen.at)) for join in joins]
