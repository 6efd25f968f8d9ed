"""Five questions, one key each; the minutes are made by it and print without names."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from kring.support.requests.models import IntakeMeeting, Request
from kring.web.desk.tests.signed_in import asked, leads_intake
from tests.cast import Network, peeters_el_amrani
from tests.journeys.conftest import START
from tests.journeys.walker import Walker

pytestmark = pytest.mark.django_db(transaction=True)
KEYS = ["1", "p", "g", "b", "l"]


@pytest.mark.parametrize("width", [1440, 360])
def test_five_questions_five_keys(
    somebody: Callable[..., Walker], kempen_network: Network, clock: Any, width: int
) -> None:
    leads_intake(kempen_network.lotte)
    people = peeters_el_amrani()
    for number in range(5):
        family = people.family if number == 0 else None
        asked(
            kempen_network, at=START - timedelta(days=5 - number), family=family, words=f"vraag {number}"
        )
    lotte = somebody(width=width)
    lotte.signs_in(kempen_network.lotte)
    lotte.open("/overleg/aanmelding/")
    lotte.press("Open het overleg")
    for number, key in enumerate(KEYS):
        lotte.reads(f"vraag {number}")
        lotte.key(key)
    lotte.reads("Alle vragen zijn besproken")
    assert IntakeMeeting.objects.get().decisions.count() == 5
    assert Request.objects.get(words="vraag 0").worker == kempen_network.lotte

    lotte.follow("Verslag")
    lotte.reads("Amrani")
    lotte.follow("Zonder namen, om af te drukken")
    table = lotte.page.locator("table").inner_text()
    assert len(lotte.page.locator("tbody tr").all()) == 5
    for name in ("Amrani", "Peeters", "Lotte"):
        assert name not in table
