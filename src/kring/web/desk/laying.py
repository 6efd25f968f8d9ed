"""Which desk a question from a worker lies on, and the slip that goes home with it."""

from datetime import datetime, timedelta

from django.http import HttpRequest

from kring.registry.network.models import Desk, Worker
from kring.registry.network.queries import desk_for, desks_of, desks_serving, worker_of
from kring.registry.places.models import Municipality
from kring.support.requests.models import Request
from kring.trust.access.http import ReadRequest

SLIP = "desk.slip"
SHOWN_FOR = timedelta(minutes=15)
"""How long a slip can be shown again: the next visitor stands at the same screen."""


def worker_behind(request: ReadRequest) -> Worker:
    """The worker who is signed in; the guard of the page saw that there is one."""
    return worker_of(request.reader.worker_id)


def own_desks(request: ReadRequest) -> list[Desk]:
    """The desks this worker is on duty for, counters first."""
    desks = desks_of(worker_behind(request), request.at).select_related("organisation")
    return sorted(desks, key=lambda desk: (desk.kind != Desk.Kind.COUNTER, desk.name))


def desk_from_counter(
    own: Desk | None, municipality: Municipality | None, door: str, at: datetime
) -> Desk:
    """The desk where somebody stands; the one of their place when they live outside its territory.

    Raises NoDesk when no desk at all can hold it.
    """
    if own is not None and (municipality is None or _serves(own, municipality, at)):
        return own
    return desk_for(municipality, at, door)


def keep_slip(request: HttpRequest, asked: Request, at: datetime) -> None:
    """Remember for a while which question the slip on this screen is of."""
    request.session[SLIP] = [str(asked.key), at.isoformat()]


def question_of_slip(request: HttpRequest, at: datetime) -> Request | None:
    """The question that was just written down on this screen."""
    key, moment = request.session.get(SLIP, ("", ""))
    if not moment or at - datetime.fromisoformat(moment) > SHOWN_FOR:
        return None
    return Request.objects.select_related("desk__organisation").filter(key=key).first()


def _serves(desk: Desk, municipality: Municipality, at: datetime) -> bool:
    return desks_serving(municipality, at).filter(pk=desk.pk).exists()
