"""The pages of the portal and the counter, also with errors, at the width of a telephone and wider."""

import pytest

from kring.foundation.keys.sealing import hash_code
from kring.registry.network.models import Desk
from kring.support.requests.actions import ask_handover, status_code_of
from kring.support.requests.models import AnswerLink, Request
from tests.cast import Network, acting, kempen
from tests.journeys.walker import Walker

pytestmark = pytest.mark.django_db(transaction=True)
WIDTHS = pytest.mark.parametrize("width", [360, 1280])


@pytest.fixture
def network() -> Network:
    made = kempen()
    Desk.objects.filter(pk=made.team.pk).update(fallback=True)
    return made


def _refused(walker: Walker) -> None:
    """Look again at a page that now shows what is wrong; the browser tells of the 422."""
    walker.page.wait_for_selector("[data-focus-me]")
    walker.seen.clear()
    walker.look()
    walker.faults[:] = [fault for fault in walker.faults if "status of 4" not in fault]


def _fits(walker: Walker, width: int) -> None:
    assert walker.page.evaluate("document.documentElement.scrollWidth") <= width


@WIDTHS
def test_asking_and_looking(somebody, network, width):
    mother = somebody(width=width)
    mother.open("/")
    mother.follow("Ik heb een vraag")
    mother.press("Verstuur")
    _refused(mother)
    _fits(mother, width)
    mother.fill("Wat wil je vragen?", "De ochtenden lopen altijd uit op ruzie.")
    mother.fill("In welke gemeente woon je?", "Geel")
    mother.press("Verstuur")
    mother.reads(network.counter.name)
    _fits(mother, width)
    mother.open("/stand")
    mother.fill("Jouw code", status_code_of(Request.objects.get()))
    mother.press("Kijk")
    mother.reads("een dienst in je buurt")
    mother.press("Toon de namen")
    mother.reads(network.counter.name)
    _fits(mother, width)


@WIDTHS
def test_answering_a_mail(somebody, network, width):
    asker = somebody(width=width)
    asker.open("/vraag")
    asker.fill("Wat wil je vragen?", "De ochtenden lopen altijd uit op ruzie.")
    asker.fill("In welke gemeente woon je?", "Geel")
    asker.press("Verstuur")
    request = Request.objects.get()
    ask_handover(
        request=request,
        to_desk=network.team,
        words="",
        worker=network.nele,
        by=acting(network.nele),
        at=request.asked_at,
    )
    AnswerLink.objects.update(token_hash=hash_code("uit-de-mail"))
    asker.open("/antwoord/uit-de-mail")
    asker.choose("Nee, wij nemen ze niet over")
    asker.press("Verstuur ons antwoord")
    _refused(asker)
    _fits(asker, width)
    asker.choose("Ja, wij nemen deze vraag over")
    asker.press("Verstuur ons antwoord")
    asker.reads("De vraag ligt nu bij jullie")
    request.refresh_from_db()
    assert request.desk == network.team


@WIDTHS
def test_the_counter_without_a_mouse(somebody, network, client, width):
    nele = somebody(width=width)
    client.force_login(network.nele.account)
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": nele.server}
    nele.page.context.add_cookies([cookie])
    nele.open("/balie/")
    nele.page.keyboard.press("Control+Enter")
    _refused(nele)
    nele.page.get_by_label("Wat wordt er gevraagd?").focus()
    for word in ("Hulp bij de ochtenden", "Fien"):
        nele.page.keyboard.type(word)
        nele.page.keyboard.press("Tab")
    nele.page.keyboard.press("Enter")
    nele.reads("Geef dit briefje mee")
    nele.look()
    _fits(nele, width)
    assert Request.objects.get().desk == network.counter
    for address in ("/doorverwijzen/", "/doorverwijzen/consult/", "/al-gekend/"):
        nele.open(address)
        _fits(nele, width)


def test_already_known_beside_the_counter_keeps_what_was_typed(somebody, network, client):
    nele = somebody()
    client.force_login(network.nele.account)
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": nele.server}
    nele.page.context.add_cookies([cookie])
    nele.page.goto(nele.server + "/balie/")
    nele.fill("Wat wordt er gevraagd?", "Hulp bij de ochtenden")
    for label, text in (("Voornaam", "Els"), ("Familienaam", "Maes"), ("Geboortedatum", "1990-01-01")):
        nele.fill(label, text)
    nele.fill("Waarom wil je dit weten?", "Ze staat hier aan de balie.")
    nele.page.get_by_role("button", name="Kijk na").click()
    nele.reads("Niet gekend")
    assert nele.page.get_by_label("Wat wordt er gevraagd?").input_value() == "Hulp bij de ochtenden"
    nele.look()
