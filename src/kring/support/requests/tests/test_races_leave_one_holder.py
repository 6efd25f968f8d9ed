"""Hundreds of races for one question: whatever comes first, one outcome, one holder, no gap."""

from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from random import Random

import pytest
from django.db.models import Count, Q
from tests.cast import MONDAY, acting, kempen, peeters_el_amrani

from kring.foundation.journal import verifying
from kring.foundation.records.checking import CHECKS
from kring.registry.network.models import Duty
from kring.support.requests import actions
from kring.support.requests.models import Handover, Request
from kring.support.requests.states import ACCEPTED, OPEN, RECALLED, REFUSED, RETURNED
from kring.support.requests.tests.a_question import asked
from kring.support.requests.tests.racing import AFTERWARDS, LATER, RACES, Contest, Track, colleague
from kring.trust.access.models import Involvement

pytestmark = pytest.mark.django_db(transaction=True)
SETTLES = {"accept": ACCEPTED, "refuse": REFUSED, "recall": RECALLED, "return": RETURNED}
OTHERS = ("take", "take too", "let go", "withdraw", "answer", "offer", "ask another")
RUNNERS = 6


@pytest.fixture
def track() -> Iterator[Track]:
    track = Track(RUNNERS)
    yield track
    track.close()


def contests(number: int) -> Iterator[Contest]:
    """Questions of Sofia that wait for the Trefplaats; every second one is held by Nele."""
    network = kempen()
    sofia = peeters_el_amrani().sofia
    jan = colleague(network)
    for which in range(number):
        request = asked(network, asker=sofia)
        if which % 2:
            by = acting(network.nele)
            actions.take(request=request, worker=network.nele, by=by, at=MONDAY)
        handover = actions.ask_handover(
            request=request,
            to_desk=network.team,
            words="Graag.",
            worker=network.nele,
            by=acting(network.nele),
            at=MONDAY,
        )
        # Waited long enough to be given back by the clock; nobody needs to be reminded.
        Handover.objects.filter(pk=handover.pk).update(return_at=LATER, reminded_at=MONDAY)
        yield Contest(network, jan, request, handover)


def test_every_race_has_one_outcome_and_one_holder(track: Track) -> None:
    chance = Random(300)  # noqa: S311 - the same races each time
    won: Counter[str] = Counter()
    for contest in contests(RACES):
        names = [*chance.sample(sorted(SETTLES), 3), *chance.sample(OTHERS, RUNNERS - 3)]
        chance.shuffle(names)
        done = track.race([contest.deed(name, chance.randrange(50)) for name in names])
        succeeded = [name for name, did in zip(names, done, strict=True) if did]
        won.update(succeeded)
        hold_to_one_outcome(contest, succeeded)
    hold_to_the_invariants()
    assert set(SETTLES) <= set(won), f"somebody never won: {won}"


def hold_to_one_outcome(contest: Contest, succeeded: list[str]) -> None:
    """What the winners were told is what is true."""
    handover = Handover.objects.get(pk=contest.handover.pk)
    request = Request.objects.get(pk=contest.request.pk)
    settled = {SETTLES[name] for name in succeeded if name in SETTLES and name != "return"}
    assert len(settled) <= 1
    if settled:
        assert handover.state == settled.pop()
    ends = [name for name in succeeded if name in ("withdraw", "answer")]
    assert len(ends) <= 1
    assert (request.state not in OPEN) == bool(ends)
    if "accept" in succeeded:
        assert (request.desk, request.worker) == (contest.network.team, None)
    else:
        assert request.desk == contest.network.counter
    takes = [name for name in succeeded if name in ("take", "take too")]
    assert len(takes) <= 1 + succeeded.count("let go")


def hold_to_the_invariants() -> None:
    """What ``kring check`` says of questions and the journal, and who still sees the asker."""
    import_module("kring.support.requests.checks")
    room = "kring.support.requests.checks"
    wrong = [line for look in CHECKS.values() if look.__module__ == room for line in look(AFTERWARDS)]
    assert wrong == []
    assert verifying.faults() == []
    waiting = Count("pk", filter=Q(state="asked"))
    most = Handover.objects.values("request").annotate(waiting=waiting).order_by("-waiting")[0]
    assert most["waiting"] <= 1
    for request in Request.objects.filter(state__in=OPEN, worker__isnull=False):
        assert Duty.objects.filter(desk=request.desk_id, worker=request.worker_id).exists()
    for request in Request.objects.filter(state__in=OPEN):
        see = Involvement.objects.filter(because_key=request.key, ends_at__isnull=True)
        assert {row.desk_id for row in see} - {None} == {request.desk_id}
        assert {row.worker_id for row in see} - {None} == {request.worker_id} - {None}
