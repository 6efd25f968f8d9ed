"""What lies on the table of an intake meeting, and its minutes."""

from typing import Any

from kring.foundation.journal import ledger
from kring.registry.network.models import Partnership
from kring.support.requests.models import Discuss, IntakeMeeting, Request
from kring.support.requests.queries import (
    caseloads,
    coaches_of,
    minutes_of,
    next_to_discuss,
    with_protected_address,
)
from kring.support.requests.topics import AgeBand, Topic
from kring.trust.access.http import ReadRequest
from kring.trust.access.readers import Reader
from kring.web.desk.choices import decision_words
from kring.web.desk.meeting_form import DecisionForm
from kring.web.desk.rows import around, title_of
from kring.web.desk.words import anonymous_title, place_words, safety_words

KEYS = {
    "coach": "c",
    "psychologist": "p",
    "talk_first": "g",
    "broad_entry": "b",
    "consult_only": "v",
    "special_route": "w",
    "later": "l",
}
PAST_MEETINGS = 12


def region_of_reader(reader: Reader, key: str) -> Partnership | None:
    """The region with this key among those whose intake the reader leads, else the first."""
    regions = Partnership.objects.filter(pk__in=reader.intake_region_ids).order_by("name", "pk")
    found = [region for region in regions if str(region.key) == key]
    return next(iter(found or regions), None)


def table_context(
    page: ReadRequest,
    region: Partnership,
    meeting: IntakeMeeting | None,
    form: DecisionForm | None = None,
    question: Request | None = None,
) -> dict[str, Any]:
    """The question on the table with the choices beside it; without a meeting the earlier ones."""
    if meeting is None:
        past = IntakeMeeting.objects.filter(region=region, closed_at__isnull=False)
        return {"past": past.order_by("-opened_at", "-pk")[:PAST_MEETINGS]}
    on_table = question or next_to_discuss(meeting)
    made = meeting.decisions.count()
    if on_table is None:
        return {"question": None, "made": made}
    words = decision_words()
    return {
        "question": on_table,
        "made": made,
        "form": form or DecisionForm(region=region, at=page.at),
        "choices": [(code, words[code], key) for code, key in KEYS.items()],
        "loads": caseloads(coaches_of(region, page.at), page.at),
        "title": _title(on_table, page),
        "place": place_words(on_table, hidden=bool(with_protected_address([on_table]))),
        "safety": safety_words(on_table),
        "topic": dict(Topic.choices).get(on_table.topic, ""),
        "ages": [str(dict(AgeBand.choices).get(band, band)) for band in on_table.age_bands],
    }


def minutes_context(page: ReadRequest, meeting: IntakeMeeting, *, nameless: bool) -> dict[str, Any]:
    """The decisions in order, with or without names.

    What the referrer wants discussed without a name has none either way. Without names nobody's
    name is read at all, and the words that were written down are left out too.
    """
    decisions = list(minutes_of(meeting))
    requests = [row.request for row in decisions]
    known = around([] if nameless else requests, page.reader, page.at)
    ledger.saw_all("request", (row.key for row in requests))
    hidden = with_protected_address(requests)
    words = decision_words()
    rows = [
        {
            "number": number,
            "title": anonymous_title(row.request)
            if nameless or row.request.discuss == Discuss.WITHOUT_NAME
            else title_of(row.request, known),
            "place": place_words(row.request, hidden=row.request_id in hidden),
            "decision": words[row.decision],
            "coach": row.coach.name if row.coach and not nameless else "",
            "words": "" if nameless else row.words,
        }
        for number, row in enumerate(decisions, start=1)
    ]
    return {"meeting": meeting, "rows": rows, "nameless": nameless}


def _title(question: Request, page: ReadRequest) -> str:
    if question.discuss == Discuss.WITHOUT_NAME:
        ledger.saw("request", question.key)
        return anonymous_title(question)
    return title_of(question, around([question], page.reader, page.at))
