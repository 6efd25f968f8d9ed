"""A mother asks on the web, the House in Geel hands her question over, and it is answered on day 9."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from kring.support.requests.models import Request
from tests.cast import Network
from tests.journeys.conftest import START
from tests.journeys.mother import WORDS, asks, looks
from tests.journeys.walker import Walker

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]
HELP = "Twee ochtenden in de week hulp aan huis."


def test_from_her_telephone_to_an_answer_on_day_nine(
    somebody: Callable[..., Walker], kempen_network: Network, clock: Any
) -> None:
    mother, worker = somebody(width=360, height=740), somebody(width=1440)
    code = asks(mother)
    mother.reads("Huis van het Kind Geel")
    mother.press("Klaar, wis dit scherm")
    looks(mother, code)
    mother.reads("Er is nog niemand die je vraag op zich nam.")

    clock.move_to(START + timedelta(days=1))
    _nele_takes_it(worker, kempen_network)
    looks(mother, code)
    mother.reads("Je vraag is opgenomen door")

    clock.move_to(START + timedelta(days=2))
    _nele_hands_it_over(worker, kempen_network)
    looks(mother, code)
    mother.reads("Warme overdracht gevraagd aan een andere dienst, nog geen antwoord.")

    clock.move_to(START + timedelta(days=3))
    _the_trefplaats_says_yes(worker, kempen_network)
    looks(mother, code, names=True)
    mother.reads("Trefplaats Jeugdhulp Kempen")

    clock.move_to(START + timedelta(days=9))
    _lotte_answers(worker, kempen_network)
    looks(mother, code)
    mother.reads("Er is een antwoord op je vraag")
    mother.does_not_read(HELP)
    mother.press("Toon het antwoord en de namen")
    mother.reads(HELP)
    _the_answer_counts_on_day_nine(kempen_network)


def _nele_takes_it(nele: Walker, network: Network) -> None:
    nele.signs_in(network.nele)
    nele.open("/")
    nele.open("/vragen/")
    nele.follow("Sofia")
    nele.reads(WORDS)
    nele.press("Ik neem deze vraag op mij")
    nele.reads("Jij houdt deze vraag nu.")


def _nele_hands_it_over(nele: Walker, network: Network) -> None:
    nele.signs_in(network.nele)
    nele.open("/vragen/")
    nele.follow("Sofia")
    fold = nele.unfold("Vraag een warme overdracht")
    fold.get_by_label("Aan wie vraag je het?").select_option(label=_on_screen(network))
    fold.get_by_label("Je woorden bij de overdracht").fill("Ze is alleen met de kinderen.")
    nele.press("Vraag de overdracht")
    nele.reads("Warme overdracht gevraagd aan Trefplaats Jeugdhulp Kempen")


def _on_screen(network: Network) -> str:
    return f"{network.team.name} ({network.team.organisation.name})"


def _the_trefplaats_says_yes(lotte: Walker, network: Network) -> None:
    lotte.signs_in(network.lotte)
    lotte.open("/vandaag/")
    lotte.open("/overdrachten/")
    lotte.does_not_read(WORDS)
    lotte.follow("Huis van het Kind Geel vraagt jullie")
    lotte.does_not_read("Sofia")
    lotte.press("Ja, wij nemen deze vraag over")
    lotte.open("/vragen/")
    lotte.follow("Sofia")
    lotte.press("Ik neem deze vraag op mij")


def _lotte_answers(lotte: Walker, network: Network) -> None:
    lotte.signs_in(network.lotte)
    lotte.open("/vragen/")
    lotte.follow("Sofia")
    fold = lotte.unfold("Noem wie hulp start, wat en wanneer")
    fold.get_by_label("Wie start?").select_option(label=network.team.organisation.name)
    fold.get_by_label("Wat start er?").fill(HELP)
    fold.get_by_label("Wanneer start het?").fill("2026-11-23")
    lotte.press("Bewaar het antwoord")
    lotte.press("Ja, wij starten")
    lotte.reads("De vraag is beantwoord: jullie starten.")


def _the_answer_counts_on_day_nine(network: Network) -> None:
    request = Request.objects.get()
    assert (request.state, request.desk) == ("answered", network.team)
    assert request.clocks.get(kind="answer").stopped_at.date() == (START + timedelta(days=9)).date()
