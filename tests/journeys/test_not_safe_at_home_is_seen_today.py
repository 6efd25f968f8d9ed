"""Who says on the web that home is not safe stands on top, and is seen the same working day."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from kring.support.requests.models import Request
from kring.web.desk.tests.signed_in import asked
from tests.cast import Network
from tests.journeys.conftest import START
from tests.journeys.mother import asks
from tests.journeys.walker import Walker

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]
FEAR = "Ik durf niet meer naar huis als hij gedronken heeft."


@pytest.mark.parametrize("answer", ["Nee", "Weet niet"])
def test_it_is_on_top_and_taken_the_same_day(
    somebody: Callable[..., Walker], kempen_network: Network, clock: Any, answer: str
) -> None:
    for days in (29, 20, 3):
        asked(kempen_network, at=START - timedelta(days=days), words=f"{days} dagen geleden")
    asks(mother := somebody(width=360), words=FEAR, home_safe=answer)
    mother.reads("We lezen je vraag vandaag nog.")

    clock.move_to(START + timedelta(hours=3))
    nele = somebody(width=1440)
    nele.signs_in(kempen_network.nele)
    nele.open("/vragen/")
    assert "Sofia" in nele.page.locator("tbody tr").first.inner_text()
    nele.open("/vandaag/")
    assert "Sofia" in nele.page.locator(".today li").first.inner_text()
    nele.page.keyboard.press("1")
    nele.page.wait_for_url("**/vragen/**")
    nele.look()
    nele.reads(FEAR)
    request = Request.objects.get(words=FEAR)
    assert request.worker == kempen_network.nele
    assert request.seen_at.date() == START.date()
