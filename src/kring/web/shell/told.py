"""Messages beside what each tells of, as its reader may see it: a goal, or a spoken message."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from kring.support.documents.models import ITEM_KIND as DOCUMENT
from kring.support.documents.models import Document
from kring.support.documents.queries import documents_by_key
from kring.support.messages.models import FamilyMessage
from kring.support.plans.models import Goal
from kring.support.plans.queries import GOAL, goals_by_key
from kring.trust.access.readers import Reader


@dataclass(frozen=True, slots=True)
class Told:
    """A message, and the goal or the spoken message it tells of; none the reader may not see."""

    message: FamilyMessage
    goal: Goal | None
    spoken: Document | None


def told_by(reader: Reader, talk: Sequence[FamilyMessage], at: datetime) -> list[Told]:
    """Each message with what it tells of."""
    goals = goals_by_key(reader, (one.about_key for one in talk if one.about_kind == GOAL), at)
    keys = [one.about_key for one in talk if one.about_kind == DOCUMENT and one.about_key]
    spoken = documents_by_key(reader, keys, at)
    return [Told(one, goals.get(one.about_key), spoken.get(one.about_key)) for one in talk]  # type: ignore[arg-type]
