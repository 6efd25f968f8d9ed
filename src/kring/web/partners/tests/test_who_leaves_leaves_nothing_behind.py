"""Who leaves is out at once: no session, no question; what they held lies free on its desk."""

import pytest
from django.test import Client
from django.urls import reverse
from tests.cast import MONDAY, Network, acting, kempen, worker

from kring.foundation.journal.actor import VISITOR
from kring.support.requests.actions import Question, ask, take
from kring.support.requests.checks import leavers_hold_nothing, open_questions_are_held
from kring.support.requests.models import AskerKind, Door, Request

pytestmark = pytest.mark.django_db


def held_by_nele(network: Network) -> Request:
    question = Question(door=Door.WEB, asker_kind=AskerKind.FAMILY, words="De ochtenden zijn druk.")
    request = ask(question=question, desk=network.counter, by=VISITOR, at=MONDAY)
    take(request=request, worker=network.nele, by=acting(network.nele), at=MONDAY)
    return request


def signed_in(account: object) -> Client:
    client = Client()
    client.force_login(account)  # type: ignore[arg-type]
    return client


def test_the_session_ends_and_the_question_lies_free() -> None:
    network = kempen()
    request = held_by_nele(network)
    hers = signed_in(network.nele.account)
    assert hers.get(f"/vragen/{request.key}/").status_code == 200
    keeper = signed_in(worker("Ann Peeters", network.counter, "coordinator").account)
    assert keeper.post(reverse("partners:leaves", args=[network.nele.key])).status_code == 302

    turned_away = hers.get(f"/vragen/{request.key}/")
    assert turned_away.status_code == 302
    assert reverse("account_login") in turned_away.url  # type: ignore[attr-defined]
    assert hers.post(f"/vragen/{request.key}/doe/neem/").status_code == 302

    request.refresh_from_db()
    assert (request.state, request.desk, request.worker) == ("asked", network.counter, None)
    assert list(leavers_hold_nothing(MONDAY)) == []
    assert list(open_questions_are_held(MONDAY)) == []


def test_her_name_still_stands_in_the_story() -> None:
    network = kempen()
    request = held_by_nele(network)
    keeper = signed_in(worker("Ann Peeters", network.counter, "coordinator").account)
    keeper.post(reverse("partners:leaves", args=[network.nele.key]))
    assert "Nele Wouters" in keeper.get(f"/vragen/{request.key}/").text
