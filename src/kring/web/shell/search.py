"""The search box: own families, own questions, public help, and nothing else.

Whether somebody is known elsewhere in the network is another question, with its own check, reason
and limit; this box never answers it.
"""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet, Value
from django.urls import NoReverseMatch

from kring.foundation.journal import ledger
from kring.foundation.records.folding import fold
from kring.foundation.records.prepared import Prepared
from kring.foundation.ui.addresses import address_of
from kring.registry.network.models import Desk
from kring.registry.network.queries import desks_serving, open_desks
from kring.registry.places.queries import find_municipalities
from kring.support.requests.models import Request
from kring.support.requests.queries import questions_like
from kring.trust.access.finding import families_named
from kring.trust.access.queries import families_by_id
from kring.trust.access.readers import Reader

SHORTEST = 2
MOST = 20
MOST_DESKS = 8


@dataclass(frozen=True)
class Hit:
    """One thing found, with the page it leads to (empty when there is none)."""

    title: str
    note: str
    url: str


@dataclass(frozen=True)
class Question:
    """A question found, with the name of its family where the reader may know it.

    No municipality: it may be that of a protected address.
    """

    request: Request
    family_name: str


@dataclass(frozen=True)
class Found:
    """What a search gave, by kind; each list stops at MOST."""

    families: list[Hit] = field(default_factory=list)
    requests: list[Question] = field(default_factory=list)
    help: list[Desk] = field(default_factory=list)

    @property
    def nothing(self) -> bool:
        return not (self.families or self.requests or self.help)


def search(text: str, reader: Reader, at: datetime) -> Found:
    """Everything of the reader that answers to these words; all of it noted as read."""
    words = fold(text)
    if len(words) < SHORTEST or not reader.is_worker:
        return Found()
    families = families_named(reader, text, at, MOST)
    requests = _requests(text, reader, at)
    ledger.saw_all("request", (found.request.key for found in requests))
    hits = [Hit(family.name, "", page_of("family_file:family", family.key)) for family in families]
    return Found(hits, requests, _help(text, at))


def page_of(url_name: str, key: UUID) -> str:
    """The page of a record, empty when there is no such page."""
    try:
        return address_of(url_name, key)
    except NoReverseMatch:
        return ""


def _requests(text: str, reader: Reader, at: datetime) -> list[Question]:
    found = questions_like(reader, text, at, MOST)
    known = families_by_id(reader, (request.family_id for request in found), at)
    names = {key: family.name for key, family in known.items()}
    return [Question(request, names.get(request.family_id or 0, "")) for request in found]


def _help(text: str, at: datetime) -> list[Desk]:
    """Desks by their name or organisation, and those that serve a municipality of this name."""
    found: list[Desk] = _DESKS_NAMED.rows(at=at, text=text.strip(), words=fold(text))
    for municipality in find_municipalities(text, limit=1):
        known = {desk.pk for desk in found}
        serving = desks_serving(municipality.successor or municipality, at).exclude(pk__in=known)
        found += serving.select_related("organisation").order_by("name", "pk")[:MOST_DESKS]
    return found[:MOST_DESKS]


def _desks_named(*, at: datetime, text: str, words: str) -> QuerySet[Desk]:
    of_organisation = Q(organisation__search_name__contains=Value(words))
    named = open_desks(at).filter(Q(name__icontains=Value(text)) | of_organisation)
    return named.select_related("organisation").order_by("name", "pk")[:MOST_DESKS]


_DESKS_NAMED = Prepared(_desks_named)
