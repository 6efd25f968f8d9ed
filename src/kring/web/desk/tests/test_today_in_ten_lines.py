"""Today: at most ten lines, the not safe first, each with one deed."""

from datetime import timedelta

import pytest
import time_machine
from tests.at_work import client_of
from tests.cast import MONDAY, acting, kempen

from kring.support.requests.actions import ask_handover
from kring.web.desk.tests.signed_in import asked

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _at_the_end_of_the_month() -> object:
    with time_machine.travel(MONDAY + timedelta(days=28), tick=False) as now:
        yield now


def test_not_safe_comes_first_then_what_waits_for_us_then_what_ends_this_week() -> None:
    network = kempen()
    asked(network, words="gewoon")
    asked(network, at=MONDAY + timedelta(days=28), home_safe="no", words="bang")
    asked(network, at=MONDAY + timedelta(days=27), words="pas gevraagd")
    elsewhere = asked(network)
    elsewhere.desk = network.team
    elsewhere.save()
    ask_handover(
        request=elsewhere,
        to_desk=network.counter,
        words="",
        worker=None,
        by=acting(network.lotte),
        at=MONDAY + timedelta(days=27),
    )
    lines = client_of(network.nele).get("/vandaag/").context["lines"]
    assert [line.kind for line in lines] == ["late", "info", "soon"]
    assert [line.key for line in lines] == ["1", "2", "3"]


def test_there_are_never_more_than_ten() -> None:
    network = kempen()
    for number in range(14):
        asked(network, at=MONDAY + timedelta(minutes=number))
    lines = client_of(network.nele).get("/vandaag/").context["lines"]
    assert [line.key for line in lines] == [*"1234567890"]


def test_a_quiet_day_says_so() -> None:
    page = client_of(kempen().nele).get("/vandaag/").content.decode()
    assert "Vandaag wacht niets" in page
