"""With the card of an outreach team a question lies with that team; a wrong code loses nothing."""

import pytest
import time_machine
from django.urls import reverse
from tests.cast import acting, kempen

from kring.foundation.deadlines.queries import number_at
from kring.offer.houses.actions import meet
from kring.offer.houses.models import Nickname
from kring.offer.houses.queries import code_of
from kring.offer.houses.tests.visiting import NOW
from kring.support.requests.models import Request

pytestmark = pytest.mark.django_db
ASKED = {"words": "Ik slaap al drie nachten bij een vriend.", "who": "young_person", "municipality": ""}


@pytest.fixture
def zoef() -> Nickname:
    network = kempen()
    by = {"worker": network.bram, "by": acting(network.bram), "at": NOW}
    return meet(desk=network.outside, nickname="Zoef", where="street", **by)


@time_machine.travel(NOW, tick=False)
def test_it_lies_with_the_team_that_gave_the_card(client, zoef):
    again = {"submission": "00000000-0000-4000-8000-000000000001", "card": code_of(zoef)}
    for _ in range(2):
        answer = client.post(reverse("portal:ask"), ASKED | again)
        assert answer.status_code == 302
    assert Request.objects.get().desk == zoef.desk
    zoef.refresh_from_db()
    assert zoef.asked_on is not None
    client.force_login(kempen().bram.account)
    page = client.get(reverse("house:card", args=[zoef.key])).content.decode()
    assert "Dit kaartje is gebruikt:" in page


@time_machine.travel(NOW, tick=False)
def test_a_wrong_code_keeps_the_words_and_writes_nothing(client, zoef):
    answer = client.post(reverse("portal:ask"), ASKED | {"card": "AAAA-BBBB-CCCC"})
    assert answer.status_code == 422
    assert ASKED["words"] in answer.content.decode()
    assert Request.objects.count() == 0


@time_machine.travel(NOW, tick=False)
def test_after_too_many_wrong_codes_the_right_one_waits_too(client, zoef):
    for _ in range(number_at("code_tries_per_hour", NOW)):
        client.post(reverse("portal:ask"), ASKED | {"card": "AAAA-BBBB-CCCC"})
    answer = client.post(reverse("portal:ask"), ASKED | {"card": code_of(zoef)})
    assert answer.status_code == 422
    assert "te vaak een verkeerde code" in answer.content.decode()
    zoef.refresh_from_db()
    assert zoef.asked_on is None
    without = client.post(reverse("portal:ask"), ASKED | {"municipality": "2440"})
    assert without.status_code == 302, "without a card one still asks"


@time_machine.travel(NOW, tick=False)
def test_another_team_does_not_find_the_card(client, zoef):
    client.force_login(kempen().nele.account)
    assert client.get(reverse("house:card", args=[zoef.key])).status_code == 404
    assert "Zoef" not in client.get(reverse("house:met")).content.decode()
    client.force_login(kempen().bram.account)
    page = client.get(reverse("house:card", args=[zoef.key])).content.decode()
    assert "Zoef" in page
    assert code_of(zoef)[:4] in page
