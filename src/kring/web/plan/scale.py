"""The scale of a goal: ten steps with where it began, where it stands and where it is to go."""

from dataclasses import dataclass
from functools import lru_cache

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

STEPS = range(1, 11)
WIDE, GAP, HIGH = 13, 3, 12
SCALE = (
    '<svg class="scale" viewBox="-1 -1 {} {}" width="{}" height="{}" '
    'aria-hidden="true" focusable="false">{}</svg>'
)
PIP = '<rect class="pip{}" x="{}" width="{}" height="{}" rx="4"/>'


@dataclass(frozen=True, slots=True)
class Score:
    """How a goal went for one person at the start and how it goes now, 0 to 10."""

    start: int
    now: int


@lru_cache(maxsize=2048)
def drawn_scale(score: Score | None, aim: int | None) -> SafeString:
    """The steps as a picture; the words beside it say the same."""
    pips = format_html_join("", PIP, (_pip(step, score, aim) for step in STEPS))
    width = len(STEPS) * (WIDE + GAP) - GAP + 2
    return format_html(SCALE, width, HIGH + 2, width, HIGH + 2, pips)


def _pip(step: int, score: Score | None, aim: int | None) -> tuple[str, int, int, int]:
    kinds = ""
    if score is not None:
        if step <= score.now:
            kinds = " pip-was" if step <= score.start < score.now else " pip-now"
        elif step <= score.start:
            kinds = " pip-lost"
    if step == aim:
        kinds += " pip-aim"
    return kinds, (step - 1) * (WIDE + GAP), WIDE, HIGH


@lru_cache(maxsize=2048)
def _words(score: Score | None, aim: int | None, _language: str | None) -> str:
    if score is None:
        said = _("Nog geen cijfer")
    elif score.start == score.now:
        said = _("Staat op %(now)s") % {"now": score.now}
    else:
        said = _("Van %(start)s naar %(now)s") % {"start": score.start, "now": score.now}
    if aim is None:
        return said
    return _("%(said)s · bedoeling: %(aim)s") % {"said": said, "aim": aim}


def scale_words(score: Score | None, aim: int | None) -> str:
    """The same in words."""
    return _words(score, aim, get_language())
