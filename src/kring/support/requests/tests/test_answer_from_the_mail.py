"""A link in a mail answers once, and never after its day or after another answer."""

from datetime import datetime, timedelta

import pytest
from tests.cast import MONDAY, Network, acting, kempen

from kring.foundation.keys.sealing import hash_code
from kring.foundation.workflow.transitions import CannotMove
from kring.support.requests.actions import (
    LinkIsDead,
    accept_handover,
    answer_by_link,
    ask_handover,
)
from kring.support.requests.models import AnswerLink, Handover
from kring.support.requests.queries import link_is_alive
from kring.support.requests.tests.a_question import asked

pytestmark = pytest.mark.django_db
LATER = MONDAY + timedelta(days=1)


def _link(network: Network) -> AnswerLink:
    handover = ask_handover(
        request=asked(network),
        to_desk=network.team,
        words="",
        worker=network.nele,
        by=acting(network.nele),
        at=MONDAY,
    )
    AnswerLink.objects.filter(handover=handover).update(token_hash=hash_code("een-token"))
    return AnswerLink.objects.get(handover=handover)


def _say(link: AnswerLink, says: str, at: datetime = LATER, **rest: str) -> Handover:
    answer_by_link(link=link, says=says, at=at, **rest)
    return Handover.objects.select_related("request").get(pk=link.handover_id)


def test_yes_moves_the_question() -> None:
    network = kempen()
    handover = _say(_link(network), "yes")
    assert handover.state == "accepted"
    assert handover.request.desk == network.team


def test_no_keeps_reason_and_words_and_leaves_the_question() -> None:
    network = kempen()
    handover = _say(_link(network), "no", reason="no_room", words="Pas in januari.")
    assert (handover.refusal_reason, handover.refusal_words) == ("no_room", "Pas in januari.")
    assert handover.request.desk == network.counter


def test_call_me_leaves_the_hand_over_open() -> None:
    handover = _say(_link(kempen()), "call")
    assert handover.call_me
    assert handover.state == "asked"


def test_used_twice_only_the_first_counts() -> None:
    link = _link(kempen())
    _say(link, "no", reason="no_room", words="Vol.")
    with pytest.raises(LinkIsDead):
        _say(link, "yes")
    assert Handover.objects.get().state == "refused"


def test_an_expired_link_is_dead() -> None:
    link = _link(kempen())
    assert link_is_alive(link, link.expires_at - timedelta(seconds=1))
    assert not link_is_alive(link, link.expires_at)
    with pytest.raises(LinkIsDead):
        _say(link, "yes", at=link.expires_at)


def test_answered_in_the_product_meanwhile_nothing_is_written() -> None:
    network = kempen()
    link = _link(network)
    accept_handover(
        handover=Handover.objects.get(), worker=network.lotte, by=acting(network.lotte), at=LATER
    )
    link.refresh_from_db()
    with pytest.raises(CannotMove):
        _say(link, "no", reason="no_room", words="Vol.")
    link.refresh_from_db()
    assert link.used_at is None
    assert not link_is_alive(link, LATER)
