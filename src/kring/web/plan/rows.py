"""The actions of a plan as drawn, two hundred on a page: what is the same for all is said once.

Everything from data goes through ``format_html``, which escapes it. The ticks of all actions belong
to one form of the page (``tik``), so that a page holds its form token once.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kring.foundation.ui.addresses import address_of
from kring.support.plans.models import Action
from kring.support.plans.queries import ToldAction
from kring.support.plans.states import DONE, LEFT
from kring.web.plan.deeds import ACTION
from kring.web.plan.sheet import Sheet
from kring.web.plan.words import action_chip

type Slots = Mapping[str, SafeString]
"""What stands open on the page, by its place."""

ACTS = '<ul class="acts" hx-target="closest li" hx-swap="outerHTML">{}</ul>'
SAID = (
    '<span class="what" lang="{language}">{words}{offer}</span><span class="who">{who}</span>'
    '<span class="chip{chip_kind}">{chip}</span>'
)
ROW = (
    '\n<li class="act{kind}" id="afspraak-{key}"><button class="tick" form="tik" '
    'formaction="{base}{verb}/" hx-post="{base}{verb}/" role="checkbox" aria-checked="{checked}" '
    'aria-label="{done}: {words}"{focus}></button>' + SAID + '<a class="more" '
    'href="{base}aanpassen/" hx-get="{base}aanpassen/" hx-target="next .slot" hx-swap="innerHTML" '
    'aria-label="{change}: {words}"></a><div class="slot">{slot}</div></li>'
)
OFFER = ' <a href="{}" lang="{}">{}</a>'
STILL = (
    '\n<li class="act{kind}" id="afspraak-{key}"><span class="tick" role="img" '
    'aria-label="{still}"></span>' + SAID + "</li>"
)


class Rows:
    """Draws the actions of one page."""

    def __init__(self, sheet: Sheet, today: date, slots: Slots | None = None) -> None:
        self.sheet, self.today, self.slots = sheet, today, slots or {}
        self.row = ROW if sheet.may_change else STILL
        said = (_("Gedaan"), _("Aanpassen"), _("Nog niet gedaan"), _("Bekijk het aanbod"))
        self.done, self.change, self.not_done, self.see = map(conditional_escape, said)

    def drawn(self, actions: list[ToldAction]) -> SafeString | str:
        """The list; nothing where there is none."""
        if not actions:
            return ""
        return format_html(
            ACTS, format_html_join("", self.row, self._all(one.action for one in actions))
        )

    def one(self, action: Action) -> SafeString:
        """One row that is drawn anew after a tap: the tick keeps the focus."""
        focus = format_html("{}", " autofocus")
        return format_html(self.row, **self._cells(action) | {"focus": focus})

    def _all(self, actions: Iterable[Action]) -> Iterator[dict[str, str]]:
        return (self._cells(action) for action in actions)

    def _cells(self, action: Action) -> dict[str, str]:
        over, done = action.state in {DONE, LEFT}, action.state == DONE
        chip = action_chip(action, self.sheet.at, self.today)
        cells = {
            "kind": " act-over" if over else "",
            "key": str(action.key),
            "language": action.words_language,
            "words": action.words,
            "offer": self._offer(action),
            "who": doer_words(self.sheet, action),
            "chip_kind": f" chip-{chip.kind}" if chip.kind else "",
            "chip": chip.words,
        }
        if not self.sheet.may_change:
            return cells | {"still": self.done if done else self.not_done}
        address = address_of("plan:part_deed", self.sheet.family.key, ACTION, action.key, "gedaan")
        return cells | {
            "base": address.removesuffix("gedaan/"),
            "verb": "weer-open" if over else "gedaan",
            "checked": "true" if done else "false",
            "done": self.done,
            "change": self.change,
            "focus": "",
            "slot": self.slots.get(f"afspraak-{action.key}", ""),
        }

    def _offer(self, action: Action) -> SafeString | str:
        """Where the service it is about is told of."""
        if action.service_key is None:
            return ""
        address = address_of("finding:service", action.service_key)
        return format_html(OFFER, address, get_language() or "nl", self.see)


def doer_words(sheet: Sheet, action: Action) -> str:
    """Who does it, as this reader may know them."""
    if action.doer_person is not None:
        return sheet.first_name(action.doer_person)
    service = action.doer_worker or action.doer_organisation
    return service.name if service is not None else action.doer_words
