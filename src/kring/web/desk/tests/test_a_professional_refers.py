"""A professional refers a question with what the family agreed to, or asks without names."""

from typing import Any
from uuid import uuid4

import pytest
from tests.at_work import client_of
from tests.cast import Network, kempen

from kring.registry.network.models import Desk
from kring.registry.people.models import Family, Person
from kring.support.requests.models import Request
from kring.trust.consent.models import Consent

pytestmark = pytest.mark.django_db


def _refer(network: Network, **values: Any) -> Any:
    given = {
        "submission": str(uuid4()),
        "words": "De school maakt zich zorgen over de ochtenden.",
        "municipality": "Geel",
        "discuss": "without_name",
    }
    return client_of(network.bram).post("/doorverwijzen/", {**given, **values})


def test_it_lies_with_the_intake_team_and_remembers_who_brought_it() -> None:
    network = kempen()
    response = _refer(network, about="Mama met twee kinderen.", ages=["3-5", "12-17"])
    asked = Request.objects.get()
    assert response.status_code == 302
    assert (asked.desk, asked.referred_by) == (network.team, network.bram)
    assert (asked.door, asked.asker_kind) == ("referral", "professional")
    assert asked.age_bands == ["3-5", "12-17"]
    assert "Mama met twee kinderen." in asked.words
    assert asked.discuss == "without_name"


def test_person_family_and_agreement_are_written_down() -> None:
    network = kempen()
    _refer(
        network,
        family_name="gezin Peeters",
        name="Sofia",
        reach="0470 12 34 56",
        consent="yes",
        asked_alone="on",
        discuss="with_name",
    )
    asked = Request.objects.get()
    agreed = Consent.objects.get()
    assert asked.family == Family.objects.get(name="gezin Peeters")
    assert asked.asker == agreed.person
    assert (agreed.outcome, agreed.asked_alone) == ("yes", True)
    assert agreed.organisation == network.outside.organisation


@pytest.mark.parametrize("consent", ["", "no", "not_now"])
def test_with_a_name_only_after_a_yes(consent: str) -> None:
    network = kempen()
    response = _refer(network, discuss="with_name", consent=consent, name="Sofia")
    assert response.status_code == 422
    assert "na een ja" in response.content.decode()
    assert 'value="Sofia"' in response.content.decode()
    assert not Person.objects.exists()


def test_an_agreement_is_somebodys() -> None:
    response = _refer(kempen(), consent="no")
    assert response.status_code == 422
    assert "van wie dit antwoord is" in response.content.decode()


def test_sent_twice_it_is_one_question_and_one_agreement() -> None:
    network, submission = kempen(), str(uuid4())
    for _ in range(2):
        _refer(network, submission=submission, name="Sofia", consent="no")
    assert Request.objects.count() == Consent.objects.count() == 1


def test_a_consult_has_no_field_for_a_person() -> None:
    network = kempen()
    page = client_of(network.bram).get("/doorverwijzen/consult/").content.decode()
    for name in ("name", "reach", "about", "family_name", "home_safe"):
        assert f'name="{name}"' not in page


def test_a_consult_is_its_own_kind_and_keeps_nobody() -> None:
    network = kempen()
    given = {"submission": str(uuid4()), "words": "Hoe start je zoiets?", "municipality": "Geel"}
    response = client_of(network.bram).post(
        "/doorverwijzen/consult/", {**given, "name": "Sofia"}, follow=True
    )
    asked = Request.objects.get()
    assert asked.kind == "consult"
    assert asked.asker is None
    assert not Person.objects.exists()
    assert network.team.name in response.content.decode()


def test_outside_every_territory_it_goes_to_the_fallback() -> None:
    network = kempen()
    Desk.objects.filter(pk=network.outside.pk).update(fallback=True)
    _refer(network, municipality="Oostende")
    assert Request.objects.get().desk == network.outside


def test_no_desk_at_all_is_said_beside_the_place() -> None:
    response = _refer(kempen(), municipality="Oostende")
    assert response.status_code == 422
    assert "is er geen dienst" in response.content.decode()
    assert "De school maakt zich zorgen" in response.content.decode()
