"""A paused or closed organisation opens nothing from the next request on; who leaves is out at once."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from tests.at_work import client_of
from tests.cast import MONDAY, Network, PeetersElAmrani, acting, kempen, peeters_el_amrani, worker

from kring.foundation.accounts.actions import invite
from kring.foundation.accounts.queries import invitation_for
from kring.foundation.journal.actor import SYSTEM, VISITOR
from kring.foundation.outbox.recipients import Recipient, resolve
from kring.registry.network.actions import pause_organisation, resume_organisation
from kring.registry.network.models import Organisation, Pause, RoleType, WorkerRole
from kring.support.requests.actions import Question, ask, take, withdraw
from kring.trust.access.actions import ask_to_join
from kring.trust.access.models import Involvement, JoinAsked
from kring.trust.access.queries import family_for
from kring.trust.access.readers import NOBODY
from kring.trust.access.tests.a_glass import SOFIA, broken, kept_by, officer, reading
from kring.web.guard.actions import close_partner
from kring.web.partners.actions import see_off

pytestmark = pytest.mark.django_db
LATER = MONDAY + timedelta(minutes=1)


@pytest.fixture
def network() -> Network:
    with time_machine.travel(MONDAY, tick=False):
        yield kempen()


@pytest.fixture
def home(network: Network) -> PeetersElAmrani:
    return peeters_el_amrani()


def caw(network: Network) -> Organisation:
    return network.outside.organisation


def test_a_pause_holds_at_the_next_request_and_is_lifted(
    network: Network, home: PeetersElAmrani
) -> None:
    kept_by(home, network.bram)
    bram, page = client_of(network.bram), f"/gezinnen/{home.family.key}/"
    assert bram.get(page).status_code == 200
    pause_organisation(by=SYSTEM, at=MONDAY, organisation=caw(network), because="Gestolen laptop.")
    assert reading(network.bram) == NOBODY
    assert bram.get(page).status_code == 403
    assert bram.get("/vandaag/").status_code == 403
    assert resolve(Recipient("worker", network.bram.key), MONDAY) is None
    resume_organisation(by=SYSTEM, at=MONDAY, organisation=caw(network))
    assert bram.get(page).status_code == 200
    assert resolve(Recipient("worker", network.bram.key), MONDAY) is not None


def test_of_two_employers_the_paused_one_counts_no_more(network: Network) -> None:
    counter = RoleType.objects.get(code="counter")
    WorkerRole.objects.create(
        worker=network.bram,
        organisation=network.counter.organisation,
        role=counter,
        starts_at=MONDAY - timedelta(days=1),
    )
    pause_organisation(by=SYSTEM, at=MONDAY, organisation=caw(network), because="Gestolen laptop.")
    bram = reading(network.bram)
    assert bram.organisation_ids == {network.counter.organisation_id}
    assert network.outside.pk not in bram.desk_ids


def test_the_officer_pauses_and_reads_beforehand_what_happens(network: Network) -> None:
    greet = client_of(worker("Greet Lambert", network.team, officer_role()))
    page = f"/stilleggen/{caw(network).key}/"
    assert "1 medewerker is bij de volgende klik buiten" in greet.get(page).text
    assert greet.post(f"{page}pauze/", {"because": ""}).status_code == 422
    greet.post(f"{page}pauze/", {"because": "Gestolen laptop."})
    assert Pause.objects.get().organisation == caw(network)
    assert "ligt stil" in greet.get(page).text
    greet.post(f"{page}hervat/")
    assert Pause.objects.get().ends_at is not None


def officer_role() -> str:
    RoleType.objects.update_or_create(code="privacy", defaults={"grants": ["privacy.officer"]})
    return "privacy"


def test_nobody_stops_their_own_and_a_coach_nobody(network: Network) -> None:
    own = client_of(officer(network))
    assert own.get(f"/stilleggen/{caw(network).key}/").status_code == 403
    assert client_of(network.lotte).get(f"/stilleggen/{caw(network).key}/").status_code == 403


def test_closing_shuts_everybody_out_and_leaves_no_question(
    network: Network, home: PeetersElAmrani
) -> None:
    kept_by(home, network.bram, "team")
    question = Question(door="counter", asker_kind="family", words="Druk.")
    asked = ask(question=question, desk=network.outside, by=VISITOR, at=MONDAY)
    with pytest.raises(ValidationError):
        close_partner(organisation=caw(network), by=SYSTEM, at=LATER)
    assert reading(network.bram, LATER) != NOBODY
    withdraw(request=asked, words="Niet meer nodig.", by=VISITOR, at=MONDAY)
    close_partner(organisation=caw(network), by=SYSTEM, at=LATER)
    assert reading(network.bram, LATER) == NOBODY
    network.bram.refresh_from_db()
    assert network.bram.left_at == LATER
    assert not Involvement.objects.running(LATER).filter(worker=network.bram).exists()
    assert Organisation.objects.get(pk=caw(network).pk).closed_on is not None


def test_who_leaves_is_out_of_everything_at_once(network: Network, home: PeetersElAmrani) -> None:
    bram = network.bram
    kept_by(home, bram)
    broken(home, bram)
    ask_to_join(who=SOFIA, worker=bram, reason="Ik help al op school.", by=acting(bram), at=MONDAY)
    question = Question(door="counter", asker_kind="family", words="Druk.", family=home.family)
    held = ask(question=question, desk=network.outside, by=VISITOR, at=MONDAY)
    take(request=held, worker=bram, by=acting(bram), at=MONDAY)
    assert bram.account is not None
    token = invite(by=SYSTEM, at=MONDAY, account=bram.account)
    client = client_of(bram)
    see_off(by=SYSTEM, at=LATER, worker=bram)
    assert "/aanmelden/" in client.get("/vandaag/")["Location"]
    assert reading(bram, LATER) == NOBODY
    assert family_for(reading(bram, LATER), home.family.key, LATER) is None
    assert not Involvement.objects.running(LATER).filter(worker=bram).exists()
    assert JoinAsked.objects.get().state == "expired"
    assert invitation_for(token, LATER) is None
    held.refresh_from_db()
    assert (held.worker, held.desk) == (None, network.outside)
