"""The promise of a month: when the clock starts, what stops it, and what does not."""

from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from tests.cast import MONDAY, Network, acting, kempen, organisation, peeters_el_amrani

from kring.foundation.deadlines.calendar import LOCAL, last_day_of
from kring.support.requests.actions import (
    close_as_not_possible,
    dispute,
    family_confirms,
    give_advice,
    give_family,
    join,
    offer_help,
    record_support,
    service_accepts,
    service_declines,
    take,
    withdraw,
)
from kring.support.requests.models import Answer, Clock, Holding, Request
from kring.support.requests.tests.a_question import asked
from kring.support.unmet.models import UnmetNeed
from kring.support.unmet.queries import unmet_count

pytestmark = pytest.mark.django_db
LATER = MONDAY + timedelta(days=9)


def clock(request: Request, kind: str = "answer") -> Clock:
    return Clock.objects.get(request=request, kind=kind)


def offered(network: Network, request: Request) -> Answer:
    return offer_help(
        request=request,
        starter=organisation("CAW De Kempen", "caw"),
        what="Gesprekken aan huis, elke dinsdag",
        starts_on=date(2026, 11, 17),
        worker=network.nele,
        by=acting(network.nele),
        at=LATER,
    )


def test_the_promise_ends_with_the_same_day_a_month_later() -> None:
    request = asked(kempen(), at=datetime(2026, 11, 22, 23, 59, tzinfo=LOCAL))
    assert last_day_of(request.answer_due_at) == date(2026, 12, 22)


def test_naming_who_what_and_when_is_not_yet_an_answer() -> None:
    network = kempen()
    request = asked(network)
    offered(network, request)
    request.refresh_from_db()
    assert request.state == "asked"
    assert clock(request).stopped_at is None


@pytest.mark.parametrize("yes", [service_accepts, family_confirms], ids=["service", "family"])
def test_it_counts_when_the_service_accepts_or_the_family_confirms(yes: object) -> None:
    network = kempen()
    request = asked(network)
    yes(answer=offered(network, request), by=acting(network.lotte), at=LATER)  # type: ignore[operator]
    request.refresh_from_db()
    assert (request.state, clock(request).stopped_at) == ("answered", LATER)
    assert not Holding.objects.filter(request=request, ends_at=None).exists()


def test_a_service_that_does_not_start_leaves_the_question_open() -> None:
    network = kempen()
    request = asked(network)
    service_declines(answer=offered(network, request), by=acting(network.lotte), at=LATER)
    assert clock(request).stopped_at is None
    offered(network, request)
    assert Answer.objects.filter(request=request).count() == 2


def test_help_without_who_or_when_cannot_be_stored() -> None:
    network = kempen()
    request = asked(network)
    with pytest.raises(IntegrityError), transaction.atomic():
        Answer.objects.create(request=request, kind="help", what="iets", given_at=LATER)


def test_advice_counts_when_told_and_can_be_disputed() -> None:
    network = kempen()
    request = asked(network)
    take(request=request, worker=network.nele, by=acting(network.nele), at=LATER)
    answer = give_advice(
        request=request,
        what="De opvoedingswinkel helpt zonder afspraak.",
        told_at=LATER,
        worker=network.nele,
        by=acting(network.nele),
        at=LATER,
    )
    assert clock(request).stopped_at == LATER
    dispute(answer=answer, words="Dat helpt mij niet.", by=acting(network.nele), at=LATER + timedelta(1))
    request.refresh_from_db()
    assert (request.state, request.worker, request.closed_at) == ("asked", None, None)
    assert clock(request).stopped_at is None
    assert clock(request).starts_at == MONDAY
    assert Holding.objects.filter(request=request, ends_at=None).count() == 1


def test_joined_to_an_open_question_the_oldest_start_stays() -> None:
    network = kempen()
    family = peeters_el_amrani().family
    older = asked(network, family=family)
    newer = asked(network, at=LATER, family=family)
    join(request=older, into=newer, by=acting(network.nele), at=LATER)
    newer.refresh_from_db()
    older.refresh_from_db()
    assert (newer.asked_at, clock(newer).starts_at) == (MONDAY, MONDAY)
    assert newer.answer_due_at == clock(newer).due_at == older.answer_due_at
    assert (older.state, older.joined_to) == ("joined", newer)


def test_questions_of_two_families_are_not_joined() -> None:
    network = kempen()
    request = asked(network, family=peeters_el_amrani().family)
    with pytest.raises(ValueError, match="same family"):
        join(request=request, into=asked(network), by=acting(network.nele), at=LATER)


def test_after_closing_a_new_clock_starts_marked_repeat() -> None:
    network = kempen()
    family = peeters_el_amrani().family
    first = asked(network, family=family)
    withdraw(request=first, words="", by=acting(network.nele), at=LATER)
    again = asked(network, at=LATER + timedelta(days=30), family=family)
    much_later = asked(network, at=LATER + timedelta(days=400), family=family)
    assert (again.repeat_of, again.asked_at) == (first, LATER + timedelta(days=30))
    assert much_later.repeat_of is None


def test_a_nameless_question_keeps_its_clocks_when_it_gets_a_family() -> None:
    network = kempen()
    request = asked(network)
    before = list(Clock.objects.filter(request=request).order_by("kind").values())
    give_family(request=request, family=peeters_el_amrani().family, by=acting(network.nele), at=LATER)
    assert list(Clock.objects.filter(request=request).order_by("kind").values()) == before


def test_the_other_two_clocks_have_their_own_stops() -> None:
    network = kempen()
    request = asked(network)
    day = MONDAY + timedelta(days=1)
    record_support(request=request, kind="first_support", by=acting(network.nele), at=day)
    assert clock(request, "first_support").stopped_at == day
    assert clock(request, "agreed_help").stopped_at is None
    record_support(request=request, kind="agreed_help", by=acting(network.nele), at=LATER)
    assert clock(request, "first_support").stopped_at == day
    assert clock(request, "agreed_help").stopped_at == LATER


def test_unmet_need_counts_a_family_once() -> None:
    network = kempen()
    family = peeters_el_amrani().family
    for request in (asked(network, family=family), asked(network, family=family), asked(network)):
        close_as_not_possible(
            request=request,
            reason="no_free_place",
            words="Geen studio vrij.",
            instead="Wachtlijst en overbrugging.",
            by=acting(network.nele),
            at=LATER,
        )
    assert UnmetNeed.objects.count() == 3
    assert unmet_count(network.region, MONDAY, LATER + timedelta(days=1)) == 2


def test_an_end_without_a_reason_cannot_be_stored() -> None:
    request = asked(kempen())
    with pytest.raises(IntegrityError), transaction.atomic():
        Request.objects.filter(pk=request.pk).update(state="withdrawn", closed_at=LATER)
