"""A helper is away and no colleague stands in: who keeps this person hears it, else the own desk."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.at_work import client_of as at_work
from tests.cast import LONG_AGO, Network, PeetersElAmrani, kempen, peeters_el_amrani, worker

from kring.foundation.journal.actor import SYSTEM
from kring.foundation.outbox.models import Message
from kring.registry.network.actions import end_absence, take_off_list
from kring.registry.network.models import Absence, Desk, Duty, Worker
from kring.registry.people.models import ContactChannel
from kring.trust.access.actions import involve
from kring.trust.access.models import Involvement, OwnCircle
from kring.web.mine.tests.a_plan import a_plan
from kring.web.mine.tests.at_home import client_of

pytestmark = pytest.mark.django_db
WORDS = "Mag ik vrijdag later komen?"
TALK = "/gesprekken/"


@pytest.fixture
def network() -> Network:
    return kempen()


@pytest.fixture
def home(network: Network) -> PeetersElAmrani:
    made = peeters_el_amrani()
    a_plan(made, network)
    ContactChannel.objects.create(person=made.sofia, kind="phone", value="+32470999001", safe=True)
    return made


def nele_is_away(network: Network, deputy: Worker | None) -> Absence:
    now = timezone.now()
    return Absence.objects.create(
        worker=network.nele,
        deputy=deputy,
        starts_at=now - timedelta(days=1),
        ends_at=now + timedelta(days=3),
    )


def bram_keeps(network: Network, home: PeetersElAmrani) -> None:
    role = Involvement.Role.HOLDER
    about = {"about": home.sofia, "because": "test", "because_key": home.sofia.key}
    involve(at=LONG_AGO, who=network.bram, role=role, **about)


def sofia_writes(network: Network, home: PeetersElAmrani) -> None:
    client_of(home.sofia, network).post("/mijn/berichten/", {"words": WORDS})


def told() -> list[tuple[str, object]]:
    """Who heard that something waits on a colleague, besides that colleague."""
    rows = Message.objects.filter(text__in=["messages.for_colleague", "messages.for_team"])
    return list(rows.order_by("pk").values_list("text", "recipient_key"))


def the_desk(network: Network) -> list[tuple[str, object]]:
    return [("messages.for_team", network.counter.key)]


@pytest.mark.parametrize("named", [True, False])
def test_who_may_not_read_it_hears_nothing_and_the_desk_does(
    network: Network,
    home: PeetersElAmrani,
    named: bool,  # noqa: FBT001
) -> None:
    nele_is_away(network, network.bram if named else None)
    sofia_writes(network, home)
    assert told() == the_desk(network)
    page = client_of(home.sofia, network).get("/mijn/berichten/").text
    assert "Huis van het Kind Geel hoort dat er iets op Nele Wouters wacht" in page
    assert "Vraag de coördinator om iemand anders" in page
    assert "vervangt" not in page


def test_so_does_who_asks_to_be_called(network: Network, home: PeetersElAmrani) -> None:
    nele_is_away(network, network.bram)
    sofia = client_of(home.sofia, network)
    asked = sofia.get("/mijn/bel-mij/").context["form"].fields["after"].initial
    assert sofia.post("/mijn/bel-mij/", {"after": asked}).status_code == 302
    assert told() == the_desk(network)


def test_who_keeps_this_person_hears_it_and_reads_it(network: Network, home: PeetersElAmrani) -> None:
    nele_is_away(network, network.bram)
    bram_keeps(network, home)
    sofia_writes(network, home)
    assert told() == [("messages.for_colleague", network.bram.key)]
    assert "Bram De Smet helpt jou ook" in client_of(home.sofia, network).get("/mijn/berichten/").text
    assert "Sofia El Amrani" in at_work(network.bram).get(TALK).text
    assert WORDS in at_work(network.bram).get(f"{TALK}{home.sofia.key}/").text


def test_of_own_people_nobody_hears(network: Network, home: PeetersElAmrani) -> None:
    nele_is_away(network, network.bram)
    bram_keeps(network, home)
    OwnCircle.objects.create(worker=network.bram, person=home.noor, starts_at=LONG_AGO)
    sofia_writes(network, home)
    assert told() == the_desk(network)


def test_the_desk_sees_how_much_waits_and_not_of_whom(network: Network, home: PeetersElAmrani) -> None:
    absence = nele_is_away(network, network.bram)
    els = worker("Els Bos", network.counter, "counter")
    sofia_writes(network, home)
    page = at_work(els).get(TALK).text
    assert "Nele Wouters is afwezig, en geen collega vervangt" in page
    assert "Er wacht 1 bericht op Nele Wouters" in page
    assert WORDS not in page
    assert "Sofia" not in page
    assert at_work(els).get(f"{TALK}{home.sofia.key}/").status_code == 404
    for other in (network.bram, network.lotte, network.nele):
        assert "geen collega vervangt" not in at_work(other).get(TALK).text
    end_absence(by=SYSTEM, at=timezone.now(), absence=absence)
    assert "geen collega vervangt" not in at_work(els).get(TALK).text


def test_who_is_on_no_list_is_of_the_first_desk(network: Network, home: PeetersElAmrani) -> None:
    for duty in Duty.objects.filter(worker=network.nele).select_related("desk", "worker"):
        take_off_list(by=SYSTEM, at=timezone.now() - timedelta(hours=1), duty=duty)
    nele_is_away(network, None)
    sofia_writes(network, home)
    assert told() == the_desk(network)


def test_without_a_desk_nobody_hears_and_the_page_promises_nothing(
    network: Network, home: PeetersElAmrani
) -> None:
    Desk.objects.filter(pk=network.counter.pk).update(closed_at=timezone.now() - timedelta(days=1))
    nele_is_away(network, network.bram)
    sofia_writes(network, home)
    assert told() == []
    page = client_of(home.sofia, network).get("/mijn/berichten/").text
    assert "hoort dat er iets" not in page
    assert "Vraag de coördinator om iemand anders" in page
