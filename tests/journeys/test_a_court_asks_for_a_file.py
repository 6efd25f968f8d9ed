"""A court asks for a file: what article 75 forbids is refused, and two officers seal the rest."""

import hashlib
from collections.abc import Callable
from typing import Any

import pytest

from kring.registry.network.models import RoleType, Worker
from kring.support.notes.actions import Draft, write_note
from kring.trust.access.tests.a_glass import kept_by
from kring.trust.legal.models import LegalBundle, LegalRequest
from tests.cast import MONDAY, Network, PeetersElAmrani, acting, peeters_el_amrani, worker
from tests.journeys.walker import Walker

pytestmark = pytest.mark.django_db(transaction=True)
TOLD = "Sofia slaapt slecht sinds de verhuis."


def _officer(network: Network, name: str) -> Worker:
    RoleType.objects.update_or_create(code="privacy", defaults={"grants": ["privacy.officer"]})
    return worker(name, network.outside, "privacy")


def _helped(network: Network, home: PeetersElAmrani) -> None:
    """Nele keeps the family, and wrote down what Sofia told."""
    kept_by(home, network.nele)
    write_note(
        draft=Draft(TOLD, [home.sofia], told_by="self"),
        author=network.nele,
        owner=network.counter.organisation,
        by=acting(network.nele),
        at=MONDAY,
    )


def _writes_it_down(officer: Walker, who: str, name: str) -> None:
    officer.open("/vandaag/")
    officer.open("/gerecht/")
    officer.follow("Schrijf een vraag op")
    officer.page.get_by_label("Wie vraagt het?").select_option(label=who)
    officer.fill("Naam en dienst", name)
    officer.page.get_by_label("Op welk papier?").select_option(label="een brief of mail")
    officer.fill("Kenmerk van het papier", "2026/17")
    officer.fill("Gekregen op", "2026-11-06")
    officer.fill("Wat vragen ze?", "Graag het hele dossier van mevrouw El Amrani.")
    officer.fill("Voornaam", "Sofia")
    officer.press("Bewaar de vraag")
    officer.reads("Geef het rijksregisternummer")
    officer.fill("Familienaam", "El Amrani")
    officer.fill("Geboortedatum", "1988-03-14")
    officer.press("Bewaar de vraag")


def test_a_judge_gets_no_more_than_the_law_lets_out(
    somebody: Callable[..., Walker], kempen_network: Network, clock: Any
) -> None:
    home = peeters_el_amrani()
    _helped(kempen_network, home)
    greet, ilse = somebody(width=1440), somebody(width=360)
    greet.signs_in(_officer(kempen_network, "Greet Lambert"))
    ilse.signs_in(_officer(kempen_network, "Ilse Maes"))

    _writes_it_down(greet, "jeugdrechter", "Rechter Proef, Turnhout")
    greet.reads("Alleen over wie het gaat en welke hulp er is.")
    greet.does_not_read(TOLD)
    greet.choose("Ook de stukken")
    greet.fill("Waarom dit, en niet meer?", "De rechter vraagt het hele dossier.")
    greet.press("Stel dit voor")
    greet.reads("Artikel 75")
    assert LegalRequest.objects.get().state == "received"
    greet.choose("Alleen over wie het gaat")
    greet.press("Stel dit voor")
    greet.reads("Je eigen voorstel keur je niet zelf goed.")

    ilse.open("/gerecht/")
    ilse.reads("wacht op een tweede functionaris")
    ilse.follow("jeugdrechter")
    ilse.press("Akkoord")
    ilse.reads("Schrijf dit wachtwoord nu op.")
    kept = LegalBundle.objects.get()
    ilse.reads(kept.sha256)
    assert hashlib.sha256(kept.content).hexdigest() == kept.sha256
    with ilse.page.expect_download() as fetched:
        ilse.page.get_by_role("button", name="Haal de bundel op").click()
    assert hashlib.sha256(fetched.value.path().read_bytes()).hexdigest() == kept.sha256
    ilse.follow("Terug naar de vraag")
    ilse.reads("De verzegelde bundel")
    ilse.press("Sluit deze vraag")
    ilse.reads("Gesloten")
    assert LegalRequest.objects.get().state == "closed"


def test_a_lawyer_is_refused_by_two(
    somebody: Callable[..., Walker], kempen_network: Network, clock: Any
) -> None:
    home = peeters_el_amrani()
    _helped(kempen_network, home)
    greet, ilse = somebody(width=360), somebody(width=1440)
    greet.signs_in(_officer(kempen_network, "Greet Lambert"))
    ilse.signs_in(_officer(kempen_network, "Ilse Maes"))
    _writes_it_down(greet, "advocaat", "Meester Proef")
    greet.reads("Niets.")
    greet.choose("Alleen over wie het gaat")
    greet.fill("Waarom dit, en niet meer?", "De advocaat vraagt het voor haar klant.")
    greet.press("Stel dit voor")
    greet.reads("Artikel 458")
    greet.choose("Niets: weigeren")
    greet.press("Stel dit voor")
    ilse.open("/gerecht/")
    ilse.follow("advocaat")
    ilse.press("Akkoord")
    ilse.press("Sluit deze vraag")
    ilse.reads("Gesloten")
    assert not LegalBundle.objects.exists()
