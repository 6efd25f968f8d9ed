"""A girl of fifteen asks alone and gets an access of her own; her parents find nothing of it."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from kring.registry.people.models import FamilyMembership, Person
from kring.support.requests.models import Request
from kring.trust.access.actions import open_access
from kring.trust.access.models import ParentSafety
from tests.cast import (
    LONG_AGO,
    PASSWORD,
    Network,
    PeetersElAmrani,
    acting,
    peeters_el_amrani,
    person,
)
from tests.journeys.conftest import START
from tests.journeys.mother import code_on
from tests.journeys.walker import Walker

pytestmark = [pytest.mark.django_db(transaction=True)]
WORDS = "Ik slaap niet meer en wil met iemand praten. Mijn ouders mogen dit niet weten."
OWN = ("", "plan/", "bewaard/", "wie-keek/", "delen/", "stop/", "kopie/", "klopt-niet/")
PAGES = tuple(f"/mijn/{page}" for page in OWN)


def test_she_reads_her_own_part_and_they_find_nothing(
    somebody: Callable[..., Walker], kempen_network: Network, clock: Any
) -> None:
    home = peeters_el_amrani()
    parents = [home.sofia, _father(home, kempen_network)]
    girl = somebody(width=360, height=740)
    _she_asks(girl)

    clock.move_to(START + timedelta(hours=3))
    nele = somebody(width=1440)
    code = _nele_opens_an_access(nele, kempen_network)

    clock.move_to(START + timedelta(hours=5))
    _she_reads(girl, code)

    clock.move_to(START + timedelta(hours=6))
    for parent in parents:
        walker = somebody(width=360, height=740)
        _signs_in(walker, parent, kempen_network)
        _finds_nothing(walker)
    assert Request.objects.get(words=WORDS).family is None


def _father(home: PeetersElAmrani, network: Network) -> Person:
    """A second parent, whom the mother called safe."""
    jan = person("Jan", "Peeters", date(1986, 1, 2))
    later = LONG_AGO + timedelta(days=30)
    FamilyMembership.objects.create(family=home.family, person=jan, role="parent", starts_at=later)
    for child in (home.younes, home.noor):
        ParentSafety.objects.create(
            child=child,
            asked=home.sofia,
            parent=jan,
            asked_alone=True,
            safe=True,
            asked_by=network.nele,
            starts_at=LONG_AGO,
        )
    return jan


def _she_asks(girl: Walker) -> None:
    girl.open("/")
    girl.follow("Ik heb een vraag")
    girl.fill("Wat wil je vragen?", WORDS)
    girl.choose("Ik ben zelf een kind of jongere")
    girl.fill("Hoe mogen we je noemen?", "Fien")
    girl.fill("In welke gemeente woon je?", "Geel")
    girl.press("Verstuur")
    girl.press("Klaar, wis dit scherm")


def _nele_opens_an_access(nele: Walker, network: Network) -> str:
    nele.signs_in(network.nele)
    nele.open("/vragen/")
    nele.follow("Fien")
    nele.press("Ik neem deze vraag op mij")
    nele.reads("Deze jongere vraagt dit zelf.")
    nele.follow("Eigen toegang")
    nele.choose("Toon een code om zelf af te geven")
    nele.press("Nodig uit")
    return code_on(nele)


def _she_reads(girl: Walker, code: str) -> None:
    """Home, "wie keek" and "stop" are three taps from signing in."""
    girl.open("/")
    girl.follow("Ik kreeg een code")
    girl.fill("Jouw code", code)
    girl.press("Verder")
    name = girl.page.locator("main strong").first.inner_text()
    girl.fill("Kies een wachtwoord", PASSWORD)
    girl.press("Wachtwoord bewaren")
    girl.fill("E-mailadres of aanmeldnaam", name)
    girl.fill("Wachtwoord", PASSWORD)
    girl.press("Aanmelden")
    girl.follow("Wat we van je weten")
    girl.reads(WORDS)
    girl.follow("Wie keek")
    girl.reads("Nele Wouters")
    girl.reads("las een vraag")
    girl.open("/mijn/")
    girl.follow("Stop")
    girl.reads("Sluit jouw toegang")
    for page in PAGES:
        girl.open(page)


def _signs_in(walker: Walker, who: Person, network: Network) -> None:
    nele = network.nele
    opened = open_access(
        person=who, opened_by=nele, by=acting(nele), at=START + timedelta(hours=1), on_paper=True
    )
    client = Client()
    client.force_login(opened.access.account)
    value = client.cookies["sessionid"].value
    walker.page.context.add_cookies([{"name": "sessionid", "value": value, "url": walker.server}])


def _finds_nothing(parent: Walker) -> None:
    for page in PAGES:
        parent.open(page)
        for hidden in ("Fien", "niet meer en wil met iemand", "las een vraag"):
            parent.does_not_read(hidden)
