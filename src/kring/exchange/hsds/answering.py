"""How the door answers: JSON that any page may read and any cache may keep until the offer changes."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import wraps
from hashlib import sha256
from math import ceil
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag
from django.utils.translation import override
from django.utils.translation.trans_real import parse_accept_lang_header
from django.views.decorators.http import require_safe

from kring.exchange.hsds.asking import LINES, Asked, Unclear, asked
from kring.exchange.hsds.queries import Standing, standing
from kring.offer.directory.rules import LANGUAGES

SAID_AS = 1
"""Counts up when an answer is made otherwise than before, so that no cache keeps the old one."""
KEPT_SECONDS = 60
DUTCH = "nl"

type Said = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: the parameters, the language of the answer and the address that was asked."""

    asked: Asked
    language: str
    request: HttpRequest


type Make = Callable[..., Said | Iterator[Said] | HttpResponseBase]
type View = Callable[..., HttpResponseBase]


def open_door(*names: str, stands: Callable[[], Standing] = standing) -> Callable[[Make], View]:
    """A view for everybody that reads these parameters and answers what ``make`` says.

    Lines (an iterator) go out one by one. What cannot be read is answered with a sentence.
    ``stands`` tells whether what is answered is still the same.
    """

    def wrapped(make: Make) -> View:
        @login_not_required
        @require_safe
        @wraps(make)
        def view(request: HttpRequest, **parts: str) -> HttpResponseBase:
            language = language_of(request)
            with override(language):
                try:
                    question = Question(asked(request.GET, names), language, request)
                    return _kept(question, stands(), lambda: make(question, **parts))
                except Unclear as unclear:
                    return _open(_refused(unclear), language)

        return view

    return wrapped


def language_of(request: HttpRequest) -> str:
    """The language that was asked for by header alone, so that a cache can tell answers apart."""
    for wanted, _share in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        if wanted[:2] in LANGUAGES:
            return wanted[:2]
    return DUTCH


def _kept(question: Question, now: Standing, make: Callable[[], Any]) -> HttpResponseBase:
    """The answer, or word that nothing changed since it was asked before."""
    tag = _tag(question, now)
    changed = None if now.changed_at is None else int(now.changed_at.timestamp())
    same = get_conditional_response(question.request, etag=tag, last_modified=changed)
    answer = same if same is not None else _answer(make())
    answer["ETag"] = tag
    if changed is not None:
        answer["Last-Modified"] = http_date(changed)
    answer["Cache-Control"] = f"public, max-age={KEPT_SECONDS}"
    return _open(answer, question.language)


def _tag(question: Question, now: Standing) -> str:
    asked_for = question.request.build_absolute_uri()
    told = repr((SAID_AS, now.told, question.language, asked_for))
    return quote_etag(sha256(told.encode()).hexdigest()[:32])


def _answer(made: Any) -> HttpResponseBase:
    if isinstance(made, HttpResponseBase):
        return made
    if isinstance(made, Mapping):
        return JsonResponse(made, json_dumps_params={"ensure_ascii": False})
    return StreamingHttpResponse(
        (json.dumps(one, ensure_ascii=False) + "\n" for one in made), content_type="application/x-ndjson"
    )


def _refused(unclear: Unclear) -> HttpResponse:
    said = {"status": unclear.status, "parameter": unclear.parameter, "detail": str(unclear)}
    answer = JsonResponse(said, status=unclear.status, json_dumps_params={"ensure_ascii": False})
    answer["Cache-Control"] = "no-store"
    return answer


def _open(answer: HttpResponseBase, language: str) -> HttpResponseBase:
    """A page of somebody else may read it too: it holds only what is public."""
    answer["Access-Control-Allow-Origin"] = "*"
    answer["Content-Language"] = language
    return answer


def page(total: int, question: Question, contents: Callable[[int, int], list[Said]]) -> Said:
    """A page of HSDS of ``total`` entries; a page after the last one is empty."""
    number = question.asked.page
    size = question.asked.size or max(total, 1)
    pages = ceil(total / size)
    said = contents((number - 1) * size, number * size) if number <= pages else []
    return {
        "total_items": total,
        "total_pages": pages,
        "page_number": number,
        "size": len(said),
        "first_page": number == 1,
        "last_page": number >= pages,
        "empty": not said,
        "contents": said,
    }


def in_lines(question: Question) -> bool:
    """Whether all is asked at once, line by line."""
    return question.asked.format == LINES
