"""The levels of a goal on the worker's page: where it stands, what each level is, and how it went.

Everything from data goes through ``format_html``, which escapes it.
"""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from kring.foundation.ui.words import day_words
from kring.support.plans.attainment import described, level_of
from kring.support.plans.models import GoalLevel
from kring.support.plans.queries import ToldGoal
from kring.web.plan.sheet import Sheet

LADDER = """
<div class="ladder"><p class="row"><span class="soft">{heading}</span>
<span class="chip{kind}">{now}</span></p>
<details class="fold"><summary>{all}</summary><ol class="rungs">{rungs}</ol>{history}</details></div>"""
RUNG = '<li class="rung{kind}"{current}><span class="rung-sign">{sign}</span><span>{words}</span></li>'
HISTORY = '<h4>{}</h4><ul class="lines">{}</ul>'
ONCE = "<li><span>{}</span><small>{}</small></li>"


def drawn_ladder(sheet: Sheet, told: ToldGoal) -> SafeString | str:
    """The levels of one goal; nothing where they are not used."""
    goal = told.goal
    levels = described(goal.attainment)
    if not levels:
        return ""
    rungs = format_html_join("", RUNG, (_rung(goal.level, one.number, words) for one, words in levels))
    return format_html(
        LADDER,
        heading=_("Trap nu"),
        kind=" chip-ok" if goal.level is not None and goal.level >= 0 else "",
        now=_("nog niet gekozen") if goal.level is None else _named(goal.level),
        all=_("Alle trappen, en hoe het ging"),
        rungs=rungs,
        history=_history(sheet, told.levels),
    )


def _named(number: int) -> str:
    level = level_of(number)
    return f"{level.sign} · {level.words}"


def _rung(now: int | None, number: int, words: str) -> dict[str, str | SafeString]:
    here = number == now
    return {
        "kind": " rung-now" if here else "",
        "current": format_html(' aria-current="{}"', "true") if here else "",
        "sign": level_of(number).sign,
        "words": words,
    }


def _history(sheet: Sheet, levels: list[GoalLevel]) -> SafeString | str:
    """Each time it was said, the newest first."""
    if not levels:
        return ""
    rows = ((_named(one.level), day_words(one.said_at, sheet.at)) for one in reversed(levels))
    return format_html(HISTORY, _("Hoe het ging"), format_html_join("", ONCE, rows))
