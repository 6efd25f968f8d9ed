"""A question lies on exactly one desk, with or without a worker, from its first second."""

from datetime import timedelta
from uuid import uuid4

import pytest
from tests.cast import MONDAY, acting, kempen

from kring.foundation.workflow.transitions import CannotMove
from kring.support.requests.actions import let_go, take
from kring.support.requests.models import Holding, Request
from kring.support.requests.queries import requests_visible_to
from kring.support.requests.tests.a_question import asked
from kring.trust.access.queries import reader_for

pytestmark = pytest.mark.django_db
LATER = MONDAY + timedelta(hours=2)


def test_a_new_question_lies_on_the_desk_with_nobody_on_it() -> None:
    network = kempen()
    request = asked(network)
    holding = Holding.objects.get(request=request)
    assert (holding.desk, holding.worker, holding.ends_at) == (network.counter, None, None)


def test_taking_it_puts_one_worker_on_it_and_shows_it_was_seen() -> None:
    network = kempen()
    request = asked(network)
    take(request=request, worker=network.nele, by=acting(network.nele), at=LATER)
    request.refresh_from_db()
    assert (request.state, request.worker, request.seen_at) == ("taken", network.nele, LATER)
    running = Holding.objects.get(request=request, ends_at=None)
    assert (running.worker, running.starts_at) == (network.nele, LATER)


def test_the_second_to_take_it_is_told_somebody_was_first() -> None:
    network = kempen()
    request = asked(network)
    same = Request.objects.get(pk=request.pk)
    take(request=request, worker=network.nele, by=acting(network.nele), at=LATER)
    with pytest.raises(CannotMove):
        take(request=same, worker=network.lotte, by=acting(network.lotte), at=LATER)
    assert Request.objects.get(pk=request.pk).worker == network.nele


def test_letting_go_leaves_it_on_the_desk() -> None:
    network = kempen()
    request = asked(network)
    take(request=request, worker=network.nele, by=acting(network.nele), at=LATER)
    let_go(request=request, by=acting(network.nele), at=LATER + timedelta(hours=1))
    request.refresh_from_db()
    assert (request.state, request.worker, request.desk) == ("asked", None, network.counter)
    assert Holding.objects.filter(request=request).count() == 3


def test_the_same_form_sent_twice_is_one_question() -> None:
    network = kempen()
    submission = uuid4()
    first = asked(network, submission=submission)
    again = asked(network, at=LATER, submission=submission)
    assert first == again
    assert Request.objects.count() == 1


def test_only_the_desk_where_it_lies_sees_it() -> None:
    network = kempen()
    request = asked(network)

    def sees(worker: object) -> bool:
        reader = reader_for(worker.account, LATER)  # type: ignore[attr-defined]
        return requests_visible_to(reader).filter(pk=request.pk).exists()

    assert sees(network.nele)
    assert not sees(network.lotte)
    assert not sees(network.bram)
