"""Asking, taking and answering work in a browser that runs no script."""

from collections.abc import Callable
from typing import Any

import pytest

from kring.support.requests.models import Request
from tests.cast import Network
from tests.journeys.mother import asks, looks
from tests.journeys.walker import Walker

pytestmark = pytest.mark.django_db(transaction=True)
ADVICE = "Kom dinsdag naar het spreekuur."


def test_ask_take_and_answer(
    somebody: Callable[..., Walker], kempen_network: Network, clock: Any
) -> None:
    mother = somebody(width=360, java_script_enabled=False)
    nele = somebody(width=1440, java_script_enabled=False)
    code = asks(mother)
    nele.signs_in(kempen_network.nele)
    nele.open("/vragen/")
    nele.follow("Sofia")
    nele.press("Ik neem deze vraag op mij")
    nele.unfold("Advies dat je verteld hebt").get_by_label("Welk advies gaf je?").fill(ADVICE)
    nele.press("Bewaar het advies")
    assert Request.objects.get().state == "answered"
    looks(mother, code, names=True)
    mother.reads(ADVICE)
