"""Who left a safe way to be reached gets a neutral link when a desk or a service moves the question."""

from datetime import date, timedelta

import pytest
from tests.cast import MONDAY, Network, acting, kempen, peeters_el_amrani

from kring.foundation.outbox.models import Message
from kring.registry.people.actions import add_channel
from kring.registry.people.models import ContactChannel
from kring.support.requests.actions import (
    accept_handover,
    ask_handover,
    close_as_not_possible,
    family_confirms,
    offer_help,
    recall_handover,
    refuse_handover,
    remind_and_return,
    service_accepts,
)
from kring.support.requests.models import Answer, AskerKind, Handover, Request
from kring.support.requests.tests.a_question import asked

pytestmark = pytest.mark.django_db


def of_sofia(network: Network, kind: str = ContactChannel.Kind.EMAIL, *, safe: bool = True) -> Request:
    sofia = peeters_el_amrani().sofia
    value = "sofia@example.org" if kind == ContactChannel.Kind.EMAIL else ""
    add_channel(by=acting(network.nele), at=MONDAY, person=sofia, kind=kind, value=value, safe=safe)
    return asked(network, asker=sofia)


def offered(network: Network, request: Request) -> Answer:
    return offer_help(
        request=request,
        starter=network.outside.organisation,
        what="Gesprekken",
        starts_on=date(2026, 12, 1),
        worker=network.nele,
        by=acting(network.nele),
        at=MONDAY,
    )


def told() -> list[str]:
    rows = Message.objects.filter(recipient_kind="person").order_by("pk")
    return list(rows.values_list("text", flat=True))


def test_that_a_service_starts() -> None:
    network = kempen()
    answer = offered(network, of_sofia(network))
    assert told() == []
    service_accepts(answer=answer, by=acting(network.bram), at=MONDAY)
    assert told() == ["question_changed"]


def test_that_no_help_is_possible() -> None:
    network = kempen()
    close_as_not_possible(
        request=of_sofia(network),
        reason="no_free_place",
        words="Een plaats.",
        instead="",
        by=acting(network.nele),
        at=MONDAY,
    )
    assert told() == ["question_changed"]


def test_not_what_the_family_said_itself() -> None:
    network = kempen()
    answer = offered(network, of_sofia(network))
    family_confirms(answer=answer, by=acting(network.nele), at=MONDAY)
    assert told() == []


@pytest.mark.parametrize(
    ("kind", "safe"), [(ContactChannel.Kind.COMES_BACK, True), (ContactChannel.Kind.EMAIL, False)]
)
def test_nobody_by_a_way_that_is_none_or_not_safe(kind: str, safe: bool) -> None:  # noqa: FBT001
    network = kempen()
    answer = offered(network, of_sofia(network, kind, safe=safe))
    service_accepts(answer=answer, by=acting(network.bram), at=MONDAY)
    assert told() == []


def handed(network: Network, request: Request) -> Handover:
    return ask_handover(
        request=request,
        to_desk=network.team,
        words="Moeder alleen met twee kinderen.",
        worker=network.nele,
        by=acting(network.nele),
        at=MONDAY,
    )


def accepted(network: Network, handover: Handover) -> None:
    accept_handover(handover=handover, worker=network.lotte, by=acting(network.lotte), at=MONDAY)


def test_that_another_desk_has_it_now() -> None:
    network = kempen()
    handover = handed(network, of_sofia(network))
    assert told() == []
    accepted(network, handover)
    assert told() == ["question_changed"]
    row = Message.objects.get(recipient_kind="person")
    assert handover.request.asker is not None
    assert row.recipient_key == handover.request.asker.key


@pytest.mark.parametrize("end", ["refused", "recalled", "returned"])
def test_not_that_a_handover_came_to_nothing(end: str) -> None:
    network = kempen()
    handover = handed(network, of_sofia(network))
    by = acting(network.nele)
    if end == "refused":
        refuse_handover(
            handover=handover, reason="no_room", words="Vol.", worker=network.lotte, by=by, at=MONDAY
        )
    elif end == "recalled":
        recall_handover(handover=handover, by=by, at=MONDAY)
    else:
        remind_and_return(at=MONDAY + timedelta(days=30))
    handover.refresh_from_db()
    assert (handover.state, told()) == (end, [])


@pytest.mark.parametrize(
    ("kind", "safe"), [(ContactChannel.Kind.COMES_BACK, True), (ContactChannel.Kind.EMAIL, False)]
)
def test_not_that_it_lies_elsewhere_without_a_safe_way(kind: str, safe: bool) -> None:  # noqa: FBT001
    network = kempen()
    accepted(network, handed(network, of_sofia(network, kind, safe=safe)))
    assert told() == []


@pytest.mark.parametrize(("shared", "messages"), [(False, 1), (True, 0)])
def test_a_minor_who_asks_alone_only_by_a_way_of_her_own(shared: bool, messages: int) -> None:  # noqa: FBT001
    network = kempen()
    home, by = peeters_el_amrani(), acting(network.nele)
    sms, number = ContactChannel.Kind.SMS, "+32470123456"
    add_channel(by=by, at=MONDAY, person=home.younes, kind=sms, value=number, safe=True)
    if shared:
        add_channel(by=by, at=MONDAY, person=home.sofia, kind=sms, value=number, safe=True)
    request = asked(network, asker=home.younes, asker_kind=AskerKind.YOUNG_PERSON)
    accepted(network, handed(network, request))
    assert len(told()) == messages
