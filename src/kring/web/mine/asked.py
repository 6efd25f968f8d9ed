"""What somebody asked of their team, and what was answered."""

from datetime import timedelta

from django.utils.translation import gettext as _

from kring.foundation.records.local_text import choice_words
from kring.foundation.ui.words import day_words
from kring.support.plans.models import HelperWish, WishKind
from kring.support.plans.queries import wishes_of
from kring.web.mine.seen import Entry, Line, Seen

SHOWN_FOR = timedelta(days=14)
"""So long the first page says that there is an answer; it stays to be read after that."""


def answered_lately(seen: Seen) -> HelperWish | None:
    """The wish that was answered last, while that is news."""
    since = seen.at - SHOWN_FOR
    fresh = [one for one in wishes_of(seen.reader) if one.answered_at and one.answered_at >= since]
    return fresh[0] if fresh else None


def wishes(seen: Seen) -> list[Entry]:
    """Each with its words and its answer."""
    return [_wish(one, seen) for one in wishes_of(seen.reader)]


def _wish(one: HelperWish, seen: Seen) -> Entry:
    lines: list[Line] = [(_("Jouw woorden"), one.words), (_("Het antwoord"), one.answer_words)]
    heading = f"{choice_words(WishKind, one.kind)}, {day_words(one.asked_at, seen.at)}"
    return Entry(heading, [(label, text) for label, text in lines if text])
