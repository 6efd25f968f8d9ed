"""Who left a safe way to be reached gets a neutral link when a service or a desk ends the waiting."""

from datetime import date

import pytest
from tests.cast import MONDAY, Network, acting, kempen, peeters_el_amrani

from kring.foundation.outbox.models import Message
from kring.registry.people.actions import add_channel
from kring.registry.people.models import ContactChannel
from kring.support.requests.actions import (
    close_as_not_possible,
    family_confirms,
    offer_help,
    service_accepts,
)
from kring.support.requests.models import Answer, Request
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
