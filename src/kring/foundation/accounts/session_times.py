"""How long a session lives: a short while without use, and never longer than a working day."""

from datetime import datetime

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase

STARTED = "started_at"
SEEN = "seen_at"
SEEN_STEP = 60
"""Seconds between two writes of ``seen_at``: a session ends up to this much early, never late."""


def start_session(session: SessionBase, at: datetime) -> None:
    session[STARTED] = session[SEEN] = at.timestamp()


def is_over(session: SessionBase, at: datetime) -> bool:
    """Whether the session was unused too long, or is too old however much it was used."""
    now = at.timestamp()
    idle = now - session.get(SEEN, now)
    age = now - session.get(STARTED, now)
    return bool(idle >= settings.SESSION_IDLE_MINUTES * 60 or age >= settings.SESSION_HOURS * 3600)


def touch(session: SessionBase, at: datetime) -> None:
    """Remember that the session is in use, at most once a minute."""
    if STARTED not in session:
        start_session(session, at)
    elif at.timestamp() - session.get(SEEN, 0) >= SEEN_STEP:
        session[SEEN] = at.timestamp()
