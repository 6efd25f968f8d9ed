"""Five faces with words for how it goes: an easier way to say a score of 0 to 10."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Face:
    """One of the five: the score that is kept when it is chosen, and up to which it is shown."""

    score: int
    up_to: int
    words: str | Promise
    icon: str


FACES = (
    Face(1, 1, _("gaat niet"), "frown"),
    Face(3, 3, _("moeilijk"), "annoyed"),
    Face(5, 6, _("gaat wel"), "meh"),
    Face(7, 8, _("beter"), "smile"),
    Face(9, 10, _("gaat goed"), "laugh"),
)
SCORES = tuple(face.score for face in FACES)


def face_of(score: int) -> Face:
    """The face that shows this score (0 to 10)."""
    return next(face for face in FACES if score <= face.up_to)
