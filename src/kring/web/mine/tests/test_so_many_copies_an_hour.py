"""So many copies of the own part an hour; past it a sentence says so, and reading goes on."""

from datetime import timedelta

import pytest
import time_machine
from tests.cast import MONDAY, Network, PeetersElAmrani, kempen, peeters_el_amrani

from kring.foundation.deadlines.models import Term
from kring.foundation.journal.models import JournalEntry
from kring.trust.access.caps import OWN_COPIES
from kring.trust.access.models import PersonAccess
from kring.web.mine.tests.at_home import client_of

pytestmark = pytest.mark.django_db
STOPPED = "Je maakte dit uur al veel kopieën"
LATER = MONDAY + timedelta(days=1)


@pytest.fixture
def network() -> Network:
    return kempen()


@pytest.fixture
def home() -> PeetersElAmrani:
    return peeters_el_amrani()


@pytest.mark.parametrize("form", ["papier", "data"])
def test_past_the_cap_no_copy_is_made(network: Network, home: PeetersElAmrani, form: str) -> None:
    Term.objects.filter(code=OWN_COPIES).update(value="2")
    with time_machine.travel(LATER, tick=False) as now:
        client = client_of(home.sofia, network)
        given = [client.post("/mijn/kopie/", {"vorm": form}) for _ in range(3)]
        assert [answer.status_code for answer in given] == [200, 200, 429]
        assert STOPPED in given[-1].text
        assert "Amrani" not in given[-1].text
        assert "Content-Disposition" not in given[-1]
        assert JournalEntry.objects.filter(verb="access.copied").count() == 2
        assert client.get("/mijn/").status_code == 200
        now.shift(timedelta(hours=1))
        client.force_login(PersonAccess.objects.get(person=home.sofia).account)
        assert client.post("/mijn/kopie/", {"vorm": form}).status_code == 200


def test_somebody_else_has_a_count_of_their_own(network: Network, home: PeetersElAmrani) -> None:
    Term.objects.filter(code=OWN_COPIES).update(value="1")
    with time_machine.travel(LATER, tick=False):
        for who in (home.sofia, home.younes):
            client = client_of(who, network)
            assert client.post("/mijn/kopie/", {"vorm": "data"}).status_code == 200
            assert client.post("/mijn/kopie/", {"vorm": "data"}).status_code == 429
