"""Answers of the index as a page shows them: names in the language of the screen, reasons in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from kring.foundation.deadlines.calendar import local_day
from kring.foundation.records.local_text import in_language
from kring.offer.directory.search.documents import Answer, Hit, Note, Point, Why
from kring.offer.directory.states import CLOSED_FOR_NOW
from kring.web.finding.asked import FURTHEST, PAGE, Asked
from kring.web.finding.found_map import FoundMap, found_map
from kring.web.finding.place import Place
from kring.web.finding.words import ages, distance, free_words, reason

MOST_COUNTED = 100
SPELLED_OUT = {Why.NEAR, Why.REMOTE, Why.AGE, Why.FREE_NOW}
"""Reasons that stand beside the name already."""


@dataclass(frozen=True, slots=True)
class Found:
    """One service in the list; ``number`` is that of its dot on the map, ``new`` of a kept search."""

    number: int
    key: str
    url: str
    name: str
    of: str
    where: str
    distance: str
    text: str
    ages: str
    free: str
    free_now: bool
    closed: bool
    stale: bool
    reasons: tuple[str, ...]
    point: tuple[float, float] | None
    new: bool = False


def found_of(answer: Answer, asked: Asked, at: datetime) -> list[Found]:
    """The hits of one page."""
    first = (asked.bladzijde - 1) * PAGE + 1
    today = local_day(at)
    return [_found(hit, number, today) for number, hit in enumerate(answer.hits, start=first)]


def _found(hit: Hit, number: int, today: date) -> Found:
    shown = hit.shown
    free = _free(shown)
    until = shown["until"]
    point = shown["point"]
    return Found(
        number=number,
        key=hit.key,
        url=reverse("finding:service", args=[hit.key]),
        name=in_language(shown["name"]),
        of=in_language(shown["of"]),
        where=_where(shown),
        distance=_distance(hit),
        text=in_language(shown["text"]) if shown["text"] else "",
        ages=ages(*shown["ages"], expecting=shown["expecting"]),
        free=free_words(*free) if free else "",
        free_now=bool(free and free[0]),
        closed=shown["state"] == CLOSED_FOR_NOW,
        stale=bool(until) and local_day(datetime.fromisoformat(until)) <= today,
        reasons=tuple(_reasons(hit)),
        point=(point[0], point[1]) if point else None,
    )


def _reasons(hit: Hit) -> Iterator[str]:
    """What is not beside the name already; that a word stands in the name says the name itself."""
    for why in hit.reasons:
        if why.code in SPELLED_OUT or (why.code == Why.IN_NAME and why.word == why.found):
            continue
        if words := reason(why, None):
            yield words


def _free(shown: Any) -> tuple[int, date] | None:
    if not shown["free"]:
        return None
    places, stated_at = shown["free"]
    return int(places), local_day(datetime.fromisoformat(stated_at))


def _where(shown: Any) -> str:
    parts = [in_language(shown["at"]) if shown["at"] else "", shown["street"], shown["town"]]
    return ", ".join(dict.fromkeys(part for part in parts if part))


def _distance(hit: Hit) -> str:
    if hit.km is not None:
        return distance(hit.km)
    return _("op afstand of aan huis") if hit.remote else ""


def count_words(answer: Answer) -> str:
    """How many there are; of many no more than that."""
    if answer.total > MOST_COUNTED:
        return _("Meer dan %(number)s gevonden") % {"number": MOST_COUNTED}
    return _("%(number)s gevonden") % {"number": answer.total}


def remarks(answer: Answer, asked: Asked, place: Place | None) -> list[str]:
    """What to say about the question itself."""
    said = [
        _("We zochten ook naar “%(found)s” (je typte “%(word)s”).") % {"word": word, "found": found}
        for word, found in answer.read_as.items()
    ]
    if Note.LOOSENED in answer.notes and answer.hits:
        said.append(_("Niets past bij al je woorden samen. Dit komt er het dichtst bij."))
    if Note.SHORTENED in answer.notes:
        said.append(_("Je vraag is lang. We zochten met de eerste woorden."))
    if Note.NO_WORDS in answer.notes:
        said.append(_("In wat je typte, staat geen woord om op te zoeken. Dit is wat er is."))
    if asked.waar and place is None:
        said.append(_("We vinden geen gemeente “%(text)s”. We zochten overal.") % {"text": asked.waar})
    if place is not None and place.guessed:
        said.append(_("We lazen “%(text)s” als %(name)s.") % {"text": asked.waar, "name": place.name})
    return said


def turned(asked: Asked, answer: Answer) -> tuple[str, str]:
    """The addresses of the page before and the page behind; empty where there is none."""
    page = asked.bladzijde
    before = asked.address(bladzijde=page - 1) if page > 1 else ""
    more = page < FURTHEST and len(answer.hits) == PAGE and answer.total > page * PAGE
    return before, asked.address(bladzijde=page + 1) if more else ""


def drawn(found: list[Found], place: Place | None) -> FoundMap:
    """What is found on this page, on a map around where was asked."""
    spots = [(one.number, one.name, Point(*one.point)) for one in found if one.point]
    return found_map(spots, place.point if place else None)
