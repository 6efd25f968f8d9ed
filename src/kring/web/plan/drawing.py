"""The goals of a plan as drawn, each with its actions.

Everything from data goes through ``format_html``, which escapes it.
"""

from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from kring.foundation.ui.addresses import address_of
from kring.foundation.ui.templatetags.ui import icon
from kring.support.plans.queries import ToldGoal
from kring.support.plans.states import DROPPED, ENDED
from kring.web.plan.deeds import DEEDS, GOAL
from kring.web.plan.goal_words import outcome_words, said_words, scales_of, whose_words
from kring.web.plan.ladder import drawn_ladder
from kring.web.plan.rows import Rows
from kring.web.plan.scale import drawn_scale, scale_words
from kring.web.plan.sheet import Sheet

CARD = """
<section class="card goal{kind}" id="{place}" tabindex="-1">{heading}
  <div class="goal-head"><div class="goal-said"><p class="kicker">{whose}</p>
  <h3 class="quote" lang="{language}">“{words}”</h3>{said}</div>
  <div class="goal-scales">{scales}</div></div>
  {ladder}{acts}{deeds}
</section>"""
HEADING = "<h2>{}</h2>"
SAID = '<p class="soft">{}</p>'
SCALED = '<p class="goal-scale">{}<small>{}</small></p>'
LINK = '<a class="deed" href="{url}" hx-get="{url}" hx-target="next .slot">{icon}{label}</a>'
PLAIN_LINK = '<a class="deed" href="{url}">{icon}{label}</a>'
TAP = '<button class="deed" form="tik" formaction="{}">{}</button>'
FOOT = '<div class="goal-deeds">{}</div><div class="slot">{}</div>'


def drawn_goals(rows: Rows, goals: Iterable[ToldGoal], heading: str = "") -> SafeString:
    """Cards of goals; the first holds the heading of them all."""
    cards = []
    for told in goals:
        cards.append((drawn_goal(rows, told, heading),))
        heading = ""
    return format_html_join("", "{}", cards)


def drawn_goal(rows: Rows, told: ToldGoal, heading: str = "") -> SafeString:
    """One goal: whose it is, its words, how it goes, and what is done for it."""
    sheet, goal, place = rows.sheet, told.goal, f"doel-{told.goal.key}"
    ended = goal.state in (ENDED, DROPPED)
    said = outcome_words(goal) if ended else said_words(sheet, told)
    return format_html(
        CARD,
        kind=" goal-ended" if ended else "",
        place=place,
        heading=format_html(HEADING, heading) if heading else "",
        whose=whose_words(sheet, told),
        language=goal.words_language,
        words=goal.words,
        said=format_html(SAID, said) if said else "",
        scales=_scales(sheet, told),
        ladder=drawn_ladder(sheet, told) if goal.attainment else "",
        acts=rows.drawn(told.actions),
        deeds=_goal_deeds(sheet, told, rows.slots.get(place)),
    )


def _scales(sheet: Sheet, told: ToldGoal) -> SafeString:
    """A scale for each person who said how it goes, never one for all together."""
    scores = scales_of(sheet, told)
    aim = told.goal.aim
    if not scores:
        return format_html(SCALED, drawn_scale(None, aim), scale_words(None, aim))
    alone = len(told.item.subjects.all()) == 1
    return format_html_join(
        "",
        SCALED,
        (
            (drawn_scale(score, aim), ("" if alone else f"{name} · ") + scale_words(score, aim))
            for name, score in scores
        ),
    )


OPEN_DEEDS = (
    ("afspraak", "plus"),
    ("cijfer", "gauge"),
    ("akkoord", "handshake"),
    ("aanpassen", "pencil"),
)
LEVEL_DEED = ("trap", "trending-up")
"""Where a goal has levels in words, the one of now is chosen."""


def _goal_deeds(sheet: Sheet, told: ToldGoal, slot: SafeString | None) -> SafeString | str:
    if not sheet.may_change:
        return ""
    goal, family = told.goal, sheet.family.key
    if goal.state in (ENDED, DROPPED):
        url = address_of("plan:part_deed", family, GOAL, goal.key, "weer-open")
        return format_html(FOOT, format_html(TAP, url, DEEDS[GOAL, "weer-open"].label), slot or "")
    shown = (*OPEN_DEEDS, LEVEL_DEED) if goal.attainment else OPEN_DEEDS
    links = format_html_join(
        "",
        "{}",
        (
            (
                format_html(
                    LINK,
                    url=address_of("plan:part_deed", family, GOAL, goal.key, name),
                    icon=icon(sign, 16),
                    label=DEEDS[GOAL, name].label,
                ),
            )
            for name, sign in shown
        ),
    )
    url = address_of("chances:for_goal", family, goal.key)
    proposed = format_html(PLAIN_LINK, url=url, icon=icon("search", 16), label=_("Aanbod"))
    return format_html(FOOT, links + proposed, slot or "")
