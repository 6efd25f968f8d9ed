"""An owner links two of their own; of another organisation only once its owner says yes."""

from dataclasses import dataclass

import pytest
from django.test import Client
from tests.at_work import client_of
from tests.cast import kempen

from kring.foundation.outbox.models import Message
from kring.offer.directory.actions import add_service, list_organization, state_free_places
from kring.offer.directory.models import LinkedOffer, LinkProposal, Service
from kring.offer.directory.tests.offering import BY, NOW, described, playgroup

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(NOW)]


@dataclass
class Scene:
    course: Service
    own_care: Service
    their_care: Service
    nele: Client
    bram: Client

    @property
    def page(self) -> str:
        return f"/ons-aanbod/{self.course.key}/samen/"

    def propose(self) -> LinkProposal:
        self.nele.post(self.page, {"met": self.their_care.key})
        return LinkProposal.objects.get()


@pytest.fixture
def scene() -> Scene:
    network = kempen()
    care = playgroup()
    said = described(values={"name": {"nl": "Nederlands voor ouders"}})
    course = add_service(organization=care.organization, described=said, confirm_every=6, **BY)
    other = list_organization(ours=network.outside.organisation, **BY)
    said = described(values={"name": {"nl": "Opvang om de hoek"}})
    theirs = add_service(organization=other, described=said, confirm_every=6, **BY)
    there = client_of(network.bram)
    return Scene(course, care, theirs, client_of(network.nele), there)


def test_two_of_ones_own_go_together_and_apart(scene: Scene) -> None:
    assert "Speelgroep" in scene.nele.get(scene.page).content.decode()
    scene.nele.post(scene.page, {"met": scene.own_care.key})
    assert LinkedOffer.objects.count() == 1
    scene.nele.post(f"{scene.page}{scene.own_care.key}/los/")
    assert not LinkedOffer.objects.exists()


def test_the_offer_of_another_is_found_by_its_name(scene: Scene) -> None:
    assert "Opvang om de hoek" not in scene.nele.get(scene.page).content.decode()
    assert "Opvang om de hoek" in scene.nele.get(scene.page, {"zoek": "OPVANG"}).content.decode()


def test_a_proposal_binds_nobody_until_the_other_says_yes(scene: Scene) -> None:
    proposal = scene.propose()
    assert Message.objects.get().recipient_key == scene.their_care.organization.key
    assert not LinkedOffer.objects.exists()
    yes = f"/ons-aanbod/voorstel/{proposal.key}/ja/"
    assert scene.nele.post(yes).status_code == 404
    assert "voorstel voor jullie" in scene.bram.get("/ons-aanbod/").content.decode()
    scene.bram.post(yes)
    assert (LinkedOffer.objects.count(), LinkProposal.objects.count()) == (1, 0)


@pytest.mark.parametrize("who", ["nele", "bram"])
def test_a_proposal_is_refused_or_taken_back(scene: Scene, who: str) -> None:
    proposal = scene.propose()
    getattr(scene, who).post(f"/ons-aanbod/voorstel/{proposal.key}/nee/")
    assert not LinkProposal.objects.exists()
    assert not LinkedOffer.objects.exists()


def test_families_read_what_goes_together_and_that_it_is_full(scene: Scene) -> None:
    scene.nele.post(scene.page, {"met": scene.own_care.key})
    state_free_places(service=scene.own_care, places=0, **BY)
    shown = Client().get(f"/aanbod/{scene.course.key}").content.decode()
    assert "Dit hoort samen met" in shown
    assert "Nu is er geen plaats bij wat hierbij hoort" in shown
