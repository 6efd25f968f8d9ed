"""What the page of one question shows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from kring.foundation.deadlines.calendar import last_day_of
from kring.foundation.deadlines.queries import due_for
from kring.foundation.ui.addresses import address_of
from kring.foundation.ui.words import day_words
from kring.registry.network.queries import on_duty
from kring.registry.people.models import Family
from kring.registry.people.queries import safe_channel
from kring.support.plans.queries import ended_within_a_year
from kring.support.requests.models import Clock, ClockKind, Handover, Request
from kring.support.requests.queries import Beside, beside, clocks_of, likely_families, story_of
from kring.support.requests.rules import NotAllowed, may_work_on, stands_alone
from kring.support.requests.topics import AgeBand, Topic
from kring.trust.access.http import ReadRequest
from kring.trust.access.queries import DESK_WORK
from kring.web.desk.choices import clock_names
from kring.web.desk.deed_checks import Subject
from kring.web.desk.deeds import DEEDS, Deed
from kring.web.desk.forms import DeedForm
from kring.web.desk.next_step import NextStep, next_step
from kring.web.desk.rows import around, title_of
from kring.web.desk.telling import end_words, told
from kring.web.desk.words import asker_words, door_words, place_words, safety_words


@dataclass(frozen=True, slots=True)
class ShownDeed:
    """A deed on the page: its form, or the sentence why not."""

    deed: Deed
    url: str
    form: DeedForm | None = None
    why_not: str = ""

    @property
    def asks(self) -> bool:
        """Whether it needs more than one tap; its form is made when it is asked for."""
        return bool(self.deed.form.base_fields)


@dataclass(frozen=True, slots=True)
class ShownClock:
    """One clock in words: when it stopped, or how long it still has."""

    name: str
    clock: Clock
    promised: bool


def subject_of(question: Request) -> Subject:
    """The question with the hand-over and the answer that stand now."""
    return _subject(question, beside([question]))


def _subject(question: Request, stands: Beside) -> Subject:
    return Subject(question, stands.handovers.get(question.pk), stands.answers.get(question.pk))


def context_of(
    question: Request, page: ReadRequest, bound: dict[str, DeedForm] | None = None
) -> dict[str, Any]:
    """Everything the template needs; ``bound`` are forms that were sent and not accepted."""
    known, clocks = around([question], page.reader, page.at), clocks_of(question)
    hidden, asker = question.pk in known.beside.hidden, known.persons.get(question.asker_id or 0)
    on = _subject(question, known.beside)
    family = known.families.get(question.family_id or 0)
    deeds = _deeds(on, page, bound or {})
    offered = {name for name, one in deeds.items() if not one.why_not}
    step = next_step(on, offered, page.reader, clocks)
    return {
        "question": question,
        "handover": on.handover,
        "answer": on.answer,
        "alone": stands_alone(question) and not question.family_id,
        "likely": likely_families(page.reader, question, page.at),
        "family": family,
        "plan_ended": _plan_ended(family, question) if family is not None else None,
        "asker": asker,
        "may_open": asker is not None and may_work_on(page.reader, question),
        "may_propose": page.reader.may(DESK_WORK),
        "channel": safe_channel(asker, page.at) if asker is not None else None,
        "title": title_of(question, known),
        **_before_the_yes(question, page.at, hidden=hidden),
        "safety": safety_words(question),
        "door": door_words(question.door),
        "asked_by": asker_words(question.asker_kind),
        "clocks": _clocks(clocks),
        # Who referred the question follows it, and does not read what colleagues write to each other.
        "story": told(story_of(question, clocks), words=may_work_on(page.reader, question)),
        "ended": end_words(question.state) if question.closed_at else "",
        "on_duty": on_duty(question.desk, page.at) if not question.worker_id else [],
        "last_day": last_day_of(question.answer_due_at),
        "next_step": step,
        "next_deeds": _together(step, deeds),
        "groups": _groups(deeds),
    }


def _plan_ended(family: Family, question: Request) -> datetime | None:
    """When the plan of this family ended, where that was less than a year before it asked again."""
    found = ended_within_a_year([family.pk], question.asked_at).get(family.pk)
    return found.ends_at if found is not None else None


def preview_of(handover: Handover, *, hidden: bool) -> list[tuple[str, str]]:
    """All a receiver sees before the yes: sender, kind, ages, municipality and term."""
    question = handover.request
    bands = dict(AgeBand.choices)
    return [
        (_("Wie vraagt het"), handover.from_desk.name),
        (_("Soort vraag"), str(dict(Topic.choices).get(question.topic, _("nog niet bepaald")))),
        (_("Leeftijden"), ", ".join(str(bands.get(b, b)) for b in question.age_bands) or _("onbekend")),
        (_("Gemeente"), place_words(question, hidden=hidden) or _("onbekend")),
        (_("Antwoord ten laatste op"), day_words(last_day_of(handover.return_at))),
    ]


def _clocks(clocks: Iterable[Clock]) -> list[ShownClock]:
    names = clock_names()
    rows = {clock.kind: clock for clock in clocks}
    return [
        ShownClock(names[kind], rows[kind], promised=kind == ClockKind.ANSWER)
        for kind in ClockKind.values
        if kind in rows
    ]


def _deeds(on: Subject, page: ReadRequest, bound: dict[str, DeedForm]) -> dict[str, ShownDeed]:
    shown = {}
    for name, deed in DEEDS.items():
        url = address_of("desk:deed", on.request.key, name)
        try:
            if not deed.check(page.reader, on):
                continue
        except NotAllowed as refused:
            shown[name] = ShownDeed(deed, url, why_not=str(refused))
            continue
        shown[name] = ShownDeed(deed, url, bound.get(name))
    return shown


def deed_context(on: Subject, deed: Deed, page: ReadRequest) -> dict[str, Any]:
    """What the form of one deed needs to stand alone."""
    question = on.request
    known = around([question], page.reader, page.at)
    form = deed.form(question=question, reader=page.reader, at=page.at, prefix=deed.name)
    return {
        "question": question,
        "title": title_of(question, known),
        "one": ShownDeed(deed, address_of("desk:deed", question.key, deed.name), form),
        **_before_the_yes(question, page.at, hidden=question.pk in known.beside.hidden),
    }


def _before_the_yes(question: Request, at: datetime, *, hidden: bool) -> dict[str, Any]:
    """What a receiver sees of a question before saying yes."""
    return {
        "place": place_words(question, hidden=hidden),
        "topic": dict(Topic.choices).get(question.topic, ""),
        "ages": [str(dict(AgeBand.choices).get(band, band)) for band in question.age_bands],
        "term": last_day_of(due_for("handover_return", at)),
    }


WITH = {"dienst-ja": ("dienst-nee",)}
"""What stands beside a next step because it is the other answer to the same question."""
GROUPS = (
    ("antwoord", ("dienst-ja", "dienst-nee", "bevestigd", "hulp", "advies", "antwoord-niet", "steun")),
    ("vraag", ("aanvullen", "eigen-vraag", "gezin", "samenvoegen")),
    ("overdracht", ("nemen", "loslaten", "overdragen", "intrekken-overdracht")),
    ("einde", ("ingetrokken", "bijzondere-weg", "niet-mogelijk")),
)


def _together(step: NextStep | None, deeds: dict[str, ShownDeed]) -> list[ShownDeed]:
    """The deed of the next step with its other answer, taken out of the deeds that stand below."""
    if step is None or not step.deed:
        return []
    return [deeds.pop(name) for name in (step.deed, *WITH.get(step.deed, ())) if name in deeds]


def _groups(deeds: dict[str, ShownDeed]) -> list[dict[str, Any]]:
    """The deeds under their headings; one sentence where a whole group is refused for one reason."""
    headings = {
        "antwoord": _("Antwoord en hulp"),
        "vraag": _("Wat we weten"),
        "overdracht": _("Wie doet dit?"),
        "einde": _("Anders afsluiten"),
    }
    groups = []
    for name, members in GROUPS:
        shown = [deeds[member] for member in members if member in deeds]
        reasons = {one.why_not for one in shown}
        same = len(reasons) == 1 and "" not in reasons and len(shown) > 1
        if shown:
            groups.append(
                {
                    "id": name,
                    "heading": headings[name],
                    "deeds": [] if same else shown,
                    "why_not": next(iter(reasons)) if same else "",
                }
            )
    return groups
