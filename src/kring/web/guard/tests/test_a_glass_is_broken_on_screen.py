"""On screen: the glass breaks with a reason, the file shows until when, another reviews it."""

import pytest
import time_machine
from tests.at_work import client_of
from tests.cast import MONDAY, Network, PeetersElAmrani, kempen, peeters_el_amrani

from kring.foundation.accounts import second_step
from kring.foundation.deadlines.calendar import last_day_of
from kring.foundation.ui.words import day_words
from kring.registry.people.models import Family, Person
from kring.trust.access.models import BrokenGlass
from kring.trust.access.tests.a_glass import REASON, broken, kept_by, officer

pytestmark = pytest.mark.django_db
TYPED = {
    "given_name": "Sofia",
    "family_name": "El Amrani",
    "birth_date": "1988-03-14",
    "reason": REASON,
}


@pytest.fixture
def network() -> Network:
    with time_machine.travel(MONDAY, tick=False):
        yield kempen()


@pytest.fixture
def home(network: Network) -> PeetersElAmrani:
    made = peeters_el_amrani()
    kept_by(made, network.lotte)
    return made


def test_the_file_opens_with_a_band_and_nothing_to_change(
    network: Network, home: PeetersElAmrani
) -> None:
    bram = client_of(network.bram)
    page = f"/gezinnen/{home.family.key}/"
    assert bram.get(page).status_code == 404
    answer = bram.post("/noodtoegang/", TYPED)
    assert (answer.status_code, answer["Location"]) == (302, page)
    text = bram.get(page).text
    assert "Noodtoegang tot 13:00" in text
    assert "Naam aanpassen" not in text
    assert bram.post(f"{page}naam/", {"version": 1, "name": "Anders"}).status_code == 404
    assert Family.objects.get(pk=home.family.pk).name == "Peeters – El Amrani"
    assert "met noodtoegang" in client_of(network.lotte).get(f"{page}wie-keek/").text


def test_of_a_protected_family_no_place_shows(network: Network, home: PeetersElAmrani) -> None:
    Person.objects.filter(pk=home.noor.pk).update(protected_address=True)
    broken(home, network.bram)
    text = client_of(network.bram).get(f"/gezinnen/{home.family.key}/").text
    assert "beschermd adres" in text
    assert "Vaste begeleider: Lotte Claes" in text
    assert "Geel" not in text.partition("<main")[2]
    assert "Cirkant" not in text


@pytest.mark.parametrize(
    ("field", "value"), [("reason", "dringend"), ("birth_date", ""), ("reason", "")]
)
def test_what_is_missing_is_said_and_nothing_is_lost(
    network: Network, home: PeetersElAmrani, field: str, value: str
) -> None:
    page = client_of(network.bram).post("/noodtoegang/", {**TYPED, field: value})
    assert page.status_code == 422
    assert 'value="El Amrani"' in page.text
    assert not BrokenGlass.objects.exists()


def test_nobody_and_nobody_to_be_opened_look_the_same(network: Network, home: PeetersElAmrani) -> None:
    bram = client_of(network.bram)
    page = bram.post("/noodtoegang/", {**TYPED, "given_name": "Els", "family_name": "Maes"})
    assert "geen gezin dat je zo kunt openen" in page.text


def test_who_signed_in_long_ago_says_again_who_they_are(network: Network, home: PeetersElAmrani) -> None:
    bram = client_of(network.bram)
    session = bram.session
    session[second_step.MARKED_AT] = session["started_at"] = MONDAY.timestamp() - 301
    session.save()
    assert "Meld je eerst opnieuw aan" in bram.get("/noodtoegang/").text
    assert bram.post("/noodtoegang/", TYPED).status_code == 422
    assert not BrokenGlass.objects.exists()
    again = bram.post("/aanmelden/bevestigen/?next=/noodtoegang/", {"password": "vier-natte-laarzen"})
    assert again["Location"] == "/noodtoegang/"
    assert bram.post("/noodtoegang/", TYPED).status_code == 302


def test_the_officer_judges_and_reads_no_name(network: Network, home: PeetersElAmrani) -> None:
    glass = broken(home, network.bram)
    greet = client_of(officer(network))
    listed = greet.get("/toezicht/noodtoegang/").text
    assert REASON in listed
    assert "Bram De Smet" in listed
    last = day_words(last_day_of(glass.review_by), MONDAY)
    assert "ten laatste op <time" in listed
    assert f">{last}</time>" in listed
    page = f"/toezicht/noodtoegang/{glass.key}/"
    assert "Lotte Claes" in greet.get(page).text
    assert "El Amrani" not in greet.get(page).text
    assert greet.post(page, {"verdict": "needed", "words": "ok"}).status_code == 422
    assert greet.post(page, {"verdict": "needed", "words": "De politie bevestigt."}).status_code == 302
    assert BrokenGlass.objects.get().verdict == "needed"
    assert "Niets na te kijken" in greet.get("/toezicht/noodtoegang/").text


def test_a_late_one_is_shown_as_late(network: Network, home: PeetersElAmrani) -> None:
    greet = officer(network)
    broken(home, network.bram)
    with time_machine.travel(MONDAY.replace(day=10), tick=False):
        assert "te laat" in client_of(greet).get("/toezicht/noodtoegang/").text
        assert "te laat" in client_of(greet).get("/vandaag/").text


def test_nobody_else_reviews(network: Network, home: PeetersElAmrani) -> None:
    glass = broken(home, network.bram)
    for page in ("/toezicht/noodtoegang/", f"/toezicht/noodtoegang/{glass.key}/"):
        assert client_of(network.lotte).get(page).status_code == 403
