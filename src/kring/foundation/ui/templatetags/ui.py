"""What templates may ask: time in words, a promise as a bar, an icon, a readable code."""

from datetime import date, datetime
from functools import lru_cache

import lucide
from django import template
from django.contrib.messages.storage.base import Message
from django.forms import BoundField, CheckboxInput
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from kring.foundation.keys import sealing
from kring.foundation.ui import words

BAR = (
    '<div class="promise"><svg class="bar bar-{}" viewBox="0 0 100 10" preserveAspectRatio="none" '
    'aria-hidden="true" focusable="false"><rect class="bar-back" width="100" height="10"/>'
    '<rect class="bar-fill" width="{}" height="10" rx="2"/></svg>'
    '<span class="chip chip-{}">{}</span></div>'
)

register = template.Library()

NOTICE_ICONS = {
    "ok": "circle-check",
    "info": "info",
    "soon": "clock-alert",
    "late": "triangle-alert",
    "plum": "heart-handshake",
}
MESSAGE_KINDS = {"success": "ok", "warning": "soon", "error": "late"}

register.filter("day_words", words.day_words)
register.filter("short_day_words", words.short_day_words)
register.filter("moment_words", words.moment_words)
register.filter("clock_words", words.clock_words)
register.filter("days_left_words", words.days_left_words)
register.filter("days_left_kind", words.days_left_kind)
register.filter("language_name", words.language_name)
register.filter("phone_words", words.phone_words)


@register.filter
def after_days(start: datetime, end: datetime) -> str:
    """How long it took from start to end: na 9 dagen."""
    return words.after_days_words(start, end)


@register.filter
def readable_code(code: str) -> str:
    """A code in groups of four."""
    return sealing.readable_code(code.replace("-", ""))


@register.simple_tag
def promise_clock(
    starts: datetime | None,
    due: datetime | None,
    at: datetime | None,
    *,
    said: str = "",
    kind: str = "",
    still: object = None,
) -> words.Clock:
    """The bar of a promise; ``said`` and ``kind`` replace what follows from the days.

    ``still`` shows a promise whose clock no longer runs (kept, or ended otherwise) at ``at``.
    """
    if starts is None or due is None or at is None:
        return words.Clock(0, said, kind or "still")
    percent = words.percent_gone(starts, due, at)
    if still:
        return words.Clock(percent, said or words.after_days_words(starts, at), kind or "still")
    days = words.days_to_go(due, at)
    return words.Clock(percent, said or words.words_of_days(days), kind or words.kind_of_days(days))


@register.simple_tag
def promise_bar(
    starts: datetime | None,
    due: datetime | None,
    at: datetime | None,
    *,
    said: str = "",
    kind: str = "",
    still: object = None,
) -> SafeString:
    """The bar of a promise as drawn: a list has one on every row, so it is no template."""
    clock = promise_clock(starts, due, at, said=said, kind=kind, still=still)
    return _drawn_bar(clock)


@lru_cache(maxsize=4096)
def _drawn_bar(clock: words.Clock) -> SafeString:
    return format_html(BAR, clock.kind, clock.percent, clock.chip, clock.words)


@register.simple_tag
@lru_cache(maxsize=256)
def icon(name: str, size: int | str = 20) -> SafeString:
    """A lucide icon, hidden from screen readers: words stand beside it."""
    drawn = lucide._render_icon(
        str(name), int(size), **{"class": "icon", "aria_hidden": "true", "focusable": "false"}
    )
    return mark_safe(drawn)  # noqa: S308 - from the icon set, not from data


@register.filter
def notice_icon(kind: str) -> str:
    """The icon of a notice of this kind."""
    return NOTICE_ICONS.get(kind, "info")


@register.filter
def notice_kind(message: Message) -> str:
    """The kind of notice for a message of the framework."""
    return MESSAGE_KINDS.get(message.level_tag, "info")


@register.filter
def is_tick(field: BoundField) -> bool:
    """Whether a field is one box to tick, whose label stands after it."""
    return isinstance(field.field.widget, CheckboxInput)


@register.filter
def first_id(field: BoundField) -> str:
    """The id of the control where an error of this field is put right."""
    return field.id_for_label or f"{field.auto_id}_0"


@register.filter
def initials(name: str) -> str:
    """Two letters for the round sign of a person: Lotte Claes becomes LC."""
    parts = [part for part in name.split() if part[:1].isalpha()]
    return "".join(part[0] for part in (parts[:1] + parts[-1:] if len(parts) > 1 else parts)).upper()


@register.filter
def day_tag(day: date | datetime, at: datetime | None = None) -> SafeString:
    """A day in words inside its time element."""
    return format_html(
        '<time datetime="{}">{}</time>', words.local_date(day).isoformat(), words.day_words(day, at)
    )
