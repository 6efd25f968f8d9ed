"""The goals of a plan with their actions, as drawn: two hundred rows, so they are no template.

Everything from data goes through ``format_html``, which escapes it. The ticks of all actions belong
to one form of the page (``tik``), so that a page holds its form token once.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from kring.foundation.ui.addresses import address_of
from kring.foundation.ui.templatetags.ui import icon
from kring.support.plans.models import Action
from kring.support.plans.queries import ToldAction, ToldGoal
from kring.support.plans.states import DONE, DROPPED, ENDED, LEFT
from kring.web.plan.deeds import ACTION, DEEDS, GOAL
from kring.web.plan.goal_words import outcome_words, said_words, scales_of, whose_words
from kring.web.plan.scale import drawn_scale, scale_words
from kring.web.plan.sheet import Sheet
from kring.web.plan.words import action_chip

type Slots = Mapping[str, SafeString]
"""What stands open on the page, by its place."""

CARD = """
<section class="card goal{kind}" id="{place}" tabindex="-1">{heading}
  <div class="goal-head"><div class="goal-said"><p class="kicker">{whose}</p>
  <h3 class="quote" lang="{language}">“{words}”</h3>{said}</div>
  <div class="goal-scales">{scales}</div></div>
  {acts}{deeds}
</section>"""
HEADING = "<h2>{}</h2>"
SAID = '<p class="soft">{}</p>'
SCALED = '<p class="goal-scale">{}<small>{}</small></p>'
ACTS = '<ul class="acts">{}</ul>'
ROW = """
<li class="act{kind}" id="{place}">{tick}<span class="what" lang="{language}">{words}</span>\
<span class="who">{who}</span><span class="chip{chip_kind}">{chip}</span>{more}</li>"""
TICK = (
    '<button class="tick" form="tik" formaction="{url}" hx-post="{url}" hx-target="closest li" '
    'hx-swap="outerHTML" role="checkbox" aria-checked="{checked}" aria-label="{label}"{focus}></button>'
)
STILL = '<span class="tick" role="img" aria-label="{}"></span>'
MORE = (
    '<a class="more" href="{url}" hx-get="{url}" hx-target="next .slot" aria-label="{label}">{icon}</a>'
    '<div class="slot">{slot}</div>'
)
LINK = '<a class="deed" href="{url}" hx-get="{url}" hx-target="next .slot">{icon}{label}</a>'
TAP = '<button class="deed" form="tik" formaction="{}">{}</button>'
FOOT = '<div class="goal-deeds">{}</div><div class="slot">{}</div>'


def drawn_goals(
    sheet: Sheet, goals: Iterable[ToldGoal], today: date, slots: Slots, heading: str = ""
) -> SafeString:
    """Cards of goals; the first holds the heading of them all."""
    cards = []
    for told in goals:
        cards.append((drawn_goal(sheet, told, today, slots, heading),))
        heading = ""
    return format_html_join("", "{}", cards)


def drawn_goal(sheet: Sheet, told: ToldGoal, today: date, slots: Slots, heading: str = "") -> SafeString:
    """One goal: whose it is, its words, how it goes, and what is done for it."""
    goal, place = told.goal, f"doel-{told.goal.key}"
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
        acts=_acts(sheet, told.actions, today, slots),
        deeds=_goal_deeds(sheet, told, slots.get(place)),
    )


def _scales(sheet: Sheet, told: ToldGoal) -> SafeString:
    """A scale for each person who said how it goes, never one for all together."""
    rows = scales_of(sheet, told)
    aim = told.goal.aim
    if not rows:
        return format_html(SCALED, drawn_scale(None, aim), scale_words(None, aim))
    alone = len(told.item.subjects.all()) == 1
    return format_html_join(
        "",
        SCALED,
        (
            (drawn_scale(score, aim), ("" if alone else f"{name} · ") + scale_words(score, aim))
            for name, score in rows
        ),
    )


def _acts(sheet: Sheet, actions: list[ToldAction], today: date, slots: Slots) -> SafeString | str:
    if not actions:
        return ""
    rows = (
        (drawn_action(sheet, one.action, today, slots.get(f"afspraak-{one.action.key}")),)
        for one in actions
    )
    return format_html(ACTS, format_html_join("", "{}", rows))


def drawn_given(sheet: Sheet, actions: list[ToldAction], today: date, slots: Slots) -> SafeString | str:
    """Actions whose goal this reader may not see."""
    return _acts(sheet, actions, today, slots)


def drawn_action(
    sheet: Sheet,
    action: Action,
    today: date,
    slot: SafeString | None = None,
    *,
    focused: bool = False,
) -> SafeString:
    """One action: done or not, what, who, and by when."""
    chip = action_chip(action, sheet.at, today)
    over = action.state in (DONE, LEFT)
    return format_html(
        ROW,
        kind=" act-over" if over else "",
        place=f"afspraak-{action.key}",
        tick=_tick(sheet, action, focused),
        language=action.words_language,
        words=action.words,
        who=doer_words(sheet, action),
        chip_kind=f" chip-{chip.kind}" if chip.kind else "",
        chip=chip.words,
        more=_more(sheet, action, slot),
    )


def _tick(sheet: Sheet, action: Action, focused: bool) -> SafeString:  # noqa: FBT001
    over = action.state in (DONE, LEFT)
    if not sheet.may_change:
        return format_html(STILL, _("Gedaan") if action.state == DONE else _("Nog niet gedaan"))
    return format_html(
        TICK,
        url=address_of(
            "plan:part_deed", sheet.family.key, ACTION, action.key, "weer-open" if over else "gedaan"
        ),
        checked="true" if action.state == DONE else "false",
        label=_("Gedaan: %(words)s") % {"words": action.words},
        focus=format_html("{}", " autofocus") if focused else "",
    )


def _more(sheet: Sheet, action: Action, slot: SafeString | None) -> SafeString | str:
    if not sheet.may_change:
        return ""
    return format_html(
        MORE,
        url=address_of("plan:part_deed", sheet.family.key, ACTION, action.key, "aanpassen"),
        label=_("Aanpassen: %(words)s") % {"words": action.words},
        icon=icon("ellipsis", 18),
        slot=slot or "",
    )


def doer_words(sheet: Sheet, action: Action) -> str:
    """Who does it, as this reader may know them."""
    if action.doer_person is not None:
        return sheet.first_name(action.doer_person)
    service = action.doer_worker or action.doer_organisation
    return service.name if service is not None else action.doer_words


OPEN_DEEDS = (
    ("afspraak", "plus"),
    ("cijfer", "gauge"),
    ("akkoord", "handshake"),
    ("aanpassen", "pencil"),
)


def _goal_deeds(sheet: Sheet, told: ToldGoal, slot: SafeString | None) -> SafeString | str:
    if not sheet.may_change:
        return ""
    goal, family = told.goal, sheet.family.key
    if goal.state in (ENDED, DROPPED):
        url = address_of("plan:part_deed", family, GOAL, goal.key, "weer-open")
        return format_html(FOOT, format_html(TAP, url, DEEDS[GOAL, "weer-open"].label), slot or "")
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
            for name, sign in OPEN_DEEDS
        ),
    )
    return format_html(FOOT, links, slot or "")
