"""Asking a member what may be shared: what is read out, what it changes, and what is kept."""

from datetime import timedelta

import pytest
import time_machine
from tests.cast import LONG_AGO, MONDAY, Network, PeetersElAmrani, person

from kring.registry.people.models import Relation
from kring.trust.access.models import Involvement
from kring.trust.consent.models import Consent, FeltForced
from kring.web.family_file.tests.test_family_file import client_of, known

pytestmark = pytest.mark.django_db
NOW = MONDAY + timedelta(days=2)


@pytest.fixture(autouse=True)
def _on_wednesday() -> object:
    with time_machine.travel(NOW, tick=False) as now:
        yield now


def url_of(people: PeetersElAmrani, who, word: str = "toestemming/") -> str:
    return f"/gezinnen/{people.family.key}/mensen/{who.key}/{word}"


def filled(network: Network, decider, **more: object) -> dict[str, object]:
    return {
        "decider": str(decider.key),
        "receiver": str(network.outside.organisation.key),
        "what_for": "Samen helpen thuis",
        "domains": ["school"],
        "asked_alone": "yes",
        "language": "nl",
        "interpreter": "none",
        "text_language": "nl",
        **more,
    }


def helping(people: PeetersElAmrani, network: Network, role: str = "team") -> None:
    Involvement.objects.create(
        family=people.family, worker=network.bram, role=role, because="request", starts_at=LONG_AGO
    )


def test_the_page_reads_out_the_text_of_who_answers() -> None:
    network, people = known()
    client = client_of(network.nele)
    of_younes = client.get(url_of(people, people.younes)).content.decode()
    assert "Je ouders krijgen geen bericht van je antwoord." in of_younes
    of_noor = client.get(url_of(people, people.noor) + "?taal=fr").content.decode()
    assert "Vous décidez pour vos propres données" in of_noor


def test_the_three_answers_are_equal_buttons() -> None:
    network, people = known()
    page = client_of(network.nele).get(url_of(people, people.sofia)).content.decode()
    drawn = [
        f'<button class="btn" type="submit" name="outcome" value="{code}">'
        for code in ("yes", "no", "not_now")
    ]
    assert all(button in page for button in drawn)


def test_the_effect_is_shown_and_nothing_is_kept_until_it_is_confirmed() -> None:
    network, people = known()
    helping(people, network)
    client, url = client_of(network.nele), url_of(people, people.sofia)
    body = filled(network, people.sofia, outcome="yes")
    shown = client.post(url, body)
    assert shown.status_code == 200
    assert "Kan meelezen over onderwijs: Bram De Smet." in shown.content.decode()
    assert not Consent.objects.exists()
    assert client.post(url, body | {"bevestigd": "1"}).status_code == 302
    kept = Consent.objects.get()
    assert (kept.outcome, kept.domains, kept.asked_alone) == ("yes", ["school"], True)
    assert (kept.text_read, kept.recorded_by) == ("share.parent.2.nl", network.nele)
    gone = client.post(url, filled(network, people.sofia, outcome="no")).content.decode()
    assert "Deze persoon verliest toegang: Bram De Smet." in gone


def test_going_back_keeps_what_was_filled_in() -> None:
    network, people = known()
    body = filled(network, people.sofia, outcome="yes", bevestigd="1", terug="1")
    page = client_of(network.nele).post(url_of(people, people.sofia), body)
    assert "Samen helpen thuis" in page.content.decode()
    assert not Consent.objects.exists()


def test_nobody_answers_for_another() -> None:
    network, people = known()
    client = client_of(network.nele)
    for about, decider in ((people.younes, people.sofia), (people.sofia, people.younes)):
        body = filled(network, decider, outcome="yes", bevestigd="1")
        assert client.post(url_of(people, about), body).status_code == 422
    assert not Consent.objects.exists()


@pytest.mark.parametrize("wrong", [{"outcome": "maybe"}, {"domains": []}, {"interpreter": "child"}])
def test_what_cannot_be_right_is_told_and_not_kept(wrong) -> None:
    network, people = known()
    body = filled(network, people.sofia, outcome="yes", bevestigd="1") | wrong
    assert client_of(network.nele).post(url_of(people, people.sofia), body).status_code == 422
    assert not Consent.objects.exists()


def test_who_says_no_to_the_organisation_at_the_page_loses_it_at_once() -> None:
    network, people = known()
    helping(people, network)
    client = client_of(network.bram)
    body = filled(network, people.sofia, outcome="no", bevestigd="1")
    answer = client.post(url_of(people, people.sofia), body)
    assert (answer.status_code, answer["Location"]) == (302, "/gezinnen/")
    assert client.get(f"/gezinnen/{people.family.key}/").status_code == 404


def test_after_a_no_the_page_of_that_member_is_gone_though_another_still_agrees() -> None:
    network, people = known()
    helping(people, network)
    client, ours = client_of(network.nele), client_of(network.bram)
    for who, outcome in ((people.younes, "yes"), (people.sofia, "no")):
        body = filled(network, who, outcome=outcome, bevestigd="1")
        assert client.post(url_of(people, who), body).status_code == 302
    assert ours.get(url_of(people, people.younes, "")).status_code == 200
    assert ours.get(url_of(people, people.sofia, "")).status_code == 404
    file = ours.get(f"/gezinnen/{people.family.key}/").content.decode()
    assert "Younes" in file
    assert "Sofia" not in file


def test_the_member_page_tells_what_was_answered_to_who_may_know() -> None:
    network, people = known()
    helping(people, network)
    other = network.counter.organisation
    Consent.objects.create(
        person=people.sofia, purpose="share", outcome="no", organisation=other, starts_at=LONG_AGO
    )
    url = url_of(people, people.sofia, "")
    sees = client_of(network.bram).get(url).content.decode()
    assert "delen met Huis van het Kind Geel" not in sees
    Consent.objects.update(outcome="not_now")
    assert "delen met Huis van het Kind Geel" in client_of(network.nele).get(url).content.decode()


def test_somebody_who_only_looks_asks_nothing() -> None:
    network, people = known()
    assert client_of(network.bram).get(url_of(people, people.sofia)).status_code == 404


def test_a_second_parent_is_asked_about_by_who_holds_the_question() -> None:
    network, people = known()
    tom = person("Tom", "Peeters")
    Relation.objects.create(person=tom, to=people.noor, type="vader", starts_at=LONG_AGO)
    client, url = client_of(network.nele), url_of(people, people.noor, "veilig/")
    page = client.get(url).content.decode()
    assert "Zonder antwoord is het nee" in page
    assert "Tom" not in page
    body = {"parent": str(tom.key), "safe": "yes"}
    assert client.post(url, body).status_code == 422
    assert client.post(url, body | {"asked_alone": "on"}).status_code == 302
    assert client.get(url_of(people, people.sofia, "veilig/")).status_code == 403
    helping(people, network, "anchor")
    assert client.get(url).status_code == 403
    assert client_of(network.bram).get(url).status_code == 200


def test_a_judgement_is_written_with_its_reason() -> None:
    network, people = known()
    client, url = client_of(network.nele), url_of(people, people.noor, "beslissen/")
    assert client.post(url, {"able": "yes", "because": "kort"}).status_code == 422
    body = {"able": "yes", "because": "Ze vertelt zelf wat ze wil en waarom."}
    assert client.post(url, body).status_code == 302
    page = client.get(url_of(people, people.noor, "")).content.decode()
    assert "Noor Peeters beslist zelf: zo beoordeeld door Nele Wouters" in page
    assert client.get(url_of(people, people.sofia, "beslissen/")).status_code == 404


def test_what_the_law_forbids_is_refused_with_the_reason() -> None:
    network, people = known()
    body = {
        "what": "Dat er hulp loopt",
        "receiver_kind": "court",
        "receiver": "de jeugdrechter",
        "necessary_because": "Ze vroegen het",
        "in_the_interest_of": "Noor",
        "consent_asked": "yes",
        "legal_basis": "shared_secrecy",
    }
    client, url = client_of(network.nele), url_of(people, people.noor, "gedeeld/")
    refused = client.post(url, body)
    assert refused.status_code == 422
    assert "75/1" in refused.content.decode()
    assert client.post(url, body | {"receiver_kind": "clb", "receiver": "CLB"}).status_code == 302
    assert "Dat er hulp loopt" in client.get(url_of(people, people.noor, "")).content.decode()


def test_the_quiet_word_stands_on_the_file_of_the_anchor_and_of_nobody_else() -> None:
    network, people = known()
    consent = Consent.objects.create(
        person=people.younes, purpose="share", outcome="yes", starts_at=LONG_AGO
    )
    url = f"/gezinnen/{people.family.key}/"
    before = client_of(network.nele).get(url).content.decode()
    word = FeltForced.objects.create(consent=consent, said_at=MONDAY)
    assert "gedwongen" not in client_of(network.nele).get(url).content.decode()
    assert "gedwongen" not in before
    hear = f"{url}in-stilte/{word.key}/"
    assert client_of(network.nele).post(hear).status_code == 404
    helping(people, network, "anchor")
    anchor = client_of(network.bram)
    assert "Younes Peeters voelde zich gedwongen" in anchor.get(url).content.decode()
    assert anchor.post(hear).status_code == 302
    assert "gedwongen" not in anchor.get(url).content.decode()
