"""People come into a file by its pages: children, also unborn; ties; a second family; how to reach
them; where they live; their number."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from tests.at_work import client_of
from tests.cast import LONG_AGO, MONDAY, Network, PeetersElAmrani, kempen, peeters_el_amrani

from kring.foundation.journal.actor import VISITOR
from kring.registry.people.models import ContactChannel, Family, FamilyMembership, Person, Relation
from kring.registry.people.queries import address_of, national_number_of, safe_channel
from kring.registry.people.tests.people import invented_number
from kring.support.requests.actions import Question, ask
from kring.support.requests.models import AskerKind, Door

pytestmark = pytest.mark.django_db
TODAY = MONDAY + timedelta(days=2)


@pytest.fixture(autouse=True)
def _on_wednesday() -> Iterator[object]:
    with time_machine.travel(TODAY, tick=False) as now:
        yield now


class File:
    """The file of Sofia, Younes and Noor, open before Nele of the House."""

    def __init__(self) -> None:
        self.network: Network = kempen()
        self.people: PeetersElAmrani = peeters_el_amrani()
        self.client: Client = client_of(self.network.nele)
        self.holds(self.people.family)

    def holds(self, family: Family) -> None:
        question = Question(
            door=Door.WEB, asker_kind=AskerKind.FAMILY, words="Hulp gezocht.", family=family
        )
        ask(question=question, desk=self.network.counter, by=VISITOR, at=MONDAY)

    def page(self, part: str, who: Person | None = None) -> str:
        of = f"mensen/{who.key}/" if who else "mensen/"
        return f"/gezinnen/{self.people.family.key}/{of}{part}/"

    def send(self, part: str, who: Person | None = None, **body: Any) -> Any:
        return self.client.post(self.page(part, who), body)


@pytest.fixture
def file() -> File:
    return File()


def role_of(name: str) -> str:
    return FamilyMembership.objects.get(person__given_name=name, ends_at__isnull=True).role


def test_the_panel_of_people_leads_to_it(file: File) -> None:
    shown = file.client.get(f"/gezinnen/{file.people.family.key}/").text
    assert file.page("nieuw") in shown


def test_a_child_is_written_down_once_however_often_it_is_sent(file: File) -> None:
    typed = {"role": "child", "given_name": "Ilyas", "birth_date": "2025-03-01"}
    first, second = (file.send("nieuw", **typed) for _time in range(2))
    assert (first.status_code, second["Location"]) == (302, first["Location"])
    assert role_of("Ilyas") == "child"
    assert "Ilyas" in file.client.get(first["Location"]).text


def test_a_child_to_be_born_is_expected_until_the_day_it_is_born(file: File) -> None:
    page = file.send("nieuw", role="child", nickname="Bolletje", expected_birth_date="2027-01-10")
    assert "Verwachte geboortedatum" in file.client.get(page["Location"]).text
    sent = {"version": 1, "given_name": "Ida", "birth_date": "2026-11-03"}
    sent["expected_birth_date"] = "2027-01-10"
    assert file.client.post(page["Location"], sent).status_code == 302
    ida = Person.objects.get(given_name="Ida")
    assert (ida.birth_date, ida.expected_birth_date) == (date(2026, 11, 3), None)


def test_somebody_without_a_name_may_belong(file: File) -> None:
    assert file.send("nieuw", role="other").status_code == 302
    assert FamilyMembership.objects.filter(role="other", person__search_name="").exists()


def test_a_birth_date_to_come_is_refused_and_nothing_typed_is_lost(file: File) -> None:
    wrong = file.send("nieuw", role="child", given_name="Ilyas", birth_date="2027-03-01")
    assert wrong.status_code == 422
    assert "in de toekomst" in wrong.text
    assert 'value="Ilyas"' in wrong.text


def test_a_tie_is_said_and_ended(file: File) -> None:
    sofia, noor = file.people.sofia, file.people.noor
    typed = {"band-other": sofia.key, "band-type": "moeder", "band-authority": "yes"}
    assert file.send("banden", noor, doe="band", **typed).status_code == 302
    tie = Relation.objects.get(person=sofia, to=noor)
    assert (tie.type, tie.authority) == ("moeder", True)
    page = file.client.get(file.page("banden", noor)).text
    assert "Sofia El Amrani is moeder van Noor Peeters · heeft gezag" in page
    file.send("banden", noor, doe="band-weg", welke=tie.key)
    tie.refresh_from_db()
    assert tie.ends_at == TODAY


def test_a_child_belongs_to_a_second_family_that_the_reader_follows(file: File) -> None:
    other = Family.objects.create(name="Peeters", search_name="peeters", created_at=LONG_AGO)
    typed = {"gezin-family": other.key, "gezin-role": "child"}
    assert file.send("banden", file.people.noor, doe="gezin", **typed).status_code == 422
    file.holds(other)
    assert file.send("banden", file.people.noor, doe="gezin", **typed).status_code == 302
    assert FamilyMembership.objects.filter(person=file.people.noor, ends_at__isnull=True).count() == 2


def test_who_leaves_the_family_is_no_longer_seen_with_it(file: File) -> None:
    assert file.send("banden", file.people.younes, doe="vertrekt").status_code == 302
    assert "Younes" not in file.client.get(f"/gezinnen/{file.people.family.key}/").text
    assert file.client.get(file.page("banden", file.people.younes)).status_code == 404


def test_a_safe_number_has_hours_and_words_and_can_be_stopped(file: File) -> None:
    sofia = file.people.sofia
    typed = {"kind": "phone", "value": "0470 99 90 01", "hours": "na 18 uur", "safe": "on"}
    assert file.send("bereiken", sofia, say_to_others="de tandarts", **typed).status_code == 302
    channel = safe_channel(sofia, TODAY)
    assert channel is not None
    assert (channel.value, channel.hours) == ("+32470999001", "na 18 uur")
    assert "de tandarts" in file.client.get(file.page("bereiken", sofia)).text
    file.send("bereiken", sofia, stop=channel.key)
    assert safe_channel(sofia, TODAY) is None


def test_a_wrong_number_stays_beside_its_sentence(file: File) -> None:
    wrong = file.send("bereiken", file.people.sofia, kind="phone", value="0470 12")
    assert (wrong.status_code, "0470 12 34 56" in wrong.text) == (422, True)
    assert not ContactChannel.objects.exists()


def test_a_protected_address_is_kept_and_shown_no_more(file: File) -> None:
    sofia = file.people.sofia
    sent: dict[str, Any] = {"version": 1, "municipality": "Geel", "address": "Stationsstraat 9"}
    file.send("woont", sofia, doe="adres", **sent)
    assert "Stationsstraat 9" in file.client.get(file.page("woont", sofia)).text
    sofia.refresh_from_db()
    sent |= {"version": sofia.version, "protected_address": "on"}
    assert file.send("woont", sofia, doe="adres", **sent).status_code == 302
    sofia.refresh_from_db()
    assert (sofia.protected_address, address_of(sofia)) == (True, "Stationsstraat 9")
    assert "Stationsstraat" not in file.client.get(file.page("woont", sofia)).text
    lifted = file.send("woont", sofia, doe="adres", version=sofia.version)
    assert (lifted.status_code, "Schrijf waarom" in lifted.text) == (422, True)


def test_an_address_saved_at_the_same_time_keeps_what_was_typed(file: File) -> None:
    sofia = file.people.sofia
    file.send("woont", sofia, doe="adres", version=1, address="Markt 1")
    late = file.send("woont", sofia, doe="adres", version=1, address="Markt 2")
    assert (late.status_code, 'value="Markt 2"' in late.text) == (409, True)
    sofia.refresh_from_db()
    assert address_of(sofia) == "Markt 1"


def test_a_national_number_is_kept_and_never_shown(file: File) -> None:
    sofia, number = file.people.sofia, invented_number(date(1988, 3, 14))
    wrong = file.send("woont", sofia, doe="nummer", national_number="88.03.14-999.00")
    assert (wrong.status_code, "klopt niet" in wrong.text) == (422, True)
    assert file.send("woont", sofia, doe="nummer", national_number=number).status_code == 302
    sofia.refresh_from_db()
    assert national_number_of(sofia) == number
    assert number not in file.client.get(file.page("woont", sofia)).text
    file.send("woont", sofia, doe="nummer-weg")
    sofia.refresh_from_db()
    assert national_number_of(sofia) == ""


@pytest.mark.parametrize("part", ["banden", "bereiken", "woont"])
def test_who_is_not_involved_finds_nothing(file: File, part: str) -> None:
    stranger = client_of(file.network.bram)
    assert stranger.get(file.page(part, file.people.noor)).status_code == 404
    assert stranger.get(file.page("nieuw")).status_code == 404
