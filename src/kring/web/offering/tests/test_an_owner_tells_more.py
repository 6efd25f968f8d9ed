"""An owner says how one begins, what to bring, who may come, and how accessible a place is."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
import time_machine
from django.test import Client
from tests.at_work import client_of
from tests.cast import kempen

from kring.exchange.hsds.tests.feeding import read
from kring.exchange.hsds.tests.feeding import service as said_by_feed
from kring.offer.directory.models import (
    Accessibility,
    Location,
    Phone,
    RequiredDocument,
    Service,
    ServiceArea,
    TypeModule,
)
from kring.offer.directory.queries import service_by_key
from kring.offer.directory.tests.offering import NOW, playgroup, tuesdays
from kring.web.offering.described import form_values

pytestmark = pytest.mark.django_db
PASS = RequiredDocument(document={"nl": "Je identiteitskaart", "fr": "Votre carte d’identité"})
PROVINCE = ServiceArea(extent="10000", extent_type="nis", name={"nl": "de provincie Antwerpen"})


@dataclass
class Scene:
    service: Service
    keeper: Client
    other: Client

    def sends(self, **changes: Any) -> Any:
        now = service_by_key(self.service.key)
        assert now is not None
        given = {name: value for name, value in form_values(now).items() if value not in (None, False)}
        return self.keeper.post(f"/ons-aanbod/{self.service.key}/wijzig/", given | changes)

    def now(self) -> Service:
        kept = service_by_key(self.service.key)
        assert kept is not None
        return kept

    def page(self, language: str = "nl") -> str:
        answer = Client(headers={"Accept-Language": language}).get(f"/aanbod/{self.service.key}")
        return answer.content.decode()


@pytest.fixture
def scene() -> Iterator[Scene]:
    with time_machine.travel(NOW, tick=False):
        network = kempen()
        made = playgroup(parts=[tuesdays(), Phone(number="014 1"), PASS, PROVINCE])
        yield Scene(made, client_of(network.nele), client_of(network.bram))


def test_what_one_says_more_is_on_the_page(scene: Scene) -> None:
    told = {
        "how": "Kom gewoon binnen",
        "how_fr": "Entrez simplement",
        "papers": "Je identiteitskaart\nJe kids-ID",
        "interpreter": "Op vraag",
        "areas": "Geel\n2440\nMol",
    }
    assert scene.sends(**told).status_code == 302
    page = scene.page()
    for words in ("Kom gewoon binnen", "Je kids-ID", "Op vraag"):
        assert words in page
    assert "Entrez simplement" in scene.page("fr")
    assert "Votre carte d’identité" in scene.page("fr")
    areas = {one.extent for one in scene.now().service_areas.all()}
    assert areas == {"10000", "13008", "13025"}


def test_what_the_form_cannot_say_stays_and_the_same_changes_nothing(scene: Scene) -> None:
    scene.sends(areas="Geel")
    before = scene.now()
    said = [(one.extent, one.name) for one in before.service_areas.all()]
    scene.sends()
    after = scene.now()
    assert [(one.extent, one.name) for one in after.service_areas.all()] == said
    assert [one.document for one in after.required_documents.all()] == [PASS.document]


def test_a_municipality_that_is_none_is_said_with_the_line(scene: Scene) -> None:
    answer = scene.sends(areas="Geel\nNergenshuizen")
    assert answer.status_code == 422
    assert "“Nergenshuizen”" in answer.content.decode()


def test_a_typemodule_has_its_function_frequency_intensity_and_duration(scene: Scene) -> None:
    module = {
        "module_function": "guidance",
        "module_code": "CB-01",
        "module_frequency": "1 keer per week",
        "module_intensity": "2 uur",
        "module_duration": "6 maanden",
    }
    assert scene.sends(**module | {"module_function": ""}).status_code == 422
    assert scene.sends(**module).status_code == 302
    assert TypeModule.objects.get().frequency == "1 keer per week"
    page = scene.page()
    for words in ("Voor hulpverleners", "CB-01", "1 keer per week", "2 uur", "6 maanden"):
        assert words in page
    assert scene.sends(**dict.fromkeys(module, "")).status_code == 302
    assert not TypeModule.objects.exists()


def test_a_place_says_how_accessible_it_is(scene: Scene) -> None:
    place = Location.objects.get()
    address = f"/ons-aanbod/plaats/{place.key}/"
    given = {
        "version": place.version,
        "place_name": "De Speelzolder",
        "street": "Markt 1",
        "postcode": "2440",
        "municipality": "Geel",
        "accessibility": "Er is een lift",
        "transportation": "Bus 5 stopt voor de deur",
    }
    assert scene.other.get(address).status_code == 404
    assert scene.keeper.post(address, given).status_code == 302
    assert "Er is een lift" in scene.page()
    assert "Bus 5 stopt voor de deur" in scene.page()
    place.refresh_from_db()
    assert (place.latitude, place.name) == (51.16, {"nl": "De Speelzolder"})
    assert scene.keeper.post(address, given).status_code == 409
    elsewhere = given | {"version": place.version, "street": "Markt 9", "accessibility": ""}
    assert scene.keeper.post(address, elsewhere).status_code == 302
    place.refresh_from_db()
    assert (place.latitude, Accessibility.objects.exists()) == (None, False)


def test_what_a_feed_keeps_says_where_to_tell_that_it_is_wrong() -> None:
    read(said_by_feed(organization={"id": "h", "name": "Huis", "email": "huis@example.org"}))
    service = Service.objects.get()
    assert f"/aanbod/{service.key}/klopt-niet" in Client().get(f"/aanbod/{service.key}").content.decode()
    page = Client().get(f"/aanbod/{service.key}/klopt-niet").content.decode()
    assert "mailto:huis@example.org" in page
