"""The open door of the directory: the read API of HSDS 3.0."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from django.http import StreamingHttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from kring.exchange.hsds.answering import Question, Said, in_lines, open_door, page
from kring.exchange.hsds.asking import Asked, Unknown
from kring.exchange.hsds.description import described
from kring.exchange.hsds.exporting import NESTED, TABULAR, copy_of
from kring.exchange.hsds.foreign import (
    Listed,
    taxonomies_asked,
    taxonomy_named,
    term_named,
    terms_asked,
)
from kring.exchange.hsds.queries import Standing, in_parts
from kring.exchange.hsds.saying import key_of
from kring.exchange.hsds.telling import ORGANIZATIONS, PLACES, SERVICES, Kind

VERSION = "3.0"
PROFILE = "https://docs.openreferral.org/"
A_PIECE = 64 * 1024
PAGED = ("search", "page", "per_page", "format")
FILTERED = ("taxonomy_term_id", "taxonomy_id", "organization_id", "modified_after", "full")


@open_door()
def about(question: Question) -> Said:
    """What this API is."""
    address = question.request.build_absolute_uri(reverse("hsds:openapi"))
    return {"version": VERSION, "profile": PROFILE, "openapi_url": address}


@open_door()
def openapi(question: Question) -> Said:
    """The description of this API, with its own address."""
    return described(question.request.build_absolute_uri(reverse("hsds:about")))


@open_door(*PAGED, *FILTERED, "minimal")
def services(question: Question) -> Said | Iterator[Said]:
    """Services, one to one or fully nested."""
    return _listed(SERVICES, question)


@open_door()
def service(question: Question, found: str) -> Said:
    """One service, fully nested; a stopped one too, so that an old address tells that it stopped."""
    return _one(SERVICES, replace(question.asked, full=True), question, found)


@open_door(*PAGED, "full", "full_service")
def organizations(question: Question) -> Said | Iterator[Said]:
    """Organisations, one to one or with their services and places."""
    return _listed(ORGANIZATIONS, question)


@open_door("full_service")
def organization(question: Question, found: str) -> Said:
    """One organisation with its services and places."""
    return _one(ORGANIZATIONS, replace(question.asked, full=True), question, found)


@open_door(*PAGED, *FILTERED, "postcode", "proximity")
def places(question: Question) -> Said | Iterator[Said]:
    """Where services are given."""
    return _listed(PLACES, question)


@open_door()
def place(question: Question, found: str) -> Said:
    """Where one service is given, fully nested."""
    return _one(PLACES, replace(question.asked, full=True), question, found)


@open_door(*PAGED)
def taxonomies(question: Question) -> Said | Iterator[Said]:
    """The lists a service is described with: our own, and those of feeds."""
    return _from(taxonomies_asked(question.asked), question)


@open_door()
def taxonomy(_question: Question, found: str) -> Said:
    """One list."""
    return _known(taxonomy_named(found))


@open_door(*PAGED, "taxonomy_id", "top_only", "parent_id")
def terms(question: Question) -> Said | Iterator[Said]:
    """The terms of the lists."""
    return _from(terms_asked(question.asked), question)


@open_door()
def term(_question: Question, found: str) -> Said:
    """One term."""
    return _known(term_named(found))


def _stands(suffix: str) -> Standing:
    """When the copy was made."""
    file = copy_of(suffix)
    if not file.exists():
        raise Unknown("file", _("Er is nog geen kopie. Die wordt elke dag gemaakt."))
    made_at = file.stat().st_mtime
    return Standing(datetime.fromtimestamp(made_at, UTC), (made_at,))


def _copy(suffix: str) -> StreamingHttpResponse:
    file = copy_of(suffix)
    answer = StreamingHttpResponse(_pieces(file), content_type=f"application/{suffix[1:]}")
    answer["Content-Disposition"] = f'attachment; filename="{file.name}"'
    return answer


def _pieces(file: Path) -> Iterator[bytes]:
    """A file piece by piece, opened when the first one is asked for."""
    with file.open("rb") as held:
        while piece := held.read(A_PIECE):
            yield piece


@open_door(stands=lambda: _stands(NESTED))
def nested_copy(_question: Question) -> StreamingHttpResponse:
    """All of the offer as one file of nested JSON, at most a day old when it changed."""
    return _copy(NESTED)


@open_door(stands=lambda: _stands(TABULAR))
def tabular_copy(_question: Question) -> StreamingHttpResponse:
    """All of the offer as a zip of the tables of HSDS."""
    return _copy(TABULAR)


def _listed(kind: Kind, question: Question) -> Said | Iterator[Said]:
    """A page of these entries, or all of them line by line."""
    asked, language = question.asked, question.language
    rows = kind.asked(asked)
    if in_lines(question):
        parts = in_parts(rows)
        return (said for part in parts for said in kind.told(part, asked, language))
    return page(rows.count(), question, lambda of, to: kind.told(rows[of:to], asked, language))


def _from(listed: Listed, question: Question) -> Said | Iterator[Said]:
    """A page of what stands in lists, or all of it line by line."""
    if in_lines(question):
        return iter(listed.every())
    return page(listed.total, question, listed.part)


def _one(kind: Kind, asked: Asked, question: Question, found: str) -> Said:
    key = key_of(found)
    told = kind.told(kind.by_key().filter(key=key), asked, question.language) if key else []
    return _known(told[0] if told else None)


def _known(said: Said | None) -> Said:
    if said is None:
        raise Unknown("id", _("Er is niets met dit id."))
    return said
