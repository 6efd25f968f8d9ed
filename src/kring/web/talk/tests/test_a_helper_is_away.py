"""While a helper is away a family still reaches a human, and what was written stays between two."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone
from tests.at_work import client_of as at_work
from tests.cast import Network, PeetersElAmrani, kempen, peeters_el_amrani, worker

from kring.foundation.journal.actor import SYSTEM
from kring.foundation.journal.models import JournalPayload
from kring.foundation.outbox.actions import ask_to_call
from kring.foundation.outbox.models import Message
from kring.registry.network.models import Absence, Worker
from kring.registry.people.models import ContactChannel
from kring.support.messages.models import FamilyMessage
from kring.trust.access.models import OwnCircle
from kring.web.mine.tests.a_plan import a_plan
from kring.web.mine.tests.at_home import client_of

pytestmark = pytest.mark.django_db
WORDS = "Mag ik vrijdag later komen?"
TALK, CALLS = "/gesprekken/", "/te-bellen/"


@pytest.fixture
def network() -> Network:
    return kempen()


@pytest.fixture
def home(network: Network) -> PeetersElAmrani:
    made = peeters_el_amrani()
    a_plan(made, network)
    ContactChannel.objects.create(person=made.sofia, kind="phone", value="+32470999001", safe=True)
    return made


@pytest.fixture
def ilse(network: Network) -> Worker:
    """A colleague of Nele, who stands in for her."""
    return away_with(network, worker("Ilse Baert", network.counter))


def away_with(network: Network, deputy: Worker) -> Worker:
    now = timezone.now()
    Absence.objects.create(
        worker=network.nele,
        deputy=deputy,
        starts_at=now - timedelta(days=1),
        ends_at=now + timedelta(days=3),
    )
    return deputy


def notes_to(who: Worker) -> int:
    return Message.objects.filter(recipient_key=who.key, text="messages.for_colleague").count()


def call_task(at: datetime) -> Message:
    """What was asked, once its hour came."""
    task = Message.objects.get(text="messages.call_back")
    ask_to_call(by=SYSTEM, at=at, message=task, look_again_at=at)
    return task


def test_the_family_reads_who_stands_in_and_until_when(
    network: Network, home: PeetersElAmrani, ilse: Worker
) -> None:
    sofia = client_of(home.sofia, network)
    for page in ("/mijn/", "/mijn/berichten/", "/mijn/berichten/inspreken/"):
        told = sofia.get(page).text
        assert f"{network.nele.name} is er niet, en leest je berichten weer vanaf" in told
        assert "Ilse Baert vervangt Nele" in told


def test_who_stands_in_hears_that_something_waits_and_not_of_whom(
    network: Network, home: PeetersElAmrani, ilse: Worker
) -> None:
    client_of(home.sofia, network).post("/mijn/berichten/", {"words": WORDS})
    assert notes_to(ilse) == 1
    page = at_work(ilse).get(TALK).text
    assert f"Er wacht 1 bericht op {network.nele.name}" in page
    assert WORDS not in page
    assert "Sofia" not in page
    assert at_work(ilse).get(f"{TALK}{home.sofia.key}/").status_code == 404
    assert FamilyMessage.objects.get().seen_at is None


def test_who_asks_to_be_called_is_called_by_who_stands_in(
    network: Network, home: PeetersElAmrani, ilse: Worker
) -> None:
    sofia = client_of(home.sofia, network)
    asked = sofia.get("/mijn/bel-mij/").context["form"].fields["after"].initial
    assert sofia.post("/mijn/bel-mij/", {"after": asked}).status_code == 302
    assert notes_to(ilse) == 1
    task = call_task(timezone.now())
    assert "telefoontje" in at_work(ilse).get("/vandaag/").text
    page = at_work(ilse).get(CALLS).text
    assert "Sofia El Amrani" in page
    assert "Je vervangt Nele" in page
    bodies = JournalPayload.objects.order_by("pk").values_list("body", flat=True)
    assert any(body.get("because") == "deputy" for body in bodies)
    assert at_work(ilse).post(f"{CALLS}{task.key}/gebeld/", {"reached": "ja"}).status_code == 302
    assert "Sofia" not in at_work(ilse).get(CALLS).text


def test_another_house_and_the_own_circle_are_not_let_in(
    network: Network, home: PeetersElAmrani
) -> None:
    sofia = client_of(home.sofia, network)
    away_with(network, network.bram)
    asked = sofia.get("/mijn/bel-mij/").context["form"].fields["after"].initial
    sofia.post("/mijn/bel-mij/", {"after": asked})
    call_task(timezone.now())
    assert notes_to(network.bram) == 0
    assert "Sofia" not in at_work(network.bram).get(CALLS).text
    assert "Vraag de coördinator om iemand anders" in sofia.get("/mijn/").text
    colleague = worker("Ilse Baert", network.counter)
    Absence.objects.update(deputy=colleague)
    OwnCircle.objects.create(
        worker=colleague, person=home.sofia, starts_at=timezone.now() - timedelta(days=9)
    )
    assert "Sofia" not in at_work(colleague).get(CALLS).text


def test_once_the_helper_is_back_nobody_stands_in(
    network: Network, home: PeetersElAmrani, ilse: Worker
) -> None:
    client_of(home.sofia, network).post("/mijn/berichten/", {"words": WORDS})
    Absence.objects.update(ends_at=timezone.now() - timedelta(minutes=1))
    assert "Er wacht" not in at_work(ilse).get(TALK).text
    assert "vervangt" not in client_of(home.sofia, network).get("/mijn/berichten/").text
