"""Something to do for a colleague who left meanwhile: one clear sentence, and the words stay."""

from datetime import timedelta

import pytest
import time_machine
from tests.at_work import client_of
from tests.cast import MONDAY, acting

from kring.registry.network.actions import worker_leaves
from kring.support.plans.models import Action
from kring.trust.access.models import Involvement
from kring.web.plan.tests.a_sheet import planned

pytestmark = pytest.mark.django_db
WORDS = "De school bellen & een uur afspreken"


@pytest.fixture(autouse=True)
def _on_wednesday() -> object:
    with time_machine.travel(MONDAY + timedelta(days=2), tick=False) as now:
        yield now


@pytest.mark.parametrize(
    ("still_named", "said"),
    [
        (True, "Deze collega werkt hier niet meer. Kies iemand anders."),
        (False, "Deze persoon of dienst helpt hier niet meer mee. Kies iemand anders."),
    ],
)
def test_it_is_said_and_nothing_is_lost(*, still_named: bool, said: str) -> None:
    made = planned()
    lotte, client = made.network.lotte, client_of(made.network.nele)
    form = {"words": WORDS, "doer": f"w-{lotte.key}", "due_on": "2026-11-20"}
    assert form["doer"] in client.get(made.of_goal("afspraak")).text
    worker_leaves(worker=lotte, by=acting(made.network.nele), at=MONDAY + timedelta(days=1))
    if not still_named:
        Involvement.objects.filter(worker=lotte).update(ends_at=MONDAY + timedelta(days=1))
    answer = client.post(made.of_goal("afspraak"), form)
    assert answer.status_code == 422
    for words in (said, "De school bellen &amp; een uur afspreken", 'value="2026-11-20"'):
        assert words in answer.text
    assert Action.objects.count() == 2
