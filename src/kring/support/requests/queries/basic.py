"""Reads of questions: what lies where, what is due, what a reader may see."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

import isodate
from django.db.models import Exists, OuterRef, Q, QuerySet

from kring.foundation.deadlines.queries import term_at
from kring.foundation.keys.sealing import hash_code
from kring.foundation.records.prepared import Prepared
from kring.registry.network.models import Desk, Worker
from kring.registry.people.models import Family, FamilyMembership
from kring.support.requests.models import Answer, AnswerLink, Clock, Handover, Kind, Request
from kring.support.requests.states import ENDS, GIVEN, HANDOVER_ASKED, JOINED
from kring.trust.access.circle import family_blocked, person_blocked
from kring.trust.access.readers import Reader

ON_ITS_PAGE = (
    "desk__organisation",
    "region",
    "worker",
    "municipality",
    "asker",
    "family",
    "referred_by",
)
MOST_OF_A_FAMILY = 20


def requests_visible_to(reader: Reader) -> QuerySet[Request]:
    """The questions on the reader's desks, in the regions whose intake they lead, or their own."""
    if reader.worker_id is None:
        return Request.objects.none()
    return visible(**_shape(reader), **_who(reader))


def is_of_own_circle(reader: Reader, key: UUID) -> bool:
    """Whether a question is kept from this reader because it is about their own people."""
    if not reader.circle or reader.worker_id is None:
        return False
    otherwise = visible(circle=False, **_who(reader)).filter(key=key)
    return of_own_circle(otherwise, reader.worker_id).exists()


def own_circle_among(requests: Iterable[Request], reader: Reader) -> set[int]:
    """Inner numbers of those that are about the reader's own people; asks nothing of who has none."""
    if not reader.circle or reader.worker_id is None:
        return set()
    these = Request.objects.filter(pk__in=[row.pk for row in requests])
    return set(of_own_circle(these, reader.worker_id).values_list("pk", flat=True))


def of_own_circle(requests: QuerySet[Request], worker: int) -> QuerySet[Request]:
    """Those that are about own people of a worker (inner number), or somebody living with them."""
    about = person_blocked(worker, person="asker") | Q(family_blocked(worker, family="family"))
    return requests.filter(about)


def visible(
    *, circle: bool, worker: int, desks: Iterable[int], regions: Iterable[int]
) -> QuerySet[Request]:
    found = Request.objects.filter(
        Q(desk_id__in=desks) | Q(region_id__in=regions) | Q(worker_id=worker) | Q(referred_by_id=worker)
    )
    if not circle:
        return found
    return found.exclude(pk__in=of_own_circle(found, worker).order_by().values("pk"))


def question_for(reader: Reader, key: UUID) -> Request | None:
    """The question with this key, if the reader may see it, with all that stands on its page."""
    if not reader.is_worker:
        return None
    found: Request | None = _QUESTION.first(shape=_shape(reader), key=key, **_who(reader))
    return found


def questions_of(reader: Reader, family: Family) -> list[Request]:
    """The last questions of a family that the reader may see, the newest first."""
    if not reader.is_worker:
        return []
    return _OF_FAMILY.rows(shape=_shape(reader), family=family.pk, **_who(reader))


def clocks_of(request: Request) -> list[Clock]:
    """The clocks of a question."""
    return _CLOCKS.rows(request=request.pk)


def _shape(reader: Reader) -> dict[str, Any]:
    """What changes the SQL for a reader who has own people to be kept from."""
    return {"circle": reader.circle}


def _who(reader: Reader) -> dict[str, Any]:
    return {
        "worker": reader.worker_id or 0,
        "desks": tuple(reader.desk_ids),
        "regions": tuple(reader.intake_region_ids),
    }


_QUESTION = Prepared(lambda key, **who: visible(**who).filter(key=key).select_related(*ON_ITS_PAGE))
_OF_FAMILY = Prepared(
    lambda family, **who: (
        visible(**who)
        .filter(family=family)
        .select_related("desk", "worker")
        .order_by("-asked_at", "-pk")[:MOST_OF_A_FAMILY]
    )
)
_CLOCKS = Prepared(lambda request: Clock.objects.filter(request=request).order_by("pk"))


def held_by(worker: Worker) -> int:
    """How many open questions a worker holds."""
    return Request.objects.filter(worker=worker, closed_at__isnull=True).count()


def open_on(desks: Iterable[Desk]) -> int:
    """How many open questions lie on these desks."""
    return Request.objects.filter(desk__in=list(desks), closed_at__isnull=True).count()


def open_requests() -> QuerySet[Request]:
    """Questions that still wait for their end."""
    return Request.objects.filter(closed_at__isnull=True)


def request_by_code(code: str) -> Request | None:
    """The question behind a status code that was not revoked."""
    found = Request.objects.filter(code_hash=hash_code(code), code_revoked_at__isnull=True)
    return found.select_related("desk__organisation", "municipality", "worker", "region").first()


def link_by_token(token: str) -> AnswerLink | None:
    """The answer link of a mail, used or not, expired or not."""
    links = AnswerLink.objects.filter(token_hash=hash_code(token))
    return links.select_related(
        "handover__request__municipality",
        "handover__request__region",
        "handover__from_desk__organisation",
        "handover__to_desk__organisation",
    ).first()


def latest_closed_of(family: Family | None, at: datetime) -> Request | None:
    """The last question of this family that ended within the term of a repeat before ``at``."""
    if family is None:
        return None
    since = at - isodate.parse_duration(term_at("repeat_within", at)).totimedelta(end=at)
    ended = Request.objects.filter(family=family, state__in=set(ENDS) - {JOINED}, kind=Kind.QUESTION)
    return ended.filter(closed_at__gte=since, closed_at__lte=at).order_by("-closed_at", "-pk").first()


def handovers_waiting_for(reader: Reader) -> QuerySet[Handover]:
    """What other desks asked the desks of this reader to take over."""
    waiting = Handover.objects.filter(state=HANDOVER_ASKED, to_desk_id__in=reader.desk_ids)
    related = waiting.select_related("request__municipality", "from_desk", "to_desk", "asked_by")
    return related.order_by("return_at", "pk")


def handovers_to_remind(at: datetime) -> QuerySet[Handover]:
    waiting = Handover.objects.filter(state=HANDOVER_ASKED, reminded_at__isnull=True)
    return waiting.filter(remind_at__lte=at).order_by("remind_at", "pk")


def handovers_to_return(at: datetime) -> QuerySet[Handover]:
    waiting = Handover.objects.filter(state=HANDOVER_ASKED, return_at__lte=at)
    return waiting.order_by("return_at", "pk")


def offers_waiting_for(reader: Reader) -> QuerySet[Answer]:
    """Help of the reader's organisations that was named, and waits for their yes."""
    rows = Answer.objects.filter(state=GIVEN, starter__in=reader.organisation_ids)
    related = rows.select_related("request__municipality", "request__desk", "starter", "given_by")
    return related.order_by("starts_on", "pk")


def with_protected_address(requests: Iterable[Request]) -> set[int]:
    """Inner numbers of the questions of which nobody may learn the municipality.

    Because the asker, or somebody of the family, has a protected address.
    """
    return set(_PROTECTED.rows(ids=tuple(row.pk for row in requests)))


def protected_among(*, ids: tuple[int, ...]) -> QuerySet[Request, int]:
    """The same, for a read that needs it beside other facts."""
    members = FamilyMembership.objects.filter(family=OuterRef("family"), person__protected_address=True)
    rows = Request.objects.filter(pk__in=ids)
    hidden = rows.filter(Q(asker__protected_address=True) | Exists(members))
    return hidden.values_list("pk", flat=True)


_PROTECTED = Prepared(protected_among)
