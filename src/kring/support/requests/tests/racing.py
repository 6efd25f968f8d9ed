"""Many who act on one question at the same moment, each with the question as their page showed it."""

import os
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from threading import Barrier

from django.db import connection
from tests.cast import MONDAY, Network, acting, worker

from kring.foundation.journal.actor import VISITOR
from kring.foundation.workflow.transitions import CannotMove
from kring.registry.network.models import Worker
from kring.support.requests import actions
from kring.support.requests.models import Handover, Request

RACES = 3000 if os.environ.get("KRING_FULL") == "1" else 300
LATER = MONDAY + timedelta(hours=4)
AFTERWARDS = LATER + timedelta(hours=1)
TOO_LATE = (CannotMove, actions.AlreadyAsked, actions.AlreadyDecided, actions.LinkIsDead)

type Deed = Callable[[], object]


@dataclass(frozen=True)
class Contest:
    """A question that waits for another desk, and who may act on it."""

    network: Network
    jan: Worker
    request: Request
    handover: Handover

    def deed(self, name: str, late: int) -> Deed:
        """One deed with copies of its own, at a moment a little after the others."""
        at = LATER + timedelta(milliseconds=late)
        request = Request.objects.get(pk=self.request.pk)
        handover = Handover.objects.select_related("request", "to_desk", "from_desk").get(
            pk=self.handover.pk
        )
        nele, lotte = self.network.nele, self.network.lotte
        here, there = acting(nele), acting(lotte)
        deeds: dict[str, Deed] = {
            "accept": lambda: actions.accept_handover(handover=handover, worker=lotte, by=there, at=at),
            "refuse": lambda: actions.refuse_handover(
                handover=handover, reason="no_room", words="Vol.", worker=lotte, by=there, at=at
            ),
            "recall": lambda: actions.recall_handover(handover=handover, by=here, at=at),
            "return": lambda: actions.remind_and_return(at=at),
            "take": lambda: actions.take(request=request, worker=nele, by=here, at=at),
            "take too": lambda: actions.take(
                request=request, worker=self.jan, by=acting(self.jan), at=at
            ),
            "let go": lambda: actions.let_go(request=request, by=here, at=at),
            "withdraw": lambda: actions.withdraw(request=request, words="", by=VISITOR, at=at),
            "answer": lambda: actions.give_advice(
                request=request, what="Een adres.", told_at=at, worker=nele, by=here, at=at
            ),
            "offer": lambda: actions.offer_help(
                request=request,
                starter=self.network.outside.organisation,
                what="Begeleiding",
                starts_on=at.date(),
                worker=nele,
                by=here,
                at=at,
            ),
            "ask another": lambda: actions.ask_handover(
                request=request, to_desk=self.network.outside, words="", worker=nele, by=here, at=at
            ),
        }
        return deeds[name]


def colleague(network: Network) -> Worker:
    """Jan, on the list of the same counter as Nele."""
    return worker("Jan Maes", network.counter, "counter")


class Track:
    """A number of runners that start each race together; each has its own connection."""

    def __init__(self, runners: int) -> None:
        self._barrier = Barrier(runners)
        self._pool = ThreadPoolExecutor(runners)

    def race(self, deeds: Iterable[Deed]) -> list[bool]:
        """Run all at once: who did their deed, and who came too late; other faults are raised."""
        return list(self._pool.map(self._run, deeds))

    def close(self) -> None:
        list(self._pool.map(self._hang_up, range(self._barrier.parties)))
        self._pool.shutdown()

    def _run(self, deed: Deed) -> bool:
        self._barrier.wait(timeout=60)
        try:
            deed()
        except TOO_LATE:
            return False
        return True

    def _hang_up(self, _number: int) -> None:
        self._barrier.wait(timeout=60)
        connection.close()
