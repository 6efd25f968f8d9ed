"""A question on paper counts against the cap of copies of a worker; the officer hears of it."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from tests.cast import MONDAY, acting, kempen, peeters_el_amrani

from kring.foundation.deadlines.models import Term
from kring.foundation.journal.models import JournalEntry
from kring.support.requests.actions import Question, ask
from kring.trust.access.caps import COPIES

pytestmark = pytest.mark.django_db


def test_past_the_cap_nothing_is_printed_and_reading_goes_on() -> None:
    with time_machine.travel(MONDAY + timedelta(hours=1), tick=False):
        network, home = kempen(), peeters_el_amrani()
        asked = [
            ask(
                question=Question(
                    door="counter", asker_kind="family", words="Slaapt slecht.", asker=who
                ),
                desk=network.counter,
                by=acting(network.nele),
                at=MONDAY,
            )
            for who in (home.sofia, home.noor)
        ]
        Term.objects.filter(code=COPIES).update(value="1")
        nele = Client()
        assert network.nele.account is not None
        nele.force_login(network.nele.account)
        first, second = (nele.get(f"/vragen/{row.key}/afdruk/") for row in asked)
        assert (first.status_code, second.status_code) == (200, 429)
        assert "Je maakte dit uur al veel kopieën" in second.text
        assert "Slaapt slecht" not in second.text
        assert JournalEntry.objects.filter(verb="access.look_capped").count() == 1
        assert nele.get(f"/vragen/{asked[1].key}/").status_code == 200
