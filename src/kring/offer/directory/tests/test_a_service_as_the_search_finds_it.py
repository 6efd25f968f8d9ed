"""What the search holds of a service is what the directory says of it."""

from datetime import time

import pytest

from kring.offer.directory.actions import AtLocation, add_location, stop_activity
from kring.offer.directory.documents import documents_of
from kring.offer.directory.models import Eligibility, Language, Schedule, Service, ServiceArea
from kring.offer.directory.search.documents import AGE_FLOOR, Document, Point, TextField
from kring.offer.directory.tests.offering import BY, NOW, hall, house, morning, playgroup

pytestmark = pytest.mark.django_db
FRIDAYS = {"freq": "WEEKLY", "byday": "FR", "opens_at": time(9)}


def found() -> list[Document]:
    return list(documents_of(Service.objects.all(), NOW.date()))


def test_the_words_the_place_and_what_a_list_shows():
    service = playgroup(eligibility=Eligibility(maximum_months=36, words={"nl": "met een ouder"}))
    activity = morning(service)
    (one,) = found()
    assert one.texts[TextField.NAME] == {"nl": "Speelgroep", "fr": "Groupe de jeu", "en": "Playgroup"}
    also = one.texts[TextField.ALSO]["nl"]
    for words in ("Huis van het Kind Geel", "mensen ontmoeten", "De Speelzolder", "Muziek op schoot"):
        assert words in also
    assert one.texts[TextField.TEXT] == {"nl": "Samen spelen, met je kind. met een ouder"}
    assert (one.key, one.point, one.on_site) == (str(service.key), Point(51.16, 4.99), True)
    assert (one.age_from, one.age_to, one.open_days) == (0, 36, {2})
    assert (one.languages, one.domains, one.areas) == ({"nl"}, {"cohesion"}, frozenset())
    assert (one.shown["street"], one.shown["town"], one.shown["ages"]) == ("Markt 1", "Geel", [None, 36])
    stop_activity(activity=activity, **BY)
    assert "Muziek" not in found()[0].texts[TextField.ALSO]["nl"]


def test_hours_said_of_the_place_go_before_those_of_the_service():
    owner = house()
    spoken = [Language(code="tr"), Schedule(freq="WEEKLY", byday="SU")]
    elsewhere = add_location(
        organization=owner, values={"latitude": 51, "longitude": 4}, parts=spoken, **BY
    )
    places = [
        AtLocation(location=hall(owner), parts=[Schedule(**FRIDAYS)]),
        AtLocation(location=elsewhere),
    ]
    playgroup(places=places)
    assert [(one.open_days, one.languages) for one in found()] == [({5}, {"nl"}), ({2}, {"nl", "tr"})]
    playgroup(places=places[1:], parts=[])
    assert found()[-1].open_days == {7}


def test_without_a_place_it_is_given_at_a_distance_and_expecting_is_before_birth():
    area = ServiceArea(name={"nl": "de streek"}, extent_type="", extent="de streek")
    playgroup(places=[], parts=[area], eligibility=Eligibility(expecting=True), situations=("debt",))
    (one,) = found()
    assert (one.point, one.on_site, one.remote) == (None, False, True)
    assert (one.age_from, one.age_to, one.areas) == (AGE_FLOOR, None, {"elsewhere"})
    assert (one.shown["at"], one.shown["street"], one.shown["town"]) == ({}, "", "")
    assert "schulden" in one.texts[TextField.ALSO]["nl"]
